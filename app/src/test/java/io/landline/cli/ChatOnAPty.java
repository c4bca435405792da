package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.Node;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Typing;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A chat on a pseudo-terminal, beside a node that runs, and with somebody who answers.
abstract class ChatOnAPty {
    static final int COLUMNS = 60;
    static final int ROWS = 12;
    static final String PROMPT = "#class> ";
    static final String LEFT = "\u001bOD";
    static final String BACKSPACE = "\u007f";

    @TempDir
    static Path folder;
    static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();
    static final BlockingQueue<String> TYPING = new LinkedBlockingQueue<>();
    static Node bob;
    static Pty node;

    /// One for all tests that leave it with an empty line: Java takes its time to start.
    static Pty chat;

    @BeforeAll
    static void begin() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        int udpPort = FreePorts.udp();
        bob = Node.open(new NodeOptions(folder.resolve("bob"), new PeerName("Bob"),
                List.of(new RequestedRoom(new RoomName("class"), false, "coral-anchor-violin-puzzle")),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("bob-downloads"), null, false));
        var joined = new CountDownLatch(1);
        bob.watch((event, _) -> {
            if (event instanceof Joined) joined.countDown();
            if (event instanceof Message message) HEARD.add(message.text());
            if (event instanceof Typing typing) TYPING.add(typing.conversation() + " " + typing.active());
        });
        bob.start();
        node = new Pty(ada("node", "--name", "Ada", "--room", "class", "--key", "coral-anchor-violin-puzzle",
                "--udp-port", String.valueOf(udpPort), "--tcp-port", String.valueOf(FreePorts.udp()), "--interface",
                "lo", "--downloads", folder.resolve("ada-downloads").toString()));
        assertTrue(joined.await(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), () -> node.shown());
    }

    @AfterAll
    static void end() {
        if (chat != null) chat.end();
        chat = null;
        if (node != null) node.end();
        if (bob != null) bob.close();
    }

    static List<String> ada(String name, String... more) {
        var command = new ArrayList<>(SelfCommand.of(name, "--profile", folder.resolve("ada").toString()));
        command.addAll(List.of(more));
        return command;
    }

    @BeforeEach
    void open() throws Exception {
        HEARD.clear();
        if (chat != null && chat.isAlive() && edited().equals(PROMPT.strip())) return;
        if (chat != null) chat.end();
        chat = new Pty("xterm-256color", COLUMNS, ROWS, ada("chat", "#class"));
        seen(PROMPT.strip());
    }

    static List<String> screen() {
        return Screen.lines(chat.shown(), COLUMNS, ROWS);
    }

    /// The line that is edited, which is the last one.
    static String edited() {
        return screen().getLast();
    }

    /// Waits until a line of the screen ends so.
    void seen(String end) throws InterruptedException {
        chat.until(() -> screen().stream().anyMatch(line -> line.endsWith(end)),
                () -> end + " is missing in " + screen());
    }

    void isEdited(String line) throws InterruptedException {
        chat.until(() -> edited().equals((PROMPT + line).stripTrailing()),
                () -> line + " is not what stands in " + screen());
    }

    static String heard() throws InterruptedException {
        return HEARD.poll(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS);
    }
}
