package io.landline.node.network;

import io.landline.cost.Standing;
import io.landline.identity.SafetyNumber;
import io.landline.node.port.Activity;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts;
import io.landline.node.port.TypedAddress;
import io.landline.node.room.NodeStandings;
import io.landline.peer.Fingerprint;
import io.landline.session.core.Sessions;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What this user asks and decides about people. Any thread; waits for the disk.
public final class NodeContacts implements Contacts {
    private final Fingerprint self;
    private final ContactList list;
    private final Activity activity;
    private final NodeStandings standings;
    private final BlockDecisions blocks;
    private final Sessions sessions;
    private final Consumer<Fingerprint> standingChanged;
    private final TypedPeers typed;

    /// @param standingChanged told of a person that was verified or blocked, or is not any more
    public NodeContacts(Fingerprint self, ContactList list, Activity activity, NodeStandings standings,
            BlockDecisions blocks,
            Sessions sessions, Consumer<Fingerprint> standingChanged, TypedPeers typed) {
        this.self = self;
        this.list = list;
        this.activity = activity;
        this.standings = standings;
        this.blocks = blocks;
        this.sessions = sessions;
        this.standingChanged = standingChanged;
        this.typed = typed;
    }

    @Override
    public List<Contact> contacts() {
        return list.contacts();
    }

    @Override
    public List<Present> here() {
        return list.here();
    }

    @Override
    public @Nullable Contact contact(Fingerprint peer) {
        return list.contact(peer);
    }

    @Override
    public boolean isWellKnown(Fingerprint peer) {
        return standings.of(peer) == Standing.TRUSTED;
    }

    @Override
    public List<RoomAbout> roomsAbout() {
        return list.roomsAbout();
    }

    @Override
    public Activity activity() {
        return activity;
    }

    @Override
    public Safety safety(Fingerprint peer) {
        Contact contact = contact(peer);
        return new Safety(peer, contact == null ? peer.brief() : contact.name(), SafetyNumber.of(self, peer).value(),
                contact != null && contact.verified());
    }

    @Override
    public void setVerified(Fingerprint peer, boolean verified) throws CommandException {
        if (!standings.setVerified(peer, verified)) throw BlockDecisions.neverMet(peer);
        standingChanged.accept(peer);
    }

    @Override
    public void setBlocked(Fingerprint peer, boolean now) throws CommandException {
        blocks.set(peer, now, () -> sessions.blockedChanged(peer, now));
        standingChanged.accept(peer);
    }

    @Override
    public void connect(String address) throws CommandException {
        TypedAddress parsed = TypedAddress.parse(address.strip());
        if (parsed == null) {
            throw new CommandException(Code.MALFORMED,
                    "That is no address. Type a computer's name or address, with a port behind it if it"
                            + " needs one, like 10.0.0.7:5263.");
        }
        connect(parsed);
    }

    @Override
    public void connect(TypedAddress address) throws CommandException {
        typed.connectOnce(address);
    }
}
