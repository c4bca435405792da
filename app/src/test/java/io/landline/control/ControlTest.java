package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ControlTest extends ControlFixture {
    private ControlServer open(ControlServer.Handler handler) throws IOException {
        return open(handler, Duration.ofSeconds(10));
    }

    private ControlServer open(ControlServer.Handler handler, Duration roomMax) throws IOException {
        return open(handler, roomMax, EVER);
    }

    private SocketChannel raw() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(sockets.resolve("s")));
        return channel;
    }

    /// Notes what it is told, in order.
    private static final class Recorder implements LineListener {
        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public void received(String line) {
            heard.add(line);
        }

        @Override
        public void closed() {
            heard.add("(closed)");
        }
    }

    @Test
    void linesGoBothWaysInOrder() throws IOException {
        try (ControlServer _ = open(echo()); ControlClient connection = connect()) {
            for (int i = 0; i < 500; i++) connection.send("zeile ü " + i);
            for (int i = 0; i < 500; i++) assertEquals("you said zeile ü " + i, connection.next(EVER));
            assertNull(connection.next(Duration.ZERO));
        }
    }

    /// Its program waits for an answer, which does not come.
    @Test
    void aFaultOfOursHangsUpAndCostsNobodyElse() throws IOException {
        ControlServer.Handler handler = client -> line -> {
            if (line.equals("break")) throw new IllegalStateException("a fault");
            client.send("you said " + line);
        };
        try (ControlServer _ = open(handler); ControlClient broken = connect(); ControlClient other = connect()) {
            broken.send("break");
            assertThrows(EOFException.class, () -> broken.next(EVER));
            other.send("hello");
            assertEquals("you said hello", other.next(EVER));
        }
    }

    @Test
    void theSocketIsForTheUserAloneAndItsPlaceStandsBesideTheLock() throws IOException {
        try (ControlServer server = open(echo())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(server.socket())));
            ProfileLock.Owner owner = ProfileLock.owner(lock.profile());
            assertNotNull(owner);
            assertEquals(server.socket(), owner.socket());
        }
    }

    @Test
    void whereTheSystemWantsItTheSocketIsInAPrivateFolder() throws IOException {
        try (ControlServer server = ControlServer.open(lock, echo()); ControlClient connection = connect()) {
            Path place = server.socket().getParent();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
            connection.send("hello");
            assertEquals("you said hello", connection.next(EVER));
        }
    }

    @Test
    void h83_aStaleSocketBesideAFreedLockIsReplaced() throws IOException {
        ServerSocketChannel stale = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        stale.bind(UnixDomainSocketAddress.of(sockets.resolve("s")));
        stale.close();
        assertTrue(Files.exists(sockets.resolve("s")), "a socket's file outlives its process");
        try (ControlServer _ = open(echo()); ControlClient connection = connect()) {
            connection.send("there");
            assertEquals("you said there", connection.next(EVER));
        }
    }

    @Test
    void withNoNodeRunningThereIsNoConnection() throws IOException {
        Profile other = Profile.open(folder.resolve("other"));
        assertNull(ControlClient.toNodeOf(other));
        ProfileLock.acquire(other).close();
        assertNull(ControlClient.toNodeOf(other));
    }

    @Test
    void aNodeThatIsStillStartingIsWaitedFor() throws Exception {
        var connected = new LinkedBlockingQueue<ControlClient>();
        Thread early = Thread.ofVirtual().start(() -> {
            try {
                connected.add(connect());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        try (ControlServer _ = open(echo()); ControlClient connection = connected.take()) {
            connection.send("early");
            assertEquals("you said early", connection.next(EVER));
        }
        early.join();
    }

    @Test
    void anOwnerOnAnotherHostIsNamedNotCalled() {
        var owner = new ProfileLock.Owner("lab-03", "another-boot", 4711, null, null, sockets.resolve("s"), null);
        var refusal = assertThrows(IOException.class, () -> ControlClient.connect(owner));
        assertTrue(String.valueOf(refusal.getMessage()).contains("process 4711 on lab-03"), refusal.getMessage());
    }

    @Test
    void aClientThatHangsUpIsNoticedAndItsListenerToldOnce() throws Exception {
        var recorder = new Recorder();
        try (ControlServer _ = open(_ -> recorder)) {
            ControlClient connection = connect();
            connection.send("last words");
            connection.close();
            assertEquals("last words", recorder.heard.take());
            assertEquals("(closed)", recorder.heard.take());
        }
        assertTrue(recorder.heard.isEmpty());
    }

    @Test
    void whenTheNodeEndsAClientGetsWhatIsQueuedThenTheEnd() throws Exception {
        var clients = new LinkedBlockingQueue<LineSink>();
        var recorder = new Recorder();
        ControlServer server = open(client -> {
            clients.add(client);
            return recorder;
        });
        try (ControlClient connection = connect()) {
            LineSink client = clients.take();
            for (int i = 0; i < 1_000; i++) assertTrue(client.send("event " + i));
            Thread ending = Thread.ofVirtual().start(server::close);
            for (int i = 0; i < 1_000; i++) assertEquals("event " + i, connection.next(EVER));
            ending.join();
            server.close();
            assertFalse(client.send("too late"));
            assertThrows(EOFException.class, () -> connection.next(EVER));
            assertThrows(EOFException.class, () -> connection.next(EVER));
            assertEquals("(closed)", recorder.heard.take());
            assertFalse(Files.exists(server.socket()));
        }
    }

    @Test
    void aListenerMayEndTheServerItself() throws IOException {
        var server = new ControlServer[1];
        server[0] = open(client -> _ -> {
            client.send("bye");
            server[0].close();
        });
        try (ControlClient connection = connect()) {
            connection.send("quit");
            assertEquals("bye", connection.next(EVER));
            assertThrows(EOFException.class, () -> connection.next(EVER));
            assertFalse(Files.exists(sockets.resolve("s")), "who hears the end finds no socket");
        }
    }

    @Test
    void aClientThatDoesNotReadIsDroppedAndHoldsUpNobody() throws Exception {
        var clients = new LinkedBlockingQueue<LineSink>();
        var recorder = new Recorder();
        try (ControlServer _ = open(client -> {
            clients.add(client);
            return recorder;
        }); SocketChannel lazy = raw()) {
            LineSink toLazy = clients.take();
            String event = "x".repeat(100_000);
            int sent = 0;
            while (toLazy.send(event)) sent++;
            // the queue, and what the system's buffers took
            int most = (SocketClient.QUEUE_BYTES_MAX + 4 * 1024 * 1024) / event.length();
            assertTrue(sent < most, sent + " lines were taken");
            assertEquals("(closed)", recorder.heard.take());
            assertFalse(toLazy.send("more"));
            assertTrue(lazy.isOpen());
            try (ControlClient connection = connect()) {
                assertTrue(clients.take().send("for you"));
                assertEquals("for you", connection.next(EVER));
            }
        }
    }

    private static final int ANSWERS = 4;
    private static final String ANSWER = "x".repeat(1_000_000);

    private static final class Talkative implements LineListener {
        final LineSink client;
        final CountDownLatch heard;
        final CountDownLatch closed = new CountDownLatch(1);

        Talkative(LineSink client, int commands) {
            this.client = client;
            heard = new CountDownLatch(commands);
        }

        @Override
        public void received(String line) {
            for (int i = 0; i < ANSWERS; i++) client.send(ANSWER);
            heard.countDown();
        }

        @Override
        public void closed() {
            closed.countDown();
        }
    }

    @Test
    void theNextCommandWaitsUntilTheClientHasReadItsAnswers() throws Exception {
        int commands = 8;
        int before = SocketClient.QUEUE_BYTES_MAX / (ANSWERS * ANSWER.length());
        var talkative = new CompletableFuture<Talkative>();
        try (ControlServer _ = open(client -> {
            talkative.complete(new Talkative(client, before));
            return talkative.join();
        }); SocketChannel slow = raw()) {
            slow.write(ByteBuffer.wrap("all of it\n".repeat(commands).getBytes(UTF_8)));
            talkative.get().heard.await();
            var lines = new LineReader(slow, ControlServer.ANSWER_BYTES_MAX);
            for (int i = 0; i < commands * ANSWERS; i++) assertEquals(ANSWER, lines.next(), "line " + i);
        }
    }

    @Test
    void aCommandDoesNotWaitForEverForAClientThatNeverReads() throws Exception {
        var talkative = new CompletableFuture<Talkative>();
        try (ControlServer _ = open(client -> {
            talkative.complete(new Talkative(client, 1));
            return talkative.join();
        }, Duration.ofMillis(50)); SocketChannel lazy = raw()) {
            lazy.write(ByteBuffer.wrap("all of it\n".repeat(8).getBytes(UTF_8)));
            talkative.get().closed.await();
        }
    }

    @Test
    void sixteenClientsAreServedAndOneMoreWaitsForAPlace() throws Exception {
        try (ControlServer _ = open(echo())) {
            List<ControlClient> connections = sixteen();
            try (ControlClient oneMore = connect()) {
                oneMore.send("waits");
                assertNull(oneMore.next(Duration.ZERO));
                connections.removeLast().close();
                assertEquals("you said waits", oneMore.next(EVER));
            }
            connections.forEach(ControlClient::close);
        }
    }

    @Test
    void whoGetsNoPlaceHearsThatTheNodeIsBusy() throws Exception {
        try (ControlServer _ = open(echo(), Duration.ofSeconds(10), Duration.ZERO)) {
            List<ControlClient> connections = sixteen();
            for (boolean sends : List.of(false, true)) {
                try (ControlClient oneMore = connect()) {
                    var refusal = assertThrows(IOException.class, () -> {
                        while (sends) oneMore.send("more than a socket takes ".repeat(1_000));
                        oneMore.next(EVER);
                    });
                    assertFalse(refusal instanceof EOFException, "the node is not gone");
                    assertTrue(refusal.getMessage().contains("is busy with 16 other commands"), refusal::getMessage);
                }
            }
            connections.forEach(ControlClient::close);
        }
    }

    @Test
    void twiceAsManyAsThereArePlacesMayComeAtOnce() throws Exception {
        try (ControlServer _ = open(echo(), Duration.ofSeconds(10), EVER)) {
            var connections = new ArrayList<ControlClient>();
            for (int i = 0; i < 2 * ControlServer.CLIENTS_MAX; i++) connections.add(connect());
            for (ControlClient connection : connections) {
                connection.send("here");
                assertEquals("you said here", connection.next(EVER));
                connection.close();
            }
        }
    }

    /// All of them are served.
    private List<ControlClient> sixteen() throws IOException {
        var connections = new ArrayList<ControlClient>();
        for (int i = 0; i < ControlServer.CLIENTS_MAX; i++) {
            ControlClient connection = connect();
            connections.add(connection);
            connection.send("here");
            assertEquals("you said here", connection.next(EVER));
        }
        return connections;
    }

    @Test
    void theLongestCommandIsTakenAndAClientThatSendsMoreIsDropped() throws Exception {
        var recorder = new Recorder();
        try (ControlServer _ = open(_ -> recorder)) {
            String longest = "x".repeat(ControlServer.COMMAND_BYTES_MAX);
            try (ControlClient connection = connect()) {
                connection.send(longest);
                assertEquals(longest, recorder.heard.take());
                assertThrows(IOException.class, () -> connection.send(longest + "x"));
                connection.send("still here");
                assertEquals("still here", recorder.heard.take());
            }
            assertEquals("(closed)", recorder.heard.take());
            try (SocketChannel stranger = raw()) {
                var tooLong = ByteBuffer.wrap((longest + "xx").getBytes(UTF_8)); // and no end in sight
                assertThrows(IOException.class, () -> {
                    while (tooLong.hasRemaining()) stranger.write(tooLong);
                    if (stranger.read(ByteBuffer.allocate(1)) < 0) throw new EOFException();
                });
            }
            assertEquals("(closed)", recorder.heard.take());
        }
    }

    @Test
    void theLongestAnswerArrivesAndALongerOneIsOurMistake() throws IOException {
        String longest = "x".repeat(ControlServer.ANSWER_BYTES_MAX - 1);
        try (ControlServer _ = open(client -> _ -> {
            assertThrows(IllegalArgumentException.class, () -> client.send(longest + "x"));
            assertThrows(IllegalArgumentException.class, () -> client.send("two\nlines"));
            client.send(longest);
        }); ControlClient connection = connect()) {
            connection.send("go");
            assertEquals(longest, connection.next(EVER));
        }
    }

    @Test
    void aClientThatStopsSendingStillGetsItsAnswers() throws IOException {
        try (ControlServer _ = open(echo()); SocketChannel client = raw()) {
            client.write(ByteBuffer.wrap("one\ntwo\n".getBytes(UTF_8)));
            client.shutdownOutput();
            var lines = new LineReader(client, 100);
            assertEquals("you said one", lines.next());
            assertEquals("you said two", lines.next());
            assertNull(lines.next());
        }
    }
}
