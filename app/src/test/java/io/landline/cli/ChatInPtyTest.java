package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NameColours;
import io.landline.lab.Escapes;
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
import io.landline.testing.StartsPrograms;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// `landline chat` as a person uses it: on a pseudo-terminal, beside a node that runs, and with somebody who answers.
@Isolated // a terminal shows what comes in time
@StartsPrograms
class ChatInPtyTest {
    private static final int COLUMNS = 60;
    private static final int ROWS = 12;
    private static final String PROMPT = "#class> ";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String LEFT = "\u001bOD";
    private static final String UP = "\u001bOA";
    private static final String PASTES_ON = "\u001b[?2004h";
    private static final String PASTES_OFF = "\u001b[?2004l";
    private static final String BACKSPACE = "\u007f";

    @TempDir
    static Path folder;
    private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();
    private static final BlockingQueue<String> TYPING = new LinkedBlockingQueue<>();
    private static Node bob;
    private static Pty node;

    /// One for all tests that leave it with an empty line: Java takes its time to start.
    private static Pty chat;

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
        if (node != null) node.end();
        if (bob != null) bob.close();
    }

    private static List<String> ada(String name, String... more) {
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

    private static List<String> screen() {
        return Screen.lines(chat.shown(), COLUMNS, ROWS);
    }

    /// The line that is edited, which is the last one.
    private static String edited() {
        return screen().getLast();
    }

    /// Waits until a line of the screen ends so.
    private void seen(String end) throws InterruptedException {
        chat.until(() -> screen().stream().anyMatch(line -> line.endsWith(end)),
                () -> end + " is missing in " + screen());
    }

    private void isEdited(String line) throws InterruptedException {
        chat.until(() -> edited().equals((PROMPT + line).stripTrailing()),
                () -> line + " is not what stands in " + screen());
    }

    private static String heard() throws InterruptedException {
        return HEARD.poll(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void halfALineStaysWholeWhenAMessageComesIn() throws Exception {
        chat.type("half a li");
        isEdited("half a li");
        bob.chats().say("#class", "do not tear it");
        seen("Bob: do not tear it");
        isEdited("half a li");
        chat.type("ne\r");
        assertEquals("half a line", heard());
        seen("Ada: half a line");
        isEdited("");
    }

    @Test
    void aMessageOfSeveralScreenLinesComesInAboveALongLine() throws Exception {
        String typed = "long ".repeat(COLUMNS / 5 * 2).strip();
        chat.type(typed);
        chat.until(() -> String.join("", screen()).contains("long long long"), () -> "" + screen());
        bob.chats().say("#class", "one\ntwo\n" + "wide ".repeat(COLUMNS / 5 + 1) + "wider");
        seen("two");
        seen("wider");
        chat.type("!\r");
        assertEquals(typed + "!", heard());
    }

    @Test
    void aFloodLeavesTheLineWhole() throws Exception {
        chat.type("still he");
        isEdited("still he");
        for (int i = 1; i <= 200; i++) bob.chats().say("#class", "flood " + i);
        seen("flood 200");
        isEdited("still he");
        long shown = screen().stream().filter(line -> line.contains("Bob: flood ")).count();
        assertEquals(200, shown);
        chat.type("re\r");
        assertEquals("still here", heard());
    }

    @Test
    void tabCompletesCommandsRoomsAndPeople() throws Exception {
        chat.type("/t\t");
        isEdited("/to");
        chat.type("#cl\t");
        isEdited("/to #class");
        chat.type(CTRL_C);
        isEdited("");
        chat.type("thank you Bo\t");
        isEdited("thank you Bob");
        chat.type("\r");
        assertEquals("thank you Bob", heard());
    }

    @Test
    void anotherConversationIsGoneTo() throws Exception {
        chat.type("/to Bob\r");
        chat.until(() -> edited().equals("Bob>"), () -> "" + screen());
        chat.type("for you alone\r");
        assertEquals("for you alone", heard());
        bob.chats().say("#class", "anybody?");
        seen("Bob wrote in #class. /to goes there.");
    }

    @Test
    void aPasteOfSeveralLinesIsOneMessage() throws Exception {
        chat.type("\u001b[200~first\rsecond\r\u001b[201~");
        seen("second");
        assertEquals(null, HEARD.peek());
        chat.type("\r");
        assertEquals("first\nsecond", heard());
    }

    @Test
    void wideCharactersAreEditedWhole() throws Exception {
        chat.type("日本😀x");
        isEdited("日本😀x");
        chat.type(LEFT + BACKSPACE + LEFT + BACKSPACE);
        isEdited("本x");
        bob.chats().say("#class", "語");
        seen("Bob: 語");
        isEdited("本x");
        chat.type("\r");
        assertEquals("本x", heard());
    }

    /// It went out with U+FFFD in the place of what was typed.
    @Test
    void aLineThatIsNotUtf8IsNotSentAndStays() throws Exception {
        chat.type("caf");
        chat.type((byte) 0xe9); // as a terminal sends it that is set to Windows-1252
        chat.type(" au\r");
        seen("A line is not UTF-8. It was not sent.");
        isEdited("caf\uFFFD au");
        chat.type(BACKSPACE.repeat(4) + "\u00e9\r");
        assertEquals("caf\u00e9", heard());
        isEdited("");
        chat.type("a mark of a page: \uFFFD\r");
        assertEquals("a mark of a page: \uFFFD", heard(), "this one was typed");
        isEdited("");
    }

    @Test
    void ctrlCClearsTheLineAndEndsOnAnEmptyOne() throws Exception {
        for (int time = 1; time <= 20; time++) {
            chat.type("never said " + time);
            isEdited("never said " + time);
            chat.type(CTRL_C);
            isEdited("");
        }
        chat.type(CTRL_C);
        chat.untilItEnds();
        assertEquals(ExitCode.INTERRUPTED, chat.exitCode());
        assertEquals(null, HEARD.peek());
    }

    @Test
    void ctrlDEndsItWell() throws Exception {
        chat.type(CTRL_D);
        chat.untilItEnds();
        assertEquals(ExitCode.DONE, chat.exitCode());
    }

    @Test
    void aSignalEndsItAsCtrlCDoesAndLeavesTheTerminalAsItWas() throws Exception {
        chat.type("half a li");
        isEdited("half a li");
        chat.terminate();
        String shown = chat.untilItEnds();
        assertEquals(ExitCode.INTERRUPTED, chat.exitCode(), shown);
        assertTrue(shown.lastIndexOf(PASTES_OFF) > shown.lastIndexOf(PASTES_ON), shown);
    }

    @Test
    void aLineIsFetchedAgainAndNothingInItIsMagic() throws Exception {
        String typed = "wow!! C:\\new 100 % $HOME";
        chat.type(typed + "\r");
        assertEquals(typed, heard());
        isEdited("");
        chat.type(UP);
        isEdited(typed);
        chat.type("\r");
        assertEquals(typed, heard());
    }

    /// Some terminals send the codes that arrows have elsewhere, whatever they are told.
    @Test
    void arrowsOfBothKindsMoveInTheLine() throws Exception {
        chat.type("ac" + LEFT + "b\u001b[C!\u001b[Hx\u001b[F.\u001b[D?");
        isEdited("xabc!?.");
        chat.type(CTRL_C);
        isEdited("");
    }

    /// What a history has besides messages is by somebody, too, but has no author.
    @Test
    void aRoomWithNewWordsIsOpened() throws Exception {
        new Pty(ada("room", "create", "club")).untilItEnds();
        new Pty(ada("room", "change-words", "club")).untilItEnds();
        var club = new Pty("xterm-256color", COLUMNS, ROWS, ada("chat", "#club"));
        try {
            assertTrue(club.shows("#club> "), () -> Escapes.line(club.shown()));
            assertTrue(club.shown().contains("Ada changed the words of #club"), () -> Escapes.line(club.shown()));
        } finally {
            club.end();
        }
    }

    @Test
    void whatBeginsWithASlashIsNoMessageUnlessItHasTwo() throws Exception {
        chat.type("/etc/passwd\r");
        seen("There is no /etc/passwd. /help shows what there is; a messag");
        chat.type("//etc/passwd\r");
        assertEquals("/etc/passwd", heard());
    }

    @Test
    void aNarrowerWindowKeepsTheLine() throws Exception {
        chat.type("before");
        isEdited("before");
        chat.resize(COLUMNS / 2, ROWS);
        chat.type(" after\r");
        assertEquals("before after", heard());
        chat.end(); // its screen is no longer as wide as that of the others
    }

    @Test
    void h43_whatAPeerWritesSteersNoTerminal() throws Exception {
        bob.chats()
                .say("#class",
                        "a\u001b[31mred\u001b]0;title\u0007\u001b]52;c;b3duZWQ=\u001b\\"
                                + "\u009b31m\u009d0;t\u009c\b\u007f\rb\u202ec %N all of it");
        seen("all of it");
        String shown = chat.shown();
        for (String bad : List.of("\u001b]", "\u001b[31m", "\u0007", "\u009b", "\u009d", "\u009c", "\u007f",
                "\u202e")) {
            assertFalse(shown.contains(bad), () -> Escapes.line(bad) + " in " + Escapes.line(shown));
        }
        assertTrue(shown.contains("\\x1b]52;c;b3duZWQ="), () -> Escapes.line(shown));
    }

    @Test
    void aPersonHasTheColourOfTheFingerprint() throws Exception {
        bob.chats().say("#class", "in colour");
        seen("Bob: in colour");
        String colour = "\u001b[38;5;" + NameColours.of(bob.fingerprint().hex(), 256) + ";1mBob\u001b[0m";
        assertTrue(chat.shown().contains(colour), () -> colour + " in " + Escapes.line(chat.shown()));
    }

    @Test
    void whoTypesIsSeenToDoSo() throws Exception {
        chat.type("said\r");
        assertEquals("said", heard()); // which ends what was typed before
        TYPING.clear();
        chat.type("/who");
        isEdited("/who");
        chat.type(CTRL_C);
        isEdited("");
        assertEquals(null, TYPING.peek(), "a command is no message");
        String told = null;
        for (int keys = 0; told == null && keys < Patience.PROGRAM_SECONDS; keys++) {
            chat.type("a");
            told = TYPING.poll(1, TimeUnit.SECONDS);
        }
        assertEquals("#class true", told);
    }

    @Test
    void withoutColoursNoneIsWritten() throws Exception {
        bob.chats().say("#class", "in black and white");
        seen("Bob: in black and white");
        var plain = new Pty("xterm-256color", COLUMNS, ROWS, ada("chat", "#class", "--color", "never"));
        try {
            assertTrue(plain.shows("Bob: in black and white"), plain::shown);
            plain.shows(PROMPT);
            assertFalse(plain.shown().matches("(?s).*\u001b\\[[\\d;]*m.*"), () -> Escapes.line(plain.shown()));
        } finally {
            plain.end();
        }
    }

    /// As a serial line does, and a container whose terminal has no size yet.
    @Test
    void whereATerminalHasNoColumnsEachLineOfItIsAMessage() throws Exception {
        var bare = new Pty("xterm-256color", 0, ROWS, ada("chat", "#class"));
        try {
            bob.chats().say("#class", "can you read this");
            assertTrue(bare.shows("Bob: can you read this"), bare::shown);
            bare.type("I see what I type\n");
            assertEquals("I see what I type", HEARD.poll(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
            assertTrue(bare.shown().contains("I see what I type"), bare::shown);
        } finally {
            bare.end();
        }
    }

    @Test
    void theTerminalIsLeftAsItWas() throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "stty -g; \"$@\"; stty -g", "sh"));
        command.addAll(ada("chat", "#class"));
        var shell = new Pty("xterm-256color", COLUMNS, ROWS, command);
        try {
            shell.until(() -> shell.shown().endsWith(PROMPT),
                    () -> Escapes.line(shell.shown()));
            shell.type("/quit\r");
            String shown = shell.untilItEnds();
            List<String> modes = shown.lines()
                    .map(String::strip)
                    .filter(line -> line.matches(".*[0-9a-f:]{60,}"))
                    .map(line -> line.replaceAll(".*?([0-9a-f]+:[0-9a-f:]+)$", "$1"))
                    .toList();
            assertEquals(2, modes.size(), () -> Escapes.line(shown));
            assertEquals(modes.getFirst(), modes.getLast());
        } finally {
            shell.end();
        }
    }
}
