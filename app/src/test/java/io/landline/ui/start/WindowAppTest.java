package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeException.Kind;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening a node for the window where another start has taken the profile between the look and the opening.
class WindowAppTest {
    @TempDir
    Path home;

    @Test
    void whatAnotherStartDoesIsNotOpenedHere() throws Exception {
        try (var _ = ProfileLock.acquire(Profile.open(home.resolve("profile")))) {
            assertThrows(CancellationException.class, () -> opening(() -> true).get());
        }
    }

    @Test
    void whereTheOtherOneTakesNothingTheProfileIsInUse() throws Exception {
        try (var _ = ProfileLock.acquire(Profile.open(home.resolve("profile")))) {
            var why = assertThrows(ExecutionException.class, () -> opening(() -> false).get()).getCause();
            assertEquals(Kind.IN_USE, assertInstanceOf(NodeException.class, why).kind());
        }
    }

    private CompletableFuture<Node> opening(WindowApp.Handover handover) {
        var options = new NodeOptions(home.resolve("profile"), new PeerName("Ada"), List.of(),
                new Network(null, null, List.of("lo"), List.of()), home.resolve("downloads"), AcceptRule.ASK, false);
        return WindowApp.opening(options, new OpeningProgress(), handover);
    }
}
