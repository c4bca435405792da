package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// `chat` on a terminal that cannot edit a line.
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
}
