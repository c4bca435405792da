package io.landline.node;

import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryStoreException;
import io.landline.cost.Standing;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.identity.SafetyNumber;
import io.landline.node.CommandException.Code;
import io.landline.node.ConversationResolver.Addressee;
import io.landline.node.NodeEvent.Message;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.storage.StorageException;
import java.time.InstantSource;
import java.time.Duration;
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
    private final Conversations conversations;
    private final ChatWiring chat;
    private final ConversationResolver resolver;
    private final TrustStore trust;
    private final History history;

    Archive(OpenProfile profile, OwnRooms rooms, Conversations conversations, ChatWiring chat,
            ConversationResolver resolver) {
        this.profile = profile;
        this.rooms = rooms;
        this.conversations = conversations;
        this.chat = chat;
        this.resolver = resolver;
        trust = profile.trust();
        history = new History(profile.timelines(), profile.timelineSearch(), this::message);
    }

    /// Opens a profile to read in it, with its lock but without any socket. Closing closes all of it.
    public static Archive open(NodeOptions options) throws NodeException {
        return OpenProfile.use(options, profile -> on(profile, options));
    }

    private static Archive on(OpenProfile profile, NodeOptions options) throws NodeException {
        var events = new EventBus();
        var rooms = new OwnRooms(profile.rooms());
        rooms.addWishes(options.rooms(), profile.isNew());
        var network = new NetworkWiring(events, rooms, profile.trust(), () -> Duration.ZERO);
        Fingerprint self = profile.identity().fingerprint();
        var blocked = BlockedPeers.of(profile.trust());
        var chat = new ChatWiring(events, rooms, self, peer -> nameOf(profile.trust(), peer), blocked, _ -> false);
        var conversations = Conversations.open(profile.identity(), profile.chatStores(), chat, _ -> Standing.MEMBER,
                chat, InstantSource.system());
        chat.connect(conversations, new FileWiring(events, rooms, chat, profile.transfers()));
        var resolver = new ConversationResolver(rooms, network.people(), profile.trust(), conversations::isMember);
        return new Archive(profile, rooms, conversations, chat, resolver);
    }

    /// What became of the history, as a sentence; null where all is well.
    public @Nullable String problem() {
        OpenProfile.Problem problem = profile.problem();
        return problem == null ? null : problem.sentence();
    }

    private static String nameOf(TrustStore trust, Fingerprint peer) {
        PinnedPeer pinned = trust.pinned(peer);
        return pinned == null || pinned.name() == null ? peer.brief() : pinned.name().value();
    }

    /// A page of a conversation.
    public History.Page history(History.Question question) throws CommandException {
        try {
            return history.page(conversation(question.to()), question);
        } catch (StorageException | EntryStoreException e) {
            throw new CommandException(Code.STORAGE, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Message message(Entry entry) {
        Message m = chat.message(entry, entry.written());
        if (m == null || !m.author().equals(profile.identity().fingerprint())) return m;
        return new Message(m.received(), m.conversation(), m.author(), profile.name().value(), m.log(), m.number(),
                m.text(), m.written());
    }

    /// The conversation that a person means by TO.
    ConversationId conversation(String to) throws CommandException {
        return switch (resolver.find(to)) {
            case Addressee.InRoom(Room room) -> ConversationId.of(room.id());
            case Addressee.Direct(Fingerprint peer) -> conversations.direct(peer);
        };
    }

    /// The conversation that a person means by TO, as `conversation` fields have it.
    public String conversationLabel(String to) throws CommandException {
        return chat.label(conversation(to));
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
        String number = SafetyNumber.of(profile.identity().fingerprint(), peer).value();
        return new Safety(peer, resolver.name(peer), number, pinned != null && pinned.verified());
    }

    /// The person compared the safety number, aloud.
    public void markVerified(Fingerprint peer) {
        trust.setVerified(peer, true);
    }

    /// Only for an archive that was opened on its own.
    @Override
    public void close() {
        conversations.close();
        profile.close();
    }
}
