package io.landline.cli;

import io.landline.control.ControlConnection;
import io.landline.node.Node;
import io.landline.node.NodeException;
import io.landline.node.NodeOptions;
import io.landline.node.OpenProfile;
import io.landline.settings.Profile;
import java.io.IOException;

/// Finds the node that a subcommand talks to: the one that runs on its profile, else one of its own.
final class NodeLinks {
    private NodeLinks() {}

    /// A running node is refused where the options contradict it (design.md §8).
    static NodeLink open(NodeOptions options) throws IOException, InterruptedException, Failed {
        ControlConnection running = running(options);
        if (running == null) return new OwnNode(openNode(options));
        var link = new RunningNode(running);
        try {
            Contradictions.check(options, link);
        } catch (IOException | InterruptedException | Failed | RuntimeException e) {
            link.close();
            throw e;
        }
        return link;
    }

    /// Null where no node runs on the profile.
    static @org.jspecify.annotations.Nullable ControlConnection running(NodeOptions options) throws IOException {
        return ControlConnection.toNodeOf(Profile.open(OpenProfile.folder(options)));
    }

    static Node openNode(NodeOptions options) throws Failed {
        try {
            return Node.open(options);
        } catch (NodeException e) {
            throw failed(e);
        }
    }

    static Failed failed(NodeException e) {
        String sentence = e.getMessage();
        int exitCode = e.kind() == NodeException.Kind.USAGE ? ExitCode.USAGE : ExitCode.FAILED;
        return new Failed(exitCode, e.kind().name().toLowerCase(java.util.Locale.ROOT),
                sentence == null ? "The node cannot start." : sentence);
    }
}
