package io.landline.cli.file;

import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;

/// What a command that waits for files says when it is interrupted. Stateless; any thread.
public final class Interruption {
    private Interruption() {}

    /// Ctrl-C or SIGTERM before a command that waits for files has found or started a node. The command just ends: it
    /// has asked no node for anything yet.
    static void whileStarting(Terminal terminal) {
        SignalHandling.does(ExitCode.LATER, () -> terminal.warn(whileStarting()));
    }

    public static String whileStarting() {
        return CommandTexts.of("Interrupted while Landline was starting. Nothing was sent or taken.");
    }

    /// Ctrl-C in a command that waits for files.
    ///
    /// @param hasBegun whether anything was offered, or is on its way
    static void interrupted(Terminal terminal, NodeConnection node, boolean hasBegun) {
        terminal.status("");
        if (!hasBegun) {
            terminal.warn(CommandTexts.of("Interrupted. No file was on its way."));
            return;
        }
        terminal.warn(CommandTexts.of(node.isOwn()
                ? "Interrupted. What has arrived is kept; it goes on when Landline runs on both sides again."
                : "Interrupted. The node that runs here goes on with it; landline transfers list shows it."));
    }

    /// What becomes of an offer about which nobody has decided.
    static String offerStays() {
        return CommandTexts.of("What was offered stays, and its sender was told nothing: landline receive asks again.");
    }
}
