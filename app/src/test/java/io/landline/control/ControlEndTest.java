package io.landline.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where the local socket stands, which threads serve it, and how it ends.
@Timeout(60)
class ControlEndTest extends ControlFixture {
    @Test
    void aServerThatWaitsForItsLastClientServesNoneAfterIt() throws Exception {
        try (ControlServer server = open(echo(), EVER, EVER); ControlClient last = connect()) {
            last.send("hello");
            assertEquals("you said hello", last.next(EVER));
            assertFalse(server.awaitUnused(Duration.ZERO), "it is served");
            last.send("still there");
            assertEquals("you said still there", last.next(EVER));
            last.close();
            assertTrue(server.awaitUnused(EVER));
            try (ControlClient late = connect()) {
                assertThrows(NodeGoneException.class, () -> {
                    late.send("too late");
                    late.next(EVER);
                });
            }
        }
    }

    /// A virtual thread is woken by a second one, so each message would wait for two threads more.
    @Test
    void aClientIsServedByPlatformThreads() throws Exception {
        var readBy = new CompletableFuture<Thread>();
        ControlServer.Handler handler = client -> line -> {
            readBy.complete(Thread.currentThread());
            client.send(line);
        };
        try (ControlServer _ = open(handler, EVER, EVER); ControlClient connection = connect()) {
            connection.send("hello");
            assertEquals("hello", connection.next(EVER));
            assertFalse(readBy.join().isVirtual());
            // virtual ones are not among these
            assertTrue(Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals("control-write")));
        }
    }

    /// As in a container with a write-protected `/tmp`. Without the socket no command could be given.
    @Test
    void whereTheTemporaryFolderTakesNoSocketItStandsInTheProfile() throws Exception {
        Path noFolder = Files.createFile(sockets.resolve("file"));
        try (ControlServer server = ControlServer.open(lock, echo(), noFolder, Map.of());
                ControlClient connection = connect()) {
            assertEquals(lock.profile().folder().resolve("landline.sock"), server.socket());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(server.socket())));
            connection.send("hello");
            assertEquals("you said hello", connection.next(EVER));
        }
        assertFalse(Files.exists(lock.profile().folder().resolve("landline.sock")));
        Files.delete(noFolder);
    }

    /// As where a window is closed in the moment in which it opens the socket.
    @Test
    void whereTheProfileWasFreedMeanwhileNoSocketIsLeft() throws Exception {
        Path runtime = Files.createDirectory(sockets.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        lock.close();
        assertThrows(IllegalStateException.class,
                () -> ControlServer.open(lock, echo(), sockets, Map.of("XDG_RUNTIME_DIR", runtime.toString())));
        assertEquals(0, runtime.toFile().list().length);
        Files.delete(runtime);
    }

    /// The thread ends by it, and says so. Where that does not end the process, a client would wait for ever.
    @Test
    void anErrorOfOursHangsUpToo() throws IOException {
        ControlServer.Handler handler = client -> line -> {
            if (line.equals("break")) throw new StackOverflowError("of the test");
            client.send("you said " + line);
        };
        try (ControlServer _ = open(handler, EVER, EVER);
                ControlClient broken = connect();
                ControlClient other = connect()) {
            broken.send("break");
            assertThrows(EOFException.class, () -> broken.next(EVER));
            other.send("hello");
            assertEquals("you said hello", other.next(EVER));
        }
    }

    /// The system says "Broken pipe", which tells nobody what has happened.
    @Test
    void aLineToANodeThatHasEndedSaysThatItIsGone() throws IOException {
        ControlServer server = open(echo(), EVER, EVER);
        try (ControlClient connection = connect()) {
            server.close();
            assertThrows(NodeGoneException.class, () -> {
                while (true) connection.send("hello");
            });
        }
    }
}
