package io.landline.node;

import io.landline.beacon.InterfaceChoice;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.identity.SafetyNumber;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.Exports;
import io.landline.node.conversation.History;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageIds;
import io.landline.node.conversation.MessageReader;
import io.landline.node.conversation.NodeMessageNotes;
import io.landline.node.conversation.PollReader;
import io.landline.node.conversation.PollVotes;
import io.landline.node.event.PeerNames;
import io.landline.node.file.TransferList;
import io.landline.node.network.NodeNetwork;
import io.landline.node.port.CalledByName;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Part;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.Choices;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.MessageNotes;
import io.landline.node.port.PinnedItem;
import io.landline.node.port.Quote;
import io.landline.node.profile.ConversationChoices;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.RoomMember;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.settings.NetworkSettings;
import io.landline.storage.transfers.TransferHistory;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a profile remembers: messages, rooms, people met. Reads only, but for [#notes]; a running node decides and
/// writes by its ports, and where none runs there is [ProfileWithoutNode]. Any thread; reads the disk.
public final class ProfileReader {
    /// @param number what two people compare aloud
    public record Safety(Fingerprint peer, String name, String number, boolean verified) {}

    /// @param ownName the user's own name for it; null for none
    public record RoomView(RoomId id, String label, boolean open, boolean confirmed, @Nullable String ownName,
            Choices choices) {}

    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final PeerNames names;
    private final TrustStore trust;
    private final ProfileMessages reading;
    private final MemberRecords members;
    private final PollReader polls;
    private final Exports exports;
    private final ConversationLabels labels;
    private final UnreachedOffers unreached;

    ProfileReader(OpenProfile profile, OwnRooms rooms, ConversationResolver resolver, PeerNames names,
            MessageReader messages, MemberRecords members, JoinedTimeline joined, ConversationLabels labels,
            PollReader polls) {
        this.polls = polls;
        this.labels = labels;
        this.members = members;
        this.profile = profile;
        this.rooms = rooms;
        unreached = new UnreachedOffers(profile, rooms, joined, members);
        this.resolver = resolver;
        this.names = names;
        trust = profile.trust();
        reading = new ProfileMessages(profile, rooms, joined, messages, names);
        exports = new Exports(joined, () -> new ItemReader(self(), names, profile.timelines(),
                profile.timelineViews(), false), names::own, profile.clock());
    }

    /// The entry that a person means by an id or its first digits.
    public EntryId find(String id) throws CommandException {
        return new MessageIds(profile.timelineViews()).find(id);
    }

    /// The same of a saved message, which need not be here any more.
    public EntryId findSaved(String id) throws CommandException {
        return new MessageIds(profile.timelineViews()).find(id, profile.saved());
    }

    /// Who wrote a message, by name; null for this user, and where it is not here.
    public @Nullable String authorOf(EntryId message) throws CommandException {
        return DatabaseAccess.of(() -> {
            var located = profile.timelineViews().withId(message);
            return located == null || located.entry().author().equals(self())
                    ? null
                    : names.name(located.entry().author());
        });
    }

    /// What stands above an answer to a message.
    public Quote quote(EntryId message) throws CommandException {
        return DatabaseAccess.of(() -> reading.quote(message));
    }

    /// Who voted in a poll, and who of the conversation did not.
    public PollVotes votes(EntryId poll) throws CommandException {
        return DatabaseAccess.of(() -> reading.votes(poll, polls));
    }

    /// What this user keeps for themselves.
    public MessageNotes notes() {
        return new NodeMessageNotes(profile.saved(), profile.receiptTimes(), profile.timelineViews(), labels,
                () -> new ItemReader(self(), names, profile.timelines(), profile.timelineViews(), false), () -> false,
                self());
    }

    /// See [PeerNames#namesakes].
    public Set<Fingerprint> namesakes() throws CommandException {
        return DatabaseAccess.of(names::namesakes);
    }

    /// What somebody is called here.
    public String nameOf(Fingerprint person) throws CommandException {
        return DatabaseAccess.of(() -> names.name(person));
    }

    /// The user's own name.
    public String ownName() {
        return profile.name().value();
    }

    /// The members of a conversation that a text mentions: `@` and the name.
    public Set<Fingerprint> called(String to, String text) throws CommandException {
        if (text.indexOf('@') < 0) return Set.of();
        Map<Fingerprint, String> people = new HashMap<>();
        switch (resolver.find(to)) {
            case Addressee.InRoom(Room room) -> members.members(room, Set.of())
                    .forEach(each -> people.put(each.peer(), each.name()));
            case Addressee.Direct(Fingerprint peer) -> people.put(peer, names.name(peer));
        }
        return new CalledByName(people).in(text);
    }

    /// Searches all conversations: the messages that are wanted, those that arrived last.
    public History.FoundEverywhere search(History.Wanted wanted, int limit) throws CommandException {
        return DatabaseAccess.of(() -> reading.search(wanted, limit));
    }

    /// See [io.landline.node.profile.ProfileTroubles#sentences].
    public List<String> troubles() {
        return profile.troubles().sentences();
    }

    /// The transfers that are open, and those of the last days, as they are where no node moves them.
    public List<Transfer> transfers() throws CommandException {
        TransferHistory history = profile.transferHistory();
        return DatabaseAccess.of(() -> new TransferList(labels, names, new DiskSpace(DiskSpace.REAL))
                .atRest(history.recent(FileTransfers.RECENT_MAX, FileTransfers.PATHS_MAX), history::keptBytes));
    }

    /// For the node's own port, and for [ProfileWithoutNode].
    UnreachedOffers unreachedOffers() {
        return unreached;
    }

    /// A page of a conversation.
    public History.Page history(History.Question question) throws CommandException {
        return DatabaseAccess.of(() -> reading.page(resolver.findToRead(question.to()).conversation(self()), question));
    }

    /// What is pinned in a conversation, the latest pin first: as much as a conversation shows.
    public List<PinnedItem> pinned(String to) throws CommandException {
        ConversationId conversation = resolver.findToRead(to).conversation(self());
        return DatabaseAccess.of(() -> reading.pinned(conversation));
    }

    /// The next part of a conversation as a document in English.
    ///
    /// @param after where the last part ended; null for the first
    public Part export(String to, Format format, @Nullable TimelinePosition after) throws CommandException {
        return DatabaseAccess.of(() -> {
            Addressee addressee = resolver.findToRead(to);
            return exports.part(addressee.conversation(self()), key(addressee), title(addressee), format, Words.ENGLISH,
                    after);
        });
    }

    private String key(Addressee addressee) {
        return switch (addressee) {
            case Addressee.InRoom(Room room) -> rooms.conversation(room);
            case Addressee.Direct(Fingerprint peer) -> peer.hex();
        };
    }

    private String title(Addressee addressee) {
        return switch (addressee) {
            case Addressee.InRoom(Room room) -> rooms.conversation(room);
            case Addressee.Direct(Fingerprint peer) -> names.name(peer);
        };
    }

    /// The conversation that a person means by TO, as `conversation` fields have it.
    public String conversationLabel(String to) throws CommandException {
        return key(resolver.findToRead(to));
    }

    private Fingerprint self() {
        return profile.identity().fingerprint();
    }

    /// First joined first.
    public List<RoomView> rooms() {
        ConversationChoices.Now chosen = profile.choices().now();
        Map<ConversationId, Long> newest = new HashMap<>();
        profile.timelines().overviews(1).forEach(each -> newest.put(each.conversation(), each.cameAs()));
        return rooms.all().stream().map(room -> {
            ConversationId id = ConversationId.of(room.id());
            return new RoomView(room.id(), rooms.label(room), room.open(), rooms.isConfirmed(room),
                    chosen.names().get(id), chosen.of(id, newest.getOrDefault(id, 0L)));
        }).toList();
    }

    /// The other members of a room, by name.
    ///
    /// @param here who is here now, with the rooms that they joined; nobody where there is no network
    public List<RoomMember> members(String room, List<Present> here) throws CommandException {
        Room of = resolver.room(room);
        String label = rooms.label(of);
        return members.members(of, here.stream()
                .filter(each -> each.joined().contains(label))
                .map(each -> each.person().peer())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /// The room that a person means, with its words: for who asks for them.
    public Room room(String room) throws CommandException {
        return resolver.room(room);
    }

    /// Whether somebody proved the words of this room.
    public boolean isConfirmed(Room room) {
        return rooms.isConfirmed(room);
    }

    /// The label of the room that a person means: `#class`, an open one `#class (open)`.
    public String roomLabel(String room) throws CommandException {
        return rooms.label(resolver.room(room));
    }

    /// The safety number of a member and us.
    public Safety safety(String to) throws CommandException {
        if (!(resolver.find(to) instanceof Addressee.Direct(Fingerprint peer))) {
            throw new CommandException(Code.MALFORMED,
                    "A safety number belongs to a person, not to a room: name one of its members.");
        }
        PinnedPeer pinned = trust.pinned(peer);
        String number = SafetyNumber.of(self(), peer).value();
        return new Safety(peer, names.name(peer), number, pinned != null && pinned.verified());
    }

    /// Who is blocked, and who is meant to be.
    public BlockList blockList() {
        return new BlockList(self(), trust, names, resolver, rooms, members);
    }

    /// The networks that a node of this profile would use if it ran now.
    public List<NodeNetwork.Network> networks() throws CommandException {
        NetworkSettings chosen = profile.settings().network();
        try {
            return NodeNetwork.among(InterfaceChoice.now(chosen.interfaces()), chosen);
        } catch (IOException e) {
            throw new CommandException(Code.NOT_POSSIBLE,
                    "The system does not list its networks now. Try again.");
        }
    }

    /// See [NodeNetwork#chosenToListenOnly].
    public List<String> chosenToListenOnly() {
        return profile.settings().network().listeningOnly();
    }

}
