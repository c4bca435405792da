package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FilesToSend;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What a chat on a terminal does with characters: of others, wide ones, and bytes that are none.
@Isolated // a terminal shows what comes in time
@StartsPrograms
class ChatTextInPtyTest extends ChatOnAPty {
    /// Here and in a history a text could pad itself until a row began as if somebody else had said it.
    @Test
    void noRowOfALongMessageBeginsAtTheEdge() throws Exception {
        bob.chats().say("#class", "well" + "l".repeat(COLUMNS) + " ".repeat(2 * COLUMNS) + "Ada: yes");
        seen("    Ada: yes");
        var history = ada("history", "#class", "--limit", "1");
        shows(history, line -> line.startsWith("    llll"));
        // what the input is does not matter
        var withoutInput = new ArrayList<>(List.of("sh", "-c", "exec \"$0\" \"$@\" </dev/null"));
        withoutInput.addAll(history);
        shows(withoutInput, line -> line.startsWith("    llll"));
    }

    /// A name could do the same in a list of files.
    @Test
    void noRowOfALongNameBeginsAtTheEdge() throws Exception {
        String name = "x".repeat(4 * COLUMNS - 20) + "Ada: yes";
        bob.chats().send("#class", FilesToSend.of(List.of(Files.writeString(folder.resolve(name), "text"))));
        chat.until(() -> screen().stream().anyMatch(row -> row.contains("Ada: yes")), () -> screen().toString());
        String shown = shows(ada("transfers", "list"), line -> line.startsWith("    ") && line.endsWith("Ada: yes"));
        assertTrue(Screen.lines(shown, COLUMNS, ROWS).stream().noneMatch(line -> line.startsWith("x")), shown);
    }

    /// Waits until such a line stands on a screen of its own.
    private static String shows(List<String> command, Predicate<String> line) throws Exception {
        var pty = new Pty("xterm-256color", COLUMNS, ROWS, command);
        try {
            pty.until(() -> Screen.lines(pty.shown(), COLUMNS, ROWS).stream().anyMatch(line), pty::shown);
            return pty.shown();
        } finally {
            pty.end();
        }
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
}
