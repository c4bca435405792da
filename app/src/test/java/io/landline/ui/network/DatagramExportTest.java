package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.capture.CapturedDatagram;
import io.landline.capture.Pcap;
import io.landline.node.port.PacketTap.Datagram;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.ObservedDatagram.Hop;
import io.landline.ui.network.DatagramExport.Format;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatagramExportTest {
    private static final Fingerprint BOB = SampleDatagrams.BOB;

    @Test
    void aCaptureHoldsEachDatagramFromItsSourceToItsDestination(@TempDir Path folder) throws Exception {
        Datagram own = SampleDatagrams.still(BOB);
        ObservedDatagram in = own.observed();
        InetSocketAddress other = SampleDatagrams.end("fe80::1", 5_264);
        Datagram shared = SampleDatagrams.in(
                new Hop("eth0", Direction.IN, new InetSocketAddress("0.0.0.0", 5_263), other), in.bytes(),
                in.content());
        var expected = new ByteArrayOutputStream();
        expected.writeBytes(Pcap.head());
        expected.writeBytes(Pcap.record(new CapturedDatagram(in.at(), in.hop().other(), in.hop().own(), in.bytes())));
        expected.writeBytes(
                Pcap.record(
                        new CapturedDatagram(in.at(), other, SampleDatagrams.end("::", 5_263), in.bytes())));
        Path file = folder.resolve("a.pcap");
        DatagramExport.write(file, Format.PCAP,
                List.of(new DatagramRow(1, own, "Bob", false), new DatagramRow(2, shared, "", false)));
        assertArrayEquals(expected.toByteArray(), Files.readAllBytes(file));
    }

    @Test
    void aTextHasOneLineThenTheFieldsThenTheBytes() {
        String text = DatagramExport.text(new DatagramRow(1, SampleDatagrams.still(BOB), "Bob", false));
        assertEquals("2026-11-20T12:00:00.123Z  wlan0  <-  192.168.1.30 port 5264  still  128 B  Bob",
                text.lines().findFirst().orElse(""));
        assertTrue(text.contains("\n  \"seq\": 3,\n"), text);
        assertTrue(text.contains("\n0000  4c 4e 44 4c 01 02"), text);
    }

    @Test
    void whatWouldSteerATerminalDoesNotReachTheFile() {
        Datagram evil = SampleDatagrams.in("still", BOB, "{\"a\":\"\u001b[2J\u202e\"}");
        String text = DatagramExport.text(new DatagramRow(1, evil, "Ev\u001bil\nname", false));
        assertTrue(text.chars().noneMatch(c -> c == 0x1b || c == 0x202e), text);
    }
}
