package io.landline.ui.flow;

import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.JoinedProfile;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A real node in this process, on the loopback interface alone.
///
/// @param home its profile is in there, and its downloads
record LocalNode(Node node, Path home) implements AutoCloseable {
    static final String KEY = "amber fox piano river";
    static final String ROOM = "class";

    /// @param key of the room [#ROOM]; null: it is in no room
    static LocalNode open(Path folder, String name, int udpPort, @Nullable String key) throws NodeException {
        Path home = folder.resolve(name);
        RequestedRoom room = key == null ? null : new RequestedRoom(new RoomName(ROOM), false, key);
        List<RequestedRoom> rooms = room == null ? List.of() : List.of(room);
        JoinedProfile.make(home.resolve("profile"), room);
        return new LocalNode(Node.open(new NodeOptions(home.resolve("profile"), new PeerName(name), rooms,
                new Network(udpPort, 0, List.of("lo"), List.of()), home.resolve("downloads"), AcceptRule.ASK, false)),
                home);
    }

    LocalNode started() {
        node.start();
        return this;
    }

    String key() {
        return node.fingerprint().hex();
    }

    Path downloads() {
        return home.resolve("downloads");
    }

    boolean isConnectedTo(LocalNode other) {
        Contact contact = node.contacts().contact(other.node.fingerprint());
        return contact != null && contact.member() && contact.connected();
    }

    /// Whether a text stands in this conversation.
    boolean has(String conversation, String text) throws CommandException {
        return node.chats()
                .page(conversation, null, 100)
                .items()
                .stream()
                .anyMatch(item -> item instanceof TimelineItem.Text said && said.text().equals(text));
    }

    @Override
    public void close() {
        node.close();
    }
}
