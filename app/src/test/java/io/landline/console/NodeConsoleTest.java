package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a program's conversation with a node ends.
@Timeout(60)
class NodeConsoleTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;
    private Node node;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant lastAt = Instant.MIN;
    private final CountDownLatch raised = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private NodeConsole console;

    @BeforeEach
    void open() throws Exception {
        node = Node.open(new NodeOptions(folder.resolve("profile"), new PeerName("Ada"), List.of(),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false));
        console = new NodeConsole(node, this::tell, () -> told.add("quit"), _ -> raise());
        node.start();
        told.clear();
    }

    @AfterEach
    void close() {
        console.close();
        node.close();
    }

    private void tell(JsonObject line) {
        lastAt = Instant.parse(line.get("at").getAsString());
        told.add(line.has("id") ? line.get("id").getAsString() : line.get("event").getAsString());
    }

    private void raise() {
        raised.countDown();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theCommandUnderWayIsAnsweredBeforeByeAndNoneIsCarriedOutAfterIt() throws Exception {
        Thread program = Thread.ofPlatform().start(() -> {
            console.line("{\"do\":\"raise\",\"id\":\"under way\"}");
            console.line("{\"do\":\"peers\",\"id\":\"next\"}");
            console.unreadable();
        });
        raised.await();
        Thread end = Thread.ofPlatform().start(() -> {
            try {
                console.endCommands(LONG);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            node.close();
        });
        while (end.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        assertEquals(List.of(), told);
        mayGoOn.countDown();
        end.join();
        program.join();
        assertEquals(List.of("under way", "bye"), told);
    }

    /// It said when the command came, so what the command brought about stood before it with a later time.
    @Test
    void anAnswerSaysWhenTheCommandWasDone() throws Exception {
        Thread program = Thread.ofPlatform().start(() -> console.line("{\"do\":\"raise\",\"id\":\"slow\"}"));
        raised.await();
        Instant begun = Instant.now();
        while (!Instant.now().isAfter(begun.plusMillis(1))) Thread.onSpinWait();
        Instant goesOn = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        mayGoOn.countDown();
        program.join();
        assertEquals(List.of("slow"), told);
        assertFalse(lastAt.isBefore(goesOn), lastAt + " " + goesOn);
    }

    @Test
    void aCommandThatHangsKeepsTheEndNoLongerThanThat() throws Exception {
        Thread program = Thread.ofPlatform().start(() -> console.line("{\"do\":\"raise\",\"id\":\"hangs\"}"));
        raised.await();
        console.endCommands(Duration.ZERO);
        assertTrue(program.isAlive());
        assertFalse(told.contains("hangs"));
        mayGoOn.countDown();
        program.join();
        assertEquals(List.of("hangs"), told);
    }

    @Test
    void aQuitIsAnsweredBeforeItIsDone() {
        console.line("{\"do\":\"quit\",\"id\":\"q\"}");
        assertEquals(List.of("q", "quit"), told);
    }
}
