package io.landline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FilesToSend;
import io.landline.lab.Escapes;
import io.landline.node.Node;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The real commands on a real terminal (a pseudo-terminal, by `script`), beside a peer that puts escape sequences
/// wherever it may write something: whatever it says, the terminal is steered by nobody but us (H43).
@Isolated // a terminal shows what comes in time
@StartsPrograms
class TerminalInPtyTest {
    /// Colours, a window's title, the clipboard (OSC 52), the same with C1 controls, a bell, a backspace, a line that
    /// overwrites itself.
    private static final String STEERS = "\u001b[31mred\u001b]0;title\u0007\u001b]52;c;"
            + "b3duZWQ=\u001b\\\u009b31m\u009d0;"
            + "t\u009c\u0085\u0007\b\u007fshown\rhidden\u001bP$q\u001b\\\u202egnp.exe\u2066";
    /// As far as names may hold it: no control characters, but changes of direction.
    private static final String NAME = "Bob\u202e\u2066cba";
    private static final String ROOM = "class\u202eabc";
    private static final String FILE = "photo\u001b]52;c;b3duZWQ=\u0007\r\u009b31m.png";
    /// What we write ourselves: dim, plain, a line of progress that does not wrap, the line of a status, and the end of
    /// a line as a terminal has it.
    private static final String OURS = "\u001b\\[2m|\u001b\\[0m|\u001b\\[\\?7[lh]|\r\u001b\\[2K|\r+\n";
    /// What the line editor writes: colours of names, modes of the keys and of a paste, and where the line stands.
    private static final String OF_THE_EDITOR = "\u001b\\[3\\d;1m|\u001b\\[\\?(1|2004)[hl]|\u001b[=>]"
            + "|\u001b\\[\\d*[ABCDJK]";

    private static final int LOOKS_MAX = 5;

    @TempDir
    static Path folder;
    private static Node bob;
    private static Pty node;
    private static ExecutorService side;
    private static Future<String> history;
    private static Future<String> json;
    private static Future<String> peers;
    private static Future<String> chat;
    private static Future<String> receive;
    private static Future<String> watch;
    private static Future<String> doctor;
    private static Future<String> rooms;

    @BeforeAll
    static void begin() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        int udpPort = FreePorts.udp();
        bob = Node.open(new NodeOptions(folder.resolve("bob"), new PeerName(NAME),
                List.of(new RequestedRoom(new RoomName(ROOM), true, null)),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("bob-downloads"), null, false));
        var joined = new CountDownLatch(1);
        bob.watch((event, _) -> {
            if (event instanceof Joined) joined.countDown();
        });
        bob.start();
        int tcpPort = FreePorts.udp();
        node = new Pty(command("node", "--name", "Ada", "--room", ROOM, "--open", "--udp-port", String.valueOf(udpPort),
                "--tcp-port", String.valueOf(tcpPort), "--interface", "lo", "--accept", "ask", "--downloads",
                folder.resolve("ada-downloads").toString(), "--color", "always"));
        assertTrue(joined.await(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), () -> node.shown());
        bob.chats().say("#" + ROOM, STEERS);
        bob.chats().send("#" + ROOM, FilesToSend.of(List.of(Files.writeString(folder.resolve(FILE), "x"))));
        assertTrue(node.shows("You are offered"), () -> node.shown());
        side = Executors.newVirtualThreadPerTaskExecutor();
        history = side.submit(() -> new Pty(command("history", "#" + ROOM)).untilItEnds());
        json = side.submit(() -> new Pty(command("history", "#" + ROOM, "--json")).untilItEnds());
        peers = side.submit(TerminalInPtyTest::listed);
        rooms = side.submit(() -> new Pty(command("room", "list")).untilItEnds());
        doctor = side.submit(
                () -> new Pty(command("doctor", "--peer", "127.0.0.1:" + bob.status().tcpPort(), "--color", "always"))
                        .untilItEnds());
        watch = side.submit(() -> watched(udpPort));
        chat = side.submit(TerminalInPtyTest::chatted);
        receive = side.submit(TerminalInPtyTest::received);
    }

    private static List<String> command(String name, String... more) {
        var command = new ArrayList<>(SelfCommand.of(name, "--profile", folder.resolve("ada").toString()));
        command.addAll(List.of(more));
        return command;
    }

    /// A session may stand before the presence of the other side was heard.
    private static String listed() throws Exception {
        String shown = new Pty(command("peers")).untilItEnds();
        for (int i = 0; i < LOOKS_MAX && shown.contains("Nobody else"); i++) {
            shown = new Pty(command("peers")).untilItEnds();
        }
        return shown;
    }

    private static String chatted() throws Exception {
        var pty = new Pty(command("chat", "#" + ROOM));
        pty.shows("hidden");
        bob.chats().say("#" + ROOM, "live " + STEERS);
        pty.shows("live ");
        pty.type("\u0004");
        return pty.untilItEnds();
    }

    private static String received() throws Exception {
        var pty = new Pty(command("receive"));
        pty.shows("Take it?");
        pty.type("y\n");
        return pty.untilItEnds();
    }

    /// Beside what nodes send, a datagram of somebody who is none.
    private static String watched(int udpPort) throws Exception {
        var pty = new Pty(command("watch"));
        byte[] body = ("{\"fingerprint\":\"" + "ab".repeat(32)
                + "\",\"run\":1,\"seq\":1,\"next\":5000,\"more\":\"\u009b31mmarked\u009d0;t\u009c\u007f\"}")
                .getBytes(UTF_8);
        var packet = new ByteArrayOutputStream();
        packet.writeBytes("LNDL".getBytes(UTF_8));
        packet.write(1);
        packet.write(2);
        packet.writeBytes(body);
        try (var socket = new DatagramSocket()) {
            while (pty.isAlive() && !pty.shown().contains("marked")) {
                socket.send(new DatagramPacket(packet.toByteArray(), packet.size(), InetAddress.getLoopbackAddress(),
                        udpPort));
                synchronized (pty) {
                    TimeUnit.MILLISECONDS.timedWait(pty, 200);
                }
            }
        }
        pty.type("\u0003");
        return pty.untilItEnds();
    }

    @AfterAll
    static void end() {
        if (side != null) side.close();
        if (node != null) node.end();
        if (bob != null) bob.close();
    }

    /// Nothing of it steers a terminal; and it was there, made harmless.
    private static void assertHarmless(String shown, String... harmless) {
        String theirs = shown.replaceAll(OURS, "");
        for (char c : theirs.toCharArray()) {
            boolean steers = c < ' ' && c != '\t' && c != '\b' || c >= 0x7f && c <= 0x9f || c == '\u202e'
                    || c == '\u2066';
            assertFalse(steers, () -> String.format("U+%04X reached the terminal: ", (int) c) + quoted(shown));
        }
        for (String each : harmless) assertTrue(shown.contains(each), () -> each + " is missing in " + quoted(shown));
    }

    private static String quoted(String shown) {
        return Escapes.lines(new String(shown.getBytes(UTF_8), ISO_8859_1));
    }

    @Test
    void h43_aNodeShowsMessagesAndOffersHarmless() throws Exception {
        assertTrue(node.shows("You are offered"));
        assertHarmless(node.shown(), "\\x1b]52;c;b3duZWQ=", "\\x9b31m", "Bob\\u202e\\u2066cba",
                "hidden");
    }

    @Test
    void h43_historyShowsMessagesHarmless() throws Exception {
        assertHarmless(history.get(), "\\x1b]52;c;b3duZWQ=", "\\x9b31m", "\\x07", "shown\\rhidden",
                "Bob\\u202e");
    }

    /// A program reads the very same text from it.
    @Test
    void h43_jsonOnATerminalIsHarmlessToo() throws Exception {
        assertHarmless(json.get().replace("\u202e", "").replace("\u2066", ""), "\\u001b]52;c;b3duZWQ=", "\\u009b31m",
                "\\u007f");
    }

    @Test
    void h43_chatShowsMessagesHarmless() throws Exception {
        String theirs = chat.get().replaceAll(OF_THE_EDITOR, "").replaceAll("\r(?!\r*\n)", "");
        assertHarmless(theirs, "live \\x1b[31mred", "\\x1b]52;c;b3duZWQ=", "\\x9b31m",
                "shown\\rhidden");
    }

    @Test
    void h43_peersShowsNamesAndRoomsHarmless() throws Exception {
        assertHarmless(peers.get(), "Bob\\u202e\\u2066cba", "#class\\u202eabc");
    }

    @Test
    void h43_roomListShowsNamesHarmless() throws Exception {
        assertHarmless(rooms.get(), "#class\\u202eabc");
    }

    @Test
    void h43_doctorShowsNamesHarmless() throws Exception {
        assertHarmless(doctor.get(), "Bob\\u202e\\u2066cba");
    }

    @Test
    void h43_watchShowsDatagramsHarmless() throws Exception {
        assertHarmless(watch.get(), "\\x9b31mmarked\\x9d0;t\\x9c\\x7f");
    }

    @Test
    void h43_receiveShowsOffersAndPathsHarmless() throws Exception {
        String shown = receive.get();
        assertHarmless(shown, "You are offered photo", "Received ");
        assertEquals(1, Files.list(folder.resolve("ada-downloads")).count());
    }
}
