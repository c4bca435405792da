package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.control.ControlClient;
import io.landline.control.ControlServer;
import io.landline.control.LineListener;
import io.landline.control.LineSink;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.NodeEvent;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.queue.HandOvers;
import io.landline.settings.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How often a message changes threads between its line on the local socket and its `ok`: each change costs a wake-up,
/// and on a busy machine a wait.
@Timeout(90)
class HandOversOfAMessageTest {
    private static final Duration EVER = Duration.ofSeconds(60);
    /// Into the conversations, and with the answer to the thread that writes it, or back.
    private static final int HAND_OVERS_MAX = 2;
    private static final String COMMIT = "database-writer";

    @TempDir
    Path folder;
    private Node ada;
    private Node bob;
    private ControlServer server;
    private ControlClient program;
    private final BlockingQueue<HandOvers> ways = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        int port = FreePorts.udp();
        ada = node("Ada", port);
        bob = node("Bob", port);
        var met = new CountDownLatch(1);
        ada.watch((event, _) -> {
            if (event instanceof NodeEvent.Joined) met.countDown();
        });
        ada.start();
        bob.start();
        met.await();
        server = ControlServer.open(ada.lock(), this::followed);
        program = ControlClient.toNodeOf(Profile.open(folder.resolve("Ada")));
        assertNotNull(program);
    }

    private Node node(String name, int port) throws Exception {
        return Node.open(new NodeOptions(folder.resolve(name), new PeerName(name),
                List.of(new RequestedRoom(new RoomName("class"), false, "amber fox piano river")),
                new NodeOptions.Network(port, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"), null,
                false));
    }

    @AfterEach
    void close() {
        program.close();
        server.close();
        ada.close();
        bob.close();
    }

    private LineListener followed(LineSink client) {
        LineListener console = ConsoleSocket.console(ada, client, () -> {}, null);
        return new LineListener() {
            @Override
            public void received(String line) {
                ways.add(HandOvers.follow(() -> console.received(line)));
            }

            @Override
            public void closed() {
                console.closed();
            }
        };
    }

    private void checkSaying(String to) throws Exception {
        program.send("{\"do\":\"say\",\"id\":1,\"to\":\"" + to + "\",\"text\":\"hello\"}");
        String answer;
        do {
            answer = program.next(EVER);
            assertNotNull(answer);
        } while (!answer.contains("\"id\":1"));
        assertTrue(answer.contains("\"event\":\"ok\""), answer);
        List<String> way = ways.take().threads();
        assertEquals("control-write", way.getLast(), way.toString());
        check(way);
    }

    private static void check(List<String> way) {
        long commits = way.stream().filter(thread -> thread.startsWith(COMMIT)).count();
        assertEquals(1, commits, "one transaction makes the message durable: " + way);
        long handOvers = way.size() - 2 * commits; // there, lent or not, and back with the news
        assertTrue(handOvers <= HAND_OVERS_MAX, handOvers + " hand-overs: " + way);
    }

    @Test
    void aMessageToARoomChangesThreadsTwiceFromTheFirstOn() throws Exception {
        checkSaying("#class");
        checkSaying("#class");
    }

    @Test
    void aMessageToAPersonChangesThreadsTwiceFromTheFirstOn() throws Exception {
        checkSaying("Bob");
        checkSaying(bob.fingerprint().hex());
    }

    @Test
    void theWindowsWayIsTheSame() {
        for (String to : List.of("#class", bob.fingerprint().hex())) {
            check(HandOvers.follow(() -> {
                try {
                    ada.chats().say(to, "hello");
                } catch (CommandException e) {
                    throw new AssertionError(e);
                }
            }).threads());
        }
    }
}
