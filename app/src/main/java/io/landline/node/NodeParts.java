package io.landline.node;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.UsableInterface;
import io.landline.chat.ChatStores;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.filetransfer.OwnLink;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferSettings;
import io.landline.filetransfer.core.Transfers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.identity.RunCounter;
import io.landline.node.conversation.ChatChanges;
import io.landline.node.conversation.DirectWriting;
import io.landline.node.conversation.GradualRenewal;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageReader;
import io.landline.node.conversation.Retention;
import io.landline.node.conversation.UnreadCalls;
import io.landline.node.event.EventBus;
import io.landline.node.event.KnownNames;
import io.landline.node.event.LastWord;
import io.landline.node.event.PeerNames;
import io.landline.node.file.FileEvents;
import io.landline.node.file.OfferEntries;
import io.landline.node.file.ReceivedFilesFolder;
import io.landline.node.file.ReceivedOffers;
import io.landline.node.handin.BoxEvents;
import io.landline.node.handin.HandInBook;
import io.landline.node.handin.HandInReceiver;
import io.landline.node.message.ActEvents;
import io.landline.node.message.ChatEvents;
import io.landline.node.message.ChatFeed;
import io.landline.node.message.OwnEntryFeed;
import io.landline.node.network.ConnectionEvents;
import io.landline.node.network.ConnectionNews;
import io.landline.node.network.CopiedIdentity;
import io.landline.node.network.LastSeen;
import io.landline.node.network.ListenOnlyGuard;
import io.landline.node.network.MemberAddresses;
import io.landline.node.network.NewerVersionNotice;
import io.landline.node.network.NewestHellos;
import io.landline.node.network.NodeActivity;
import io.landline.node.network.OwnAnnouncement;
import io.landline.node.network.PeopleEvents;
import io.landline.node.network.PresenceFeed;
import io.landline.node.network.PresenceQuestions;
import io.landline.node.network.SessionFeed;
import io.landline.node.network.TypedPeers;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent.Bye;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.NodeMembership;
import io.landline.node.room.NodeStandings;
import io.landline.node.room.NodeVerdicts;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.RoomMembers;
import io.landline.node.room.RoomTrials;
import io.landline.node.room.WordsDecisions;
import io.landline.node.room.WordsEvents;
import io.landline.node.room.WordsHandOver;
import io.landline.node.room.WordsParts;
import io.landline.node.shelf.OwnShelves;
import io.landline.node.shelf.ShelfGiving;
import io.landline.node.shelf.ShelfParts;
import io.landline.node.shelf.ShelfTaker;
import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import io.landline.people.People;
import io.landline.people.Person;
import io.landline.presence.Presence;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.SessionListeners;
import io.landline.session.core.Sessions;
import io.landline.session.version.VersionExchange;
import io.landline.settings.Settings;
import io.landline.shelf.ShelfSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// The parts of a node, opened in order and tied together; closed in the reverse order, also when opening fails
/// half-way.
final class NodeParts implements AutoCloseable {
    final OpenProfile profile;
    final EventBus events;
    final OwnEntryFeed ownEntries = new OwnEntryFeed();
    // passive: they keep what the services bring, and answer questions
    final OwnRooms rooms;
    final NodeWarnings warnings;
    final NodeStandings standings;
    final BlockedPeers blocked;
    final People people;
    final KnownNames known;
    final PeerNames names;
    final ConversationLabels labels;
    final MessageReader messages;
    final UnreadCalls calls;
    final ChatChanges changes;
    final NodeActivity activity;
    final WordsBook book;
    final JoinedTimeline joined;
    final NewestHellos hellos = new NewestHellos();
    final CopiedIdentity copied;
    private final MemberAddresses members;
    // services, in the order in which they are opened
    final Presence presence;
    final Conversations conversations;
    final Transfers transfers;
    final DiskSpace space;
    final SpeedLimits limits = SpeedLimits.ofThisComputer();
    final WordsParts words;
    final Sessions sessions;
    final int tcpPort;
    // what stands on the services
    final ReceivedOffers offers;
    final ConversationResolver resolver;
    final OwnAnnouncement announcement;
    private final LastWord<OwnRooms.AllRooms> sessionRooms = new LastWord<>(this::roomsNow, this::tellSessions);
    final ListenOnlyGuard guard;
    final RoomTrials trials;
    final TypedPeers typed;
    final Retention retention;
    final HandInBook handInBook;
    final HandInReceiver handIns;
    final ShelfParts shelves;

    private final OpenedParts opened = new OpenedParts();
    private final CatchUp catchUp;

    static NodeParts open(NodeOptions options, IntConsumer progress) throws NodeException {
        return OpenProfile.use(options, progress, profile -> new NodeParts(options, profile));
    }

    private NodeParts(NodeOptions options, OpenProfile profile) throws NodeException {
        this.profile = profile;
        Clock clock = profile.clock();
        events = new EventBus(clock);
        copied = new CopiedIdentity(events);
        try {
            Identity identity = profile.identity();
            Settings settings = profile.settings();
            rooms = new OwnRooms(profile.rooms(), clock);
            warnings = new NodeWarnings(profile, rooms, events, ReceivedFilesFolder.prepare(profile.downloads()));
            rooms.addRequested(options.rooms(), profile.isNew() || rooms.isInNone());
            standings = NodeStandings.of(profile.trust(), rooms::withRetired, profile.timelines().writtenTo());
            blocked = BlockedPeers.of(standings);
            var verdicts = new NodeVerdicts(standings, blocked);
            long run = RunCounter.next(profile.profile().identityFolder(), clock);

            presence = opened.keep(Presence.open(ServiceSettings.presence(settings), identity, run,
                    OwnAnnouncement.first(profile, rooms)));
            var questions = new PresenceQuestions(presence);
            people = new People(questions, opened.keep(new PeopleEvents(events)));
            var lastSeen = new LastSeen(clock);
            ConnectionNews connections = opened.keep(new ConnectionNews(events, lastSeen));
            members = new MemberAddresses(standings, standings, rooms, presence::remember);

            book = new WordsBook(identity.fingerprint(), profile.words());
            standings.alsoProven(this::goesAlongIn);
            ChatStores stores = profile.chatStores(standings);
            var chatFeed = new ChatFeed();
            conversations = opened
                    .keep(Conversations.open(identity, stores, new NodeMembership(rooms, book, blocked, standings),
                            standings,
                            chatFeed, clock));
            if (profile.troubles().isHistoryFresh()) conversations.askBeforeWriting();
            conversations.named(profile.name());
            known = new KnownNames(identity.fingerprint(), stores.cards(), clock);
            names = new PeerNames(people::here, standings, known, profile::name);
            labels = new ConversationLabels(rooms, book::current, conversations::directPeer);
            joined = new JoinedTimeline(profile.timelines(), book);
            messages = new MessageReader(identity.fingerprint(), names, labels, profile.timelineViews());
            calls = new UnreadCalls(profile.timelines(), profile.timelineViews(), identity.fingerprint());
            changes = new ChatChanges(labels, calls);
            space = new DiskSpace(DiskSpace.REAL);
            var fileEvents = new FileEvents(events, names, labels, profile.transfers(), space, this::tellOffersAgain);
            transfers = opened.keep(new Transfers(transferSettings(verdicts), profile.transfers(),
                    new OfferEntries(conversations), fileEvents, space));
            shelves = opened.keep(shelves());
            var acts = new ActEvents(messages, labels, profile.timelineViews(), standings, ShelfParts.uptime());
            offers = new ReceivedOffers(identity.fingerprint(), rooms, blocked, conversations, joined, transfers,
                    acts::isToldAlready, shelves.taker::isAnswer, profile.heard()::notBefore, clock);
            words = opened.keep(new WordsParts(
                    new WordsDecisions.Stores(conversations, profile.words(), book, rooms),
                    new WordsParts.People(standings, verdicts::isVerified, stores.admissions(), names), roomSessions(),
                    new WordsEvents(book, labels, names, events), clock));
            chatFeed.follow(words.handOver);
            handInBook = new HandInBook(identity.fingerprint(), rooms, conversations::direct, joined,
                    profile.timelineViews(), profile.handInEntries(), standings);
            var boxes = new BoxEvents(handInBook, messages, labels, profile.timelineViews());
            chatFeed.follow(
                    new ChatEvents(events, ownEntries, names, labels, messages, acts, boxes, joined::hides, clock));
            chatFeed.follow(new DirectWriting(rooms, standings, conversations));
            chatFeed.follow(offers);
            retention = opened
                    .keep(new Retention(profile.retention(), profile.heard(), profile.timelines(), conversations,
                            changes::changed, clock));
            GradualRenewal renewal = opened.keep(new GradualRenewal(profile.searchRenewal()));
            HandshakeContext handshake = ServiceSettings.handshake(identity, standings, blocked, clock);
            trials = new RoomTrials(rooms, handshake.uptime(), this::hereAndNotBlocked);
            standings.beforeProof(trials::proven);
            var sessionFeed = new SessionFeed(people, hellos, rooms, standings, members, connections, clock);
            sessions = opened.keep(new Sessions(ServiceSettings.listen(settings), handshake, standings, run,
                    profile.name(), rooms.all(),
                    new SessionListeners(List.of(conversations.firstMeetings(), sessionFeed, words.handOver),
                            conversations,
                            transfers.connections(), shelves.shelves, versions()),
                    new ConnectionEvents(hellos, people, rooms, trials, copied, questions,
                            connections, events)));
            sessionRooms.tell();
            resolver = new ConversationResolver(rooms, people::here, standings,
                    new RoomMembers(sessions, standings, stores.admissions())::isMember,
                    () -> Map.of(identity.fingerprint(), names.own()));
            activity = new NodeActivity(conversations, labels, names, profile, events, lastSeen, resolver);
            chatFeed.follow(activity);
            chatFeed.follow(retention, changes); // last: windows see what the others brought about
            tcpPort = sessions.listen();
            opened.closeFirst(presence); // its farewell leaves before sessions end
            handIns = opened.keep(handIns(stores));
            events.watch(handIns::take);
            fileEvents.onCleared(handIns::cleared); // what was cleared before is found by lookAgain
            events.watch((event, _) -> shelves.taker.take(event));
            announcement = new OwnAnnouncement(profile, rooms, presence, tcpPort);
            announcement.update();
            typed = opened
                    .keep(new TypedPeers(options.network().peers(), profile::settings, events, presence, sessions));
            guard = new ListenOnlyGuard(presence, sessions);
            guard.use(new ListenOnlyNetworks(Set.copyOf(settings.network().listeningOnly())));
            catchUp = new CatchUp(offers::tellAgain, handIns::lookAgain, shelves.taker::lookAgain, this::sightMembers,
                    typed::changed, retention::start, renewal::start);
        } catch (IOException e) {
            opened.close();
            throw NodeException.ofStart(profile.profile().folder(), profile.settings().network().tcpPort(), e);
        } catch (NodeException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private HandInReceiver handIns(ChatStores stores) {
        var members = new RoomMembers(sessions, standings, stores.admissions());
        return new HandInReceiver(profile.identity().fingerprint(), handInBook,
                new HandInReceiver.People(members::joined, this::membersOf, blocked::contains, names, standings),
                new HandInReceiver.Stores(profile.transfers(), profile.timelineViews(),
                        profile.transferHistory()::doneFrom),
                new HandInReceiver.Taking(conversations, transfers, profile::downloads, profile.clock()),
                events);
    }

    private WordsHandOver.RoomSessions roomSessions() {
        // not sessions::open, for they are made after it
        return new WordsHandOver.RoomSessions(this::roomsGoOn, () -> sessions.open());
    }

    private void roomsGoOn() {
        roomsChanged();
        rooms.all().forEach(room -> changes.changed(ConversationId.of(room.id())));
    }

    private VersionExchange versions() {
        var notice = new NewerVersionNotice(profile.profile().folder(), ProgramVersion.OWN, events);
        return new VersionExchange(ProgramVersion.OWN, rooms::hasKey, notice::heard);
    }

    private ShelfParts shelves() {
        var store = profile.shelves();
        var own = new OwnShelves(store, rooms, book::current);
        var giving = new ShelfGiving(conversations, transfers, profile.transfers(), store, profile.clock());
        return new ShelfParts(profile.identity().fingerprint(), own,
                new ShelfSettings(own::open, blocked::contains, standings, rooms::isOpen, profile::privateFiles,
                        ShelfParts.uptime(), giving),
                new ShelfTaker.Stores(profile.transfers(), profile.timelineViews(), store),
                new ShelfTaker.Taking(transfers, names, profile::downloads, profile.clock()), events, labels,
                changes::changed);
    }

    private Set<Fingerprint> membersOf(RoomId room) {
        Set<Fingerprint> members = new HashSet<>(standings.provers(room));
        members.addAll(conversations.members(room));
        return members;
    }

    private List<Person> hereAndNotBlocked() {
        return people.here().stream().filter(person -> !blocked.contains(person.peer())).toList();
    }

    /// Who goes along to the room that continues a retired one counts as proven in the old one: one of us may have
    /// taken both at once and so never joined it.
    private Set<RoomId> goesAlongIn(Fingerprint peer) {
        return rooms.retired()
                .stream()
                .map(Room::id)
                .filter(old -> book.goesAlong(old, peer))
                .collect(Collectors.toSet());
    }

    private TransferSettings transferSettings(NodeVerdicts verdicts) {
        return new TransferSettings(profile.identity(), profile::downloads,
                () -> profile.settings().accept(), verdicts, profile.clock(), limits, profile::privateFiles,
                standings, new OwnLink(() -> presence.interfaces().stream().map(UsableInterface::name).toList()));
    }

    /// After `ready` was told.
    ///
    /// @param unseen whether nothing is announced before the user has chosen a name
    void start(boolean unseen) {
        guard.unseen(unseen);
        warnings.tell();
        profile.troubles().whenDamaged(sentence -> events.publish(new Failure(FailureCode.HISTORY_DAMAGED, sentence)));
        presence.start(new PresenceFeed(people, sessions, guard, copied, events));
        sessions.start();
        words.handOver.start();
        catchUp.start();
    }

    private OwnRooms.AllRooms roomsNow() {
        return rooms.atOnce();
    }

    private void tellSessions(OwnRooms.AllRooms now) {
        sessions.roomsChanged(now.rooms(), now.retired());
    }

    void roomsChanged() {
        guard.unseen(false);
        standings.proofsChanged();
        sessionRooms.tell();
        announcement.update();
        shelves.roomsChanged();
        CatchUp.atOnce("met-members", standings::load, this::sightMembers);
    }

    private void tellOffersAgain() {
        CatchUp.atOnce("offers-again", offers::tellAgain);
    }

    private void sightMembers() {
        members.load().forEach(sessions::sighted);
    }

    /// A person was verified or blocked, or no longer is: what was not taken of theirs until now is asked for, and
    /// told.
    void standingChanged(Fingerprint peer) {
        if (blocked.contains(peer)) {
            conversations.blocked(peer);
            transfers.blockedChanged();
        } else {
            conversations.reconsider(peer);
        }
        offers.tellAgain();
        shelves.shelves.changed();
        rooms.all().forEach(room -> changes.changed(ConversationId.of(room.id()))); // they may show more or less
        changes.changed(conversations.direct(peer));
    }

    /// What stands on the services closes first, then presence with its farewell, then sessions and what is below them.
    /// The database closes last.
    @Override
    public void close() {
        opened.close();
        events.publish(new Bye());
        profile.close();
    }
}
