package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.EventFields;
import io.landline.control.ControlClient;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.JoinedProfile;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Nodes of one room on the loopback interface, each with a profile in the folder, and the lines of their consoles.
abstract class ConsoleNodes {
    static final String KEY = "amber fox piano river";
    /// A busy machine takes half a minute to start a program that a line may wait for.

    @TempDir
    Path folder;
    int udpPort;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    Node node(String name, @Nullable AcceptRule rule) throws Exception {
        return node(name, name, rule);
    }

    /// Somebody else of a name, with a profile of their own.
    Node another(String name, String profile) throws Exception {
        return node(name, profile, null);
    }

    private Node node(String name, String profile, @Nullable AcceptRule rule) throws Exception {
        var room = new RequestedRoom(new RoomName("class"), false, KEY);
        JoinedProfile.make(folder.resolve(profile), room);
        return Node.open(new NodeOptions(folder.resolve(profile), new PeerName(name), List.of(room),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(profile + "-downloads"), rule,
                false));
    }

    /// What the node of this name says and takes, once it has a socket.
    ControlClient lines(String name) throws Exception {
        ControlClient lines = ControlClient.toNodeOf(Profile.open(folder.resolve(name)));
        assertNotNull(lines);
        return lines;
    }

    static JsonObject await(ControlClient client, String event) throws Exception {
        while (true) {
            String line = client.next(Patience.OF_PROGRAMS);
            assertNotNull(line, "nothing more came");
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            if (EventFields.is(json, event)) return json;
        }
    }
}
