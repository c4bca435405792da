package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NameColours;
import io.landline.lab.Escapes;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// `landline chat` as a person uses it.
@Isolated // a terminal shows what comes in time
@StartsPrograms
class ChatInPtyTest extends ChatOnAPty {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001bOA";
    private static final String PASTES_ON = "\u001b[?2004h";
    private static final String PASTES_OFF = "\u001b[?2004l";

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
        seen("There is no /etc/passwd. /help shows what there is; a");
        seen("    message that begins with a slash begins with two.");
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
        String inOneRow = shown.replaceAll("\r+\n {4}", "");
        assertTrue(inOneRow.contains("\\x1b]52;c;b3duZWQ="), () -> Escapes.line(shown));
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
