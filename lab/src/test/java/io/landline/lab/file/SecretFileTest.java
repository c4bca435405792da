package io.landline.lab.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Course;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.PlainTcp;
import io.landline.lab.Recorder;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpServer;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
    @TempDir
    Path folder;

    private final Recorder events = new Recorder();

    private TcpServer server(byte[] content) throws Exception {
        Path file = folder.resolve("given");
        Files.write(file, content);
        return TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT, new FileServer(file), events);
    }

    private static byte[] random(int bytes) {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return content;
    }

    private FileClient client(int port, String key) {
        return new FileClient(new Target("127.0.0.1", port, Family.ANY), key, folder.resolve("in"),
                FileClient.USUAL_NAME, new Recorder());
    }

    private static int port(TcpServer server) {
        return ((InetSocketAddress) server.local()).getPort();
    }

    /// The course's client throws away what its first read brings besides the verdict.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_023, 1_024, 1_025, 70_000})
    void theCoursesClientGetsTheWholeFile(int bytes) throws Exception {
        byte[] content = random(bytes);
        try (var server = server(content); var client = new PlainTcp(server.local())) {
            assertEquals("AUTH_SUCCESS", client.ask("SECRET_KEY"));
            assertArrayEquals(content, client.toTheEnd());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_025, 70_000})
    void ourClientGetsTheSameBytes(int bytes) throws Exception {
        byte[] content = random(bytes);
        try (var server = server(content)) {
            client(port(server), "SECRET_KEY").run();
            assertArrayEquals(content, Files.readAllBytes(folder.resolve("in/RECIEVED_FILE.txt")));
        }
    }

    @Test
    void bothEndsTellHowFarTheFileHasGotAndTheServerOfHowMuch() throws Exception {
        var heard = new Recorder();
        try (var server = server(random(70_000))) {
            new FileClient(new Target("127.0.0.1", port(server), Family.ANY), "SECRET_KEY", folder.resolve("in"),
                    FileClient.USUAL_NAME, heard).run();
            events.await(LabEvent.Progress.class, each -> each.bytes() == 70_000);
        }
        assertTrue(events.all(LabEvent.Progress.class)
                .stream()
                .allMatch(each -> Long.valueOf(70_000).equals(each.whole())));
        List<LabEvent.Progress> steps = heard.all(LabEvent.Progress.class);
        assertEquals(0, steps.getFirst().bytes());
        assertEquals(70_000, steps.getLast().bytes());
        assertTrue(steps.stream().allMatch(each -> each.whole() == null));
    }

    @ParameterizedTest
    @CsvSource({"0,0 B in one piece to", "11,11 B in one piece to", "2048,2048 B in 2 pieces to"})
    void theServerTellsInHowManyPiecesItWent(int bytes, String said) throws Exception {
        try (var server = server(random(bytes))) {
            client(port(server), "SECRET_KEY").run();
            events.await(LabEvent.Remark.class, each -> each.sentence().english().startsWith("given: " + said));
        }
    }

    @Test
    void theKeyMayComeInPieces() throws Exception {
        try (var server = server(new byte[3]); var client = new PlainTcp(server.local())) {
            client.send("SECRET");
            assertTrue(client.hearsNothing(50));
            assertEquals("AUTH_SUCCESS", client.ask("_KEY"));
        }
    }

    @Test
    void aWrongKeyIsToldAndClosesThatConnectionOnly() throws Exception {
        try (var server = server(new byte[3]);
                var guess = new PlainTcp(server.local());
                var client = new PlainTcp(server.local())) {
            assertEquals("AUTH_ERROR", guess.ask("SECRET_KEY\n"));
            assertEquals("", guess.receive());
            assertEquals("AUTH_SUCCESS", client.ask("SECRET_KEY"));
        }
    }

    @Test
    void afterThreeWrongKeysAnAddressIsClosedUnanswered() throws Exception {
        try (var server = server(new byte[3])) {
            for (int i = 0; i < 3; i++) {
                try (var guess = new PlainTcp(server.local())) {
                    assertEquals("AUTH_ERROR", guess.ask("SECRET_KEx"));
                }
            }
            try (var late = new PlainTcp(server.local())) {
                assertEquals("", late.ask("SECRET_KEY"));
            }
        }
    }

    /// A look whether the port is open is no guess, and nothing that came.
    @Test
    void whoSaysNothingHasSaidNoWrongKey() throws Exception {
        try (var server = server(new byte[3])) {
            for (int i = 0; i < 3; i++) {
                try (var silent = new PlainTcp(server.local())) {
                    silent.shutdownOutput();
                    assertEquals("AUTH_ERROR", silent.receive());
                }
            }
            assertEquals(List.of(), events.received());
            try (var client = new PlainTcp(server.local())) {
                assertEquals("AUTH_SUCCESS", client.ask("SECRET_KEY"));
            }
        }
    }

    @Test
    void aKeyThatIsBegunBeforeAResetIsTold() throws Exception {
        try (var server = server(new byte[3])) {
            var client = new PlainTcp(server.local());
            client.send("SECRET");
            assertTrue(client.hearsNothing(50));
            client.reset();
            events.await(LabEvent.In.class, in -> in.payload().is("SECRET"));
        }
    }

    @Test
    void aServerThatClosesWithoutAWordIsNotCalledAnotherProgram() throws Exception {
        var heard = new Recorder();
        try (Course<String> course = Course.tcp(PlainTcp::receive)) {
            var client = new FileClient(new Target("127.0.0.1", course.port(), Family.ANY), "SECRET_KEY",
                    folder.resolve("in"), FileClient.USUAL_NAME, heard);
            String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
            assertTrue(said.contains("without an answer") && said.contains("three wrong keys"), said);
            assertEquals(List.of(), heard.received());
        }
    }

    @Test
    void aVerdictThatIsBegunBeforeAResetIsTold() throws Exception {
        var heard = new Recorder();
        try (Course<Boolean> course = Course.tcp(client -> {
            client.receive();
            client.send("AUTH");
            client.hearsNothing(100);
            client.reset();
            return true;
        })) {
            var client = new FileClient(new Target("127.0.0.1", course.port(), Family.ANY), "SECRET_KEY",
                    folder.resolve("in"), FileClient.USUAL_NAME, heard);
            String said = String.valueOf(assertThrows(LabException.class, client::run).getMessage());
            assertTrue(said.contains("reset"), said);
            assertEquals(List.of("AUTH"), heard.received());
        }
    }

    @Test
    void aWrongKeyMakesNoFile() throws Exception {
        try (var server = server(new byte[3])) {
            String said = String.valueOf(
                    assertThrows(LabException.class, client(port(server), "OPEN SESAME")::run).getMessage());
            assertTrue(said.contains("key is wrong"), said);
            try (var files = Files.list(folder.resolve("in"))) {
                assertEquals(0, files.count());
            }
        }
    }

    @Test
    void whatComesTogetherWithTheVerdictIsFile() throws Exception {
        byte[] content = random(2_000);
        try (Course<Boolean> course = Course.tcp(client -> {
            client.receive();
            var all = new ByteArrayOutputStream();
            all.writeBytes("AUTH_SUCCESS".getBytes());
            all.writeBytes(content);
            client.send(all.toByteArray());
            return true;
        })) {
            client(course.port(), "SECRET_KEY").run();
            assertArrayEquals(content, Files.readAllBytes(folder.resolve("in/RECIEVED_FILE.txt")));
        }
    }

    @Test
    void theVerdictMayComeInPieces() throws Exception {
        try (Course<Boolean> course = Course.tcp(client -> {
            client.receive();
            for (String piece : new String[]{"AUTH", "_SUC", "CESSab"}) client.send(piece);
            return true;
        })) {
            client(course.port(), "SECRET_KEY").run();
            assertEquals("ab", Files.readString(folder.resolve("in/RECIEVED_FILE.txt")));
        }
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        try (var server = server("new".getBytes())) {
            Files.createDirectories(folder.resolve("in"));
            Files.writeString(folder.resolve("in/RECIEVED_FILE.txt"), "old");
            client(port(server), "SECRET_KEY").run();
            assertEquals("old", Files.readString(folder.resolve("in/RECIEVED_FILE.txt")));
            assertEquals("new", Files.readString(folder.resolve("in/RECIEVED_FILE (2).txt")));
        }
    }

    @Test
    void aResetKeepsThePart() throws Exception {
        try (Course<Boolean> course = Course.tcp(client -> {
            client.receive();
            client.send("AUTH_SUCCESS");
            byte[] first = new byte[500];
            Arrays.fill(first, (byte) 'x');
            client.send(first);
            client.hearsNothing(100);
            client.reset();
            return true;
        })) {
            String said = String.valueOf(
                    assertThrows(LabException.class, client(course.port(), "SECRET_KEY")::run).getMessage());
            assertTrue(said.contains(".part"), said);
            assertEquals(500, Files.size(folder.resolve("in/RECIEVED_FILE.txt.part")));
            assertFalse(Files.exists(folder.resolve("in/RECIEVED_FILE.txt")));
        }
    }

    @Test
    void aFileThatCannotBeReadIsRefusedBeforeListening() {
        assertThrows(LabException.class, () -> new FileServer(folder.resolve("none")));
        assertThrows(LabException.class, () -> new FileServer(folder));
    }
}
