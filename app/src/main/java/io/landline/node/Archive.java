package io.landline.node;

import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryStoreException;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.identity.SafetyNumber;
import io.landline.node.port.CommandException.Code;
import io.landline.node.ConversationResolver.Addressee;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.Muting;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.storage.StorageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a profile remembers: messages, rooms, people met. Needs no network, so it can be asked with no node running.
/// Any thread; reads the disk.
public final class Archive implements AutoCloseable {
    /// @param number what two people compare aloud
    public record Safety(Fingerprint peer, String name, String number, boolean verified) {}

    public record RoomView(RoomId id, String label, boolean open, boolean confirmed) {}

    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final PeerNames names;
    private final MessageReader messages;
    private final TrustStore trust;
    private final History history;

    Archive(OpenProfile profile, OwnRooms rooms, ConversationResolver resolver, PeerNames names,
            MessageReader messages) {
        this.profile = profile;
        this.rooms = rooms;
        this.resolver = resolver;
        this.names = names;
        this.messages = messages;
        trust = profile.trust();
        history = new History(profile.timelines(), profile.timelineSearch(), this::message);
    }

    /// Opens a profile to read in it, with its lock but without any socket. Closing closes all of it.
    public static Archive open(NodeOptions options) throws NodeException {
        return OpenProfile.use(options, profile -> on(profile, options));
    }

    private static Archive on(OpenProfile profile, NodeOptions options) throws NodeException {
        var rooms = new OwnRooms(profile.rooms());
        rooms.addWishes(options.rooms(), profile.isNew());
        ChatStores stores = profile.chatStores();
        var names = new PeerNames(List::of, profile.trust(), profile::name);
        var messages = new MessageReader(profile.identity().fingerprint(), names,
                new ConversationLabels(rooms, stores.entries()::directPeer), profile.timelineViews());
        var resolver = new ConversationResolver(rooms, List::of, profile.trust(),
                (ours, peer) -> ours.stream().anyMatch(room -> stores.admissions().find(room, peer) != null));
        return new Archive(profile, rooms, resolver, names, messages);
    }

    /// What became of the history, as a sentence; null where all is well.
    public @Nullable String problem() {
        OpenProfile.Problem problem = profile.problem();
        return problem == null ? null : problem.sentence();
    }

    /// A page of a conversation.
    public History.Page history(History.Question question) throws CommandException {
        try {
            return history.page(resolver.find(question.to()).conversation(self()), question);
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Message message(Entry entry) {
        Message m = messages.message(entry, entry.written());
        if (m == null || !m.author().equals(self())) return m;
        return new Message(m.received(), m.conversation(), m.author(), profile.name().value(), m.place(), m.words(),
                m.written());
    }

    /// The conversation that a person means by TO, as `conversation` fields have it.
    public String conversationLabel(String to) throws CommandException {
        return switch (resolver.find(to)) {
            case Addressee.InRoom(Room room) -> rooms.conversation(room);
            case Addressee.Direct(Fingerprint peer) -> peer.hex();
        };
    }

    private Fingerprint self() {
        return profile.identity().fingerprint();
    }

    /// First joined first.
    public List<RoomView> rooms() {
        return rooms.all()
                .stream()
                .map(room -> new RoomView(room.id(), rooms.label(room), room.open(), rooms.isConfirmed(room)))
                .toList();
    }

    /// The safety number of a member and us.
    public Safety safety(String to) throws CommandException {
        if (!(resolver.find(to) instanceof Addressee.Direct(Fingerprint peer))) {
            throw new CommandException(Code.NO_PEER, "A safety number belongs to a person, not to a room.");
        }
        PinnedPeer pinned = trust.pinned(peer);
        String number = SafetyNumber.of(self(), peer).value();
        return new Safety(peer, names.name(peer), number, pinned != null && pinned.verified());
    }

    /// Which conversations notify. Only for an archive that was opened on its own: a node does it by its conversations.
    public Muting muting() {
        return new ConversationMuting(resolver, self(), profile.choices(), _ -> {});
    }

    /// The person compared the safety number, aloud. Only for an archive that was opened on its own: a node has
    /// [Contacts#setVerified].
    public void markVerified(Fingerprint peer) {
        trust.setVerified(peer, true);
    }

    /// Only for an archive that was opened on its own.
    @Override
    public void close() {
        profile.close();
    }
}
