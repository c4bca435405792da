package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `chat` on a terminal that cannot edit a line, or that nobody knows, and in a pipe.
@StartsPrograms
class ChatWithoutEditorInPtyTest extends ConsoleNodes {
    /// Else `/quit` would go to everybody in the room, and the chat would go on.
    @Test
    void aPersonIsToldThatEachLineIsAMessage() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        try (Node ada = node("Ada", null); var _ = ConsoleSocket.open(ada, () -> {}, null)) {
            ada.start();
            var chat = new Pty("dumb", SelfCommand.of("chat", "#class", "--profile", folder.resolve("Ada").toString(),
                    "--color", "never"));
            assertTrue(chat.shows("each line is a message, also one that begins with a slash. Ctrl-D ends the chat."),
                    chat::shown);
            chat.type("\u0004");
            String all = chat.untilItEnds();
            assertEquals(ExitCode.DONE, chat.exitCode(), all);
        }
    }

    /// As over ssh from a terminal that this computer has no description of: the line editor logs that with a trace.
    @Test
    void anUnknownTerminalIsNoReasonForATrace() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        try (Node ada = node("Ada", null); var _ = ConsoleSocket.open(ada, () -> {}, null)) {
            ada.start();
            var chat = new Pty("of-no-such-type", 80, 24, SelfCommand.of("chat", "#class", "--profile",
                    folder.resolve("Ada").toString()));
            assertTrue(chat.shows("#class> "), chat::shown);
            chat.type("/quit\r");
            String all = chat.untilItEnds();
            assertEquals(ExitCode.DONE, chat.exitCode(), all);
            assertFalse(all.contains("jline"), all);
        }
    }

    /// A line that is too long even for the local socket. Of one with blanks in it the beginning alone was sent.
    @ParameterizedTest
    @ValueSource(strings = {"x", " "})
    void aLineThatIsFarTooLongDoesNotEndTheChat(String filling) throws Exception {
        try (Node ada = node("Ada", null); var _ = ConsoleSocket.open(ada, () -> {}, null)) {
            ada.start();
            Process chat = new ProcessBuilder(SelfCommand.of("chat", "#class", "--profile",
                    folder.resolve("Ada").toString())).redirectErrorStream(true).start();
            try (var typed = chat.outputWriter(StandardCharsets.UTF_8)) {
                typed.write("x" + filling.repeat(300_000) + "x\nand on\n");
            }
            String all = new String(chat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(all.contains("This is longer than 256 KiB. Nothing was sent"), all);
            assertTrue(all.contains("1 line was not sent, for the reason above; the others were."), all);
            assertEquals(ExitCode.FAILED, chat.waitFor());
        }
    }
}
