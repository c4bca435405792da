package io.landline.console;

import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.Keeping;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What commands about a profile do where a node runs on it. Any thread.
record RunningNode(Node node) implements ProfileLines.ProfileAccess {
    @Override
    public void setVerified(Fingerprint peer, boolean verified) throws CommandException {
        node.contacts().setVerified(peer, verified);
    }

    @Override
    public void setBlocked(Fingerprint peer, boolean blocked) throws CommandException {
        node.contacts().setBlocked(peer, blocked);
    }

    @Override
    public Set<Fingerprint> paused() {
        return node.chats().paused();
    }

    @Override
    public void allowMore(Fingerprint peer) {
        node.chats().allowMore(peer);
    }

    @Override
    public Keeping keeping() {
        return node.chats().history();
    }

    @Override
    public List<Present> here() {
        return node.contacts().here();
    }

    @Override
    public void setArchived(String conversation, boolean archived) throws CommandException {
        node.chats().setArchived(conversation, archived);
    }

    @Override
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        node.chats().setOwnName(room, name);
    }
}
