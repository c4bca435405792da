package io.landline.cli.connection;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.console.ConsoleSocket;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedNodeTest {
    @TempDir
    private Path folder;

    @Test
    void aNodeThatGetsNoSocketIsClosed() throws Exception {
        Profile profile = Profile.open(folder.toRealPath().resolve("profile"));
        Node node = Node.open(new NodeOptions(profile.folder(), new PeerName("Ada"), List.of(),
                new NodeOptions.Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"),
                null, false));
        ConsoleSocket.open(node, () -> {}, null).close();
        Path usual = requireNonNull(requireNonNull(ProfileLock.owner(profile)).socket());
        List<Path> inTheWay = List.of(usual, profile.folder().resolve("landline.sock"));
        try {
            for (Path each : inTheWay) Files.createDirectories(each.resolve("full"));
            assertThrows(IOException.class, () -> new EmbeddedNode(node));
            assertNull(ProfileLock.owner(profile), "the profile is free");
        } finally {
            node.close();
            for (Path each : inTheWay) {
                Files.deleteIfExists(each.resolve("full"));
                Files.deleteIfExists(each);
            }
        }
    }
}
