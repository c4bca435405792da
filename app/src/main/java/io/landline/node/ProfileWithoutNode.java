package io.landline.node;

import io.landline.chat.ChatStores;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.handshake.BlockedPeers;
import io.landline.node.conversation.ConversationOptions;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageReader;
import io.landline.node.conversation.PollReader;
import io.landline.node.conversation.ProfileKeeping;
import io.landline.node.event.KnownNames;
import io.landline.node.event.PeerNames;
import io.landline.node.network.BlockDecisions;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.HandInLists;
import io.landline.node.port.Keeping;
import io.landline.node.port.Muting;
import io.landline.node.port.UnreachedOffer;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.AdmittedPeople;
import io.landline.node.room.ConversationIds;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A profile that is open with no node on it: its reader, and what a running node does by its ports. What is changed
/// here goes to the disk alone, past all that a node keeps in memory, so a node never hands this out. Any thread;
/// waits for the disk.
public final class ProfileWithoutNode implements AutoCloseable {
    private final OpenProfile profile;
    private final ProfileReader reader;
    private final Supplier<HandInLists> boxes;
    private final ConversationResolver resolver;
    private final JoinedTimeline joined;

    private ProfileWithoutNode(OpenProfile profile, ProfileReader reader, Supplier<HandInLists> boxes,
            ConversationResolver resolver, JoinedTimeline joined) {
        this.profile = profile;
        this.reader = reader;
        this.boxes = boxes;
        this.resolver = resolver;
        this.joined = joined;
    }

    /// Opens a profile to read in it, with its lock but without any socket. Closing closes all of it.
    public static ProfileWithoutNode open(NodeOptions options) throws NodeException {
        return open(options, _ -> {});
    }

    /// @param progress as in [OpenProfile#openTelling]
    public static ProfileWithoutNode open(NodeOptions options, IntConsumer progress) throws NodeException {
        return OpenProfile.use(options, progress, profile -> on(profile, options));
    }

    /// The same, also where nothing of the profile can be written now. What would have to be kept is refused then.
    public static ProfileWithoutNode openToRead(NodeOptions options, IntConsumer progress) throws NodeException {
        return OpenProfile.read(options, progress, profile -> on(profile, options));
    }

    private static ProfileWithoutNode on(OpenProfile profile, NodeOptions options) throws NodeException {
        var rooms = new OwnRooms(profile.rooms(), profile.clock());
        rooms.addRequested(options.rooms(), profile.isNew() || rooms.isInNone());
        ChatStores stores = profile.chatStores();
        Fingerprint self = profile.identity().fingerprint();
        var names = new PeerNames(List::of, profile.trust(), new KnownNames(self, stores.cards(), profile.clock()),
                profile::name);
        var book = new WordsBook(self, profile.words());
        var labels = new ConversationLabels(rooms, book::current, stores.entries()::directPeer);
        var messages = new MessageReader(self, names, labels, profile.timelineViews());
        var resolver = new ConversationResolver(rooms, List::of, profile.trust(),
                (ours, peer) -> ours.stream().anyMatch(room -> stores.admissions().find(room, peer) != null),
                new AdmittedPeople(rooms::withRetired, stores.admissions(), names::name, self),
                () -> Map.of(self, names.own()));
        var members = new MemberRecords(stores.admissions(), book::chosenFor, profile.trust(),
                _ -> Standing.MEMBER, names, self); // without a node nobody gets words
        var joined = new JoinedTimeline(profile.timelines(), book);
        var people = new ConversationPeople(rooms, members, names, _ -> Set.of(), stores.entries()::directPeer,
                BlockedPeers.of(profile.trust())::contains, self);
        var polls = new PollReader(
                () -> new ItemReader(self, names, profile.timelines(), profile.timelineViews(), false), joined,
                people::of, self);
        var reader = new ProfileReader(profile, rooms, resolver, names, messages, members, joined, labels, polls);
        Supplier<HandInLists> boxes = () -> ProfileBoxes.of(profile, rooms, joined, names, members);
        return new ProfileWithoutNode(profile, reader, boxes, resolver, joined);
    }

    /// What the profile remembers.
    public ProfileReader reader() {
        return reader;
    }

    /// See [FileTransfers#unreached].
    public List<UnreachedOffer> unreached() throws CommandException {
        return DatabaseAccess.of(reader.unreachedOffers()::get);
    }

    /// Hand-in boxes as they are where no node runs.
    public HandInLists boxes() {
        return boxes.get();
    }

    /// See [Chats#setArchived].
    public void setArchived(String to, boolean archived) throws CommandException {
        Addressee of = resolver.findToRead(to);
        ConversationId conversation = of.conversation(profile.identity().fingerprint());
        DatabaseAccess.run(() -> profile.choices().setArchived(conversation, of.person(), archived));
    }

    /// See [Chats#setOwnName].
    public void setOwnName(String room, @Nullable String name) throws CommandException {
        options().setOwnName(room, name);
    }

    /// Which conversations notify.
    public Muting muting() {
        return options();
    }

    private ConversationOptions options() {
        return new ConversationOptions(ids(), profile.choices(), _ -> {});
    }

    private ConversationIds ids() {
        return new ConversationIds(resolver, profile.identity().fingerprint());
    }

    /// For how long conversations are kept.
    public Keeping keeping() {
        return new ProfileKeeping(profile.retention(), joined, ids());
    }

    /// Blocks a person, or ends that.
    public void setBlocked(Fingerprint peer, boolean blocked) throws CommandException {
        DatabaseAccess.run(() -> new BlockDecisions(BlockedPeers.of(profile.trust()), profile.trust(),
                profile.chatStores().entries()::authorKey, profile.clock()).set(peer, blocked));
    }

    /// The person compared the safety number, aloud; or takes that back.
    public void setVerified(Fingerprint peer, boolean verified) throws CommandException {
        DatabaseAccess.run(() -> profile.trust().setVerified(peer, verified));
    }

    @Override
    public void close() {
        profile.close();
    }
}
