package io.landline.ui.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.capture.CapturedDatagram;
import io.landline.capture.HexDump;
import io.landline.capture.Pcap;
import io.landline.capture.WholeFile;
import io.landline.node.NodeEvent.Direction;
import io.landline.node.PacketTap.Datagram;
import io.landline.ui.text.PeerText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Datagrams as a file, for use elsewhere. Stateless; any thread that may wait for the disk.
final class DatagramExport {
    /// What can be written.
    enum Format {
        /// What Wireshark opens.
        PCAP("pcap"),
        /// What people read: the same in every language.
        TEXT("txt");

        private final String extension;

        Format(String extension) { this.extension = extension; }

        /// Of a file's name.
        String extension() {
            return extension;
        }
    }

    private DatagramExport() {}

    /// Replaces a file of that name.
    static void write(Path path, Format format, List<DatagramRow> rows) throws IOException {
        Stream<byte[]> records = switch (format) {
            case PCAP -> Stream.concat(Stream.of(Pcap.head()),
                    rows.stream().map(row -> Pcap.record(captured(row.datagram()))));
            case TEXT -> rows.stream().map(row -> text(row).getBytes(UTF_8));
        };
        WholeFile.write(path, records.iterator());
    }

    private static CapturedDatagram captured(Datagram datagram) {
        boolean in = datagram.direction() == Direction.IN;
        return CapturedDatagram.between(datagram.at(), in ? datagram.other() : datagram.own(),
                in ? datagram.own() : datagram.other(), datagram.bytes());
    }

    static String text(DatagramRow row) {
        Datagram datagram = row.datagram();
        String arrow = datagram.direction() == Direction.IN ? "<-" : "->";
        String said = datagram.problem().isEmpty() ? BodyText.of(datagram.body()) : datagram.problem();
        return String.join("  ", datagram.at().toString(),
                datagram.interfaceName().isEmpty() ? "?" : datagram.interfaceName(), arrow,
                row.address() + " port " + row.port(), datagram.kind(), row.bytes() + " B",
                PeerText.block(row.who()).replace('\n', ' ')) + "\n"
                + (said.isEmpty() ? "" : PeerText.block(said) + "\n") + HexDump.of(datagram.bytes()) + "\n";
    }
}
