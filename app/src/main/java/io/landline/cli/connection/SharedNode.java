package io.landline.cli.connection;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The node of a subcommand that is done, while other subcommands still use it: it ends with the last of them. It would
/// else end while they send something. Main thread.
public final class SharedNode {
    /// Most of the others are done by then, and nothing need be said.
    private static final Duration SAID_AFTER = Duration.ofSeconds(1);
    private static @Nullable EmbeddedNode left;

    private SharedNode() {}

    /// By a subcommand that is done with its node.
    static void leave(EmbeddedNode node) {
        left = node;
    }

    /// Called when a subcommand has said all: waits for those that still use its node, if there are any. Ctrl-C and
    /// SIGTERM end the node at once.
    ///
    /// @param exitCode of that subcommand, see [ExitCode]
    public static void awaitOthers(int exitCode) {
        EmbeddedNode node = left;
        if (node == null) return;
        left = null;
        SignalHandling.does(exitCode, node::end);
        try {
            if (node.awaitUnused(SAID_AFTER)) return;
            new Terminal(false, Terminal.Colour.NEVER).warn(CommandTexts
                    .of("Other commands still use the node of this one. It ends with them; Ctrl-C ends it now."));
            while (!node.awaitUnused(SAID_AFTER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            node.end();
            SignalHandling.isOver(exitCode);
        }
    }
}
