package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.capture.CaptureFile.Existing;
import io.landline.capture.CapturedDatagram;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatCameGoesFromTheOtherToUsAndWhatWentTheOtherWay() {
        assertEquals("10.77.0.2:5264 10.77.0.1:5265", ends(event("in", "10.77.0.2 port 5264", "10.77.0.1 port 5265")));
        assertEquals("10.77.0.1:5265 10.77.0.2:5264", ends(event("out", "10.77.0.2 port 5264", "10.77.0.1 port 5265")));
    }

    @Test
    void theScopeOfAnAddressIsLeftOut() {
        assertEquals("fe80:0:0:0:0:0:0:2:5264 fe80:0:0:0:0:0:0:1:5264",
                ends(event("in", "fe80:0:0:0:0:0:0:2%eth0 port 5264", "fe80:0:0:0:0:0:0:1%3 port 5264")));
    }

    @Test
    void aWildcardIsOneOfTheOthersFamily() {
        assertEquals("10.77.0.2:5264 0.0.0.0:5263",
                ends(event("in", "10.77.0.2 port 5264", "0:0:0:0:0:0:0:0 port 5263")));
        assertEquals("fe80:0:0:0:0:0:0:2:5264 0:0:0:0:0:0:0:0:5263",
                ends(event("in", "fe80:0:0:0:0:0:0:2%2 port 5264", "0.0.0.0 port 5263")));
    }

    @Test
    void bothFilesHaveEachDatagramAtOnce() throws Exception {
        Path pcap = folder.resolve("a.pcap");
        Path text = folder.resolve("a.txt");
        try (var files = WatchFiles.open(pcap, text, Existing.KEPT)) {
            assertEquals(24, Files.size(pcap));
            files.write(event("in", "10.77.0.2 port 5264", "10.77.0.1 port 5265"), "a line");
            assertEquals(24 + 16 + 28 + 4, Files.size(pcap));
            assertEquals("a line\n0000  4c 4e 44 4c" + " ".repeat(39) + "LNDL\n\n", Files.readString(text));
        }
    }

    @Test
    void whereOneFileIsThereNeitherIsTouched() throws IOException {
        Path pcap = folder.resolve("a.pcap");
        Path text = Files.writeString(folder.resolve("a.txt"), "mine");
        var failed = assertThrows(CommandFailedException.class, () -> WatchFiles.open(pcap, text, Existing.KEPT));
        assertEquals("file-exists", failed.code);
        assertTrue(failed.sentence().contains("--force"), failed.sentence());
        assertEquals("mine", Files.readString(text));
        assertFalse(Files.exists(pcap));
    }

    @Test
    void bothMayNotBeOneFile() {
        var failed = assertThrows(CommandFailedException.class,
                () -> WatchFiles.open(folder.resolve("a"), folder.resolve("./a"), Existing.OVERWRITTEN));
        assertEquals(ExitCode.USAGE, failed.exitCode);
    }

    @Test
    void aFolderThatIsMissingIsSaid() {
        var failed = assertThrows(CommandFailedException.class,
                () -> WatchFiles.open(folder.resolve("no/a.pcap"), null, Existing.KEPT));
        assertEquals("no-folder", failed.code);
    }

    @Test
    void withoutANameNothingIsWritten() throws Exception {
        try (var files = WatchFiles.open(null, null, Existing.KEPT)) {
            files.write(new JsonObject(), "a line");
        }
        try (var entries = Files.list(folder)) {
            assertEquals(0, entries.count());
        }
    }

    private static String ends(JsonObject event) {
        CapturedDatagram datagram = WatchFiles.captured(event, new byte[0]);
        assertEquals(Instant.parse("2026-03-01T12:00:00.123Z"), datagram.at());
        return end(datagram.from()) + " " + end(datagram.to());
    }

    private static String end(InetSocketAddress end) {
        InetAddress address = end.getAddress();
        return address.getHostAddress() + ":" + end.getPort();
    }

    private static JsonObject event(String direction, String address, String own) {
        var event = new JsonObject();
        event.addProperty("at", "2026-03-01T12:00:00.123Z");
        event.addProperty("direction", direction);
        event.addProperty("address", address);
        event.addProperty("own", own);
        event.addProperty("packet", "4c4e444c");
        return event;
    }
}
