package io.landline.ui.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.capture.CapturedDatagram;
import io.landline.capture.HexDump;
import io.landline.capture.Pcap;
import io.landline.capture.WholeFile;
import io.landline.peer.Direction;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.ObservedDatagram.Content;
import io.landline.presence.ObservedDatagram.Hop;
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
                    rows.stream().map(row -> Pcap.record(captured(row.observed()))));
            case TEXT -> rows.stream().map(row -> text(row).getBytes(UTF_8));
        };
        WholeFile.write(path, records.iterator());
    }

    private static CapturedDatagram captured(ObservedDatagram datagram) {
        Hop hop = datagram.hop();
        boolean in = hop.direction() == Direction.IN;
        return CapturedDatagram.between(datagram.at(), in ? hop.other() : hop.own(), in ? hop.own() : hop.other(),
                datagram.bytes());
    }

    static String text(DatagramRow row) {
        ObservedDatagram datagram = row.observed();
        Hop hop = datagram.hop();
        Content content = datagram.content();
        String arrow = hop.direction() == Direction.IN ? "<-" : "->";
        String said = content.problem().orElseGet(() -> BodyText.of(content.body()));
        return String.join("  ", datagram.at().toString(),
                hop.interfaceName().isEmpty() ? "?" : hop.interfaceName(), arrow,
                row.address() + " port " + row.port(), content.kindLabel(), row.bytes() + " B",
                PeerText.block(row.who()).replace('\n', ' ')) + "\n"
                + (said.isEmpty() ? "" : PeerText.block(said) + "\n") + HexDump.of(datagram.bytes()) + "\n";
    }
}
