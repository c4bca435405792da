package io.landline.cli.connection;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.control.ControlClient;
import io.landline.control.NodeGoneException;
import io.landline.node.Node;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.settings.Profile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Finds the node that a subcommand talks to: the one that runs on its profile, else one of its own.
public final class NodeFinder {
    private NodeFinder() {}

    /// A running node is refused where the options contradict it (docs/command-line.md, "Commands").
    public static NodeConnection open(NodeOptions options)
            throws IOException, InterruptedException, CommandFailedException {
        return open(options, options);
    }

    /// @param ofOwn what a node of its own has, where none runs; a running one need not be so
    public static NodeConnection open(NodeOptions options, NodeOptions ofOwn)
            throws IOException, InterruptedException, CommandFailedException {
        var turn = new ProfileTurn();
        while (true) {
            ControlClient running = running(options);
            NodeConnection found = running == null ? own(ofOwn, turn) : ofRunning(running, options);
            if (found == null) continue;
            found.takeUp(options.rooms());
            return found;
        }
    }

    /// Null where another command has come first.
    private static @Nullable NodeConnection own(NodeOptions options, ProfileTurn turn)
            throws IOException, CommandFailedException {
        Node own;
        try {
            own = Node.open(options, SlowStart.of(options));
        } catch (NodeException e) {
            if (turn.comesAgain(e) || e.kind() == NodeException.Kind.IN_USE && isThere(options)) return null;
            throw failed(e);
        }
        ProfileProblems.warn(own.troubles());
        return new EmbeddedNode(own);
    }

    /// The node that runs on the profile, with the same rule for options; null where none runs.
    public static @Nullable NodeConnection openRunning(NodeOptions options)
            throws IOException, InterruptedException, CommandFailedException {
        ControlClient running = running(options);
        NodeConnection found = running == null ? null : ofRunning(running, options);
        if (found != null) found.takeUp(options.rooms());
        return found;
    }

    /// Whether the node that has the profile can be asked.
    private static boolean isThere(NodeOptions options) throws IOException {
        try (ControlClient other = running(options)) {
            return other != null;
        }
    }

    /// Null where that node has ended meanwhile: it was another command's.
    private static @Nullable NodeConnection ofRunning(ControlClient running, NodeOptions options)
            throws IOException, InterruptedException, CommandFailedException {
        var node = new RunningNodeClient(running, options.verbose());
        try {
            OptionConflicts.check(options, node);
            return node;
        } catch (NodeGoneException e) {
            node.close();
            return null;
        } catch (IOException | InterruptedException | CommandFailedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    /// Null where no node runs on the profile.
    public static @Nullable ControlClient running(NodeOptions options) throws IOException {
        return ControlClient.toNodeOf(Profile.openToRead(OpenProfile.folder(options)));
    }

    public static Node openNode(NodeOptions options) throws CommandFailedException {
        try {
            return Node.open(options, SlowStart.of(options));
        } catch (NodeException e) {
            throw failed(e);
        }
    }

    public static CommandFailedException failed(NodeException e) {
        String sentence = e.getMessage();
        int exitCode = e.kind() == NodeException.Kind.USAGE ? ExitCode.USAGE : ExitCode.FAILED;
        Why why = switch (e.kind()) {
            case USAGE -> Why.USAGE;
            case IN_USE -> Why.IN_USE;
            case FAILED -> Why.FAILED;
        };
        return new CommandFailedException(exitCode, why,
                sentence == null ? CommandTexts.of("The node cannot start.") : CommandTexts.inThisLanguage(sentence));
    }
}
