package io.landline.node;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.node.conversation.DirectWriting;
import io.landline.node.conversation.GradualRenewal;
import io.landline.node.conversation.Retention;
import io.landline.node.event.EventBus;
import io.landline.node.event.LastWord;
import io.landline.node.handin.BoxEvents;
import io.landline.node.handin.HandInBook;
import io.landline.node.handin.HandInReceiver;
import io.landline.node.message.ChatEvents;
import io.landline.node.message.OwnEntryFeed;
import io.landline.node.network.ConnectionEvents;
import io.landline.node.network.ListenOnlyGuard;
import io.landline.node.network.NewerVersionNotice;
import io.landline.node.network.NodeActivity;
import io.landline.node.network.OwnAnnouncement;
import io.landline.node.network.PresenceFeed;
import io.landline.node.network.SessionFeed;
import io.landline.node.network.TypedPeers;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent.Bye;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.AdmittedPeople;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.RoomMembers;
import io.landline.node.room.RoomTrials;
import io.landline.node.room.WordsDecisions;
import io.landline.node.room.WordsEvents;
import io.landline.node.room.WordsHandOver;
import io.landline.node.room.WordsParts;
import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import io.landline.session.SessionListeners;
import io.landline.session.core.Sessions;
import io.landline.session.version.VersionExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// The parts of a node, opened in order and tied together; closed in the reverse order, also when opening fails
/// half-way. Parts that belong together are made by a class each: [TrustParts], [PresenceParts], [ConversationParts],
/// [FileParts], [WordsParts]. What needs several of these is made here.
final class NodeParts implements AutoCloseable {
    final OpenProfile profile;
    final EventBus events;
    final OwnEntryFeed ownEntries = new OwnEntryFeed();
    final TrustParts trust;
    final PresenceParts here;
    final ConversationParts talk;
    final FileParts files;
    final WordsParts words;
    final HandInBook handInBook;
    final Retention retention;
    final RoomTrials trials;
    final Sessions sessions;
    final RoomMembers members;
    final ConversationResolver resolver;
    final NodeActivity activity;
    final int tcpPort;
    final HandInReceiver handIns;
    final OwnAnnouncement announcement;
    final TypedPeers typed;
    final ListenOnlyGuard guard;

    private final LastWord<OwnRooms.AllRooms> sessionRooms = new LastWord<>(this::roomsNow, this::tellSessions);
    private final OpenedParts opened = new OpenedParts();
    private final CatchUp catchUp;

    static NodeParts open(NodeOptions options, IntConsumer progress) throws NodeException {
        return OpenProfile.use(options, progress, profile -> new NodeParts(options, profile));
    }

    private NodeParts(NodeOptions options, OpenProfile profile) throws NodeException {
        this.profile = profile;
        events = new EventBus(profile.clock());
        try {
            trust = new TrustParts(options, profile, events);
            here = new PresenceParts(profile, trust, events, opened);
            talk = new ConversationParts(profile, trust, here.people, opened);
            files = new FileParts(profile, trust, talk, here.presence, events, opened);
            words = opened.keep(words());
            talk.feed.follow(words.handOver);
            handInBook = new HandInBook(self(), trust.rooms, talk.conversations::direct, talk.joined,
                    profile.timelineViews(), profile.handInEntries(), trust.standings);
            talk.feed.follow(chatEvents(), new DirectWriting(trust.rooms, trust.standings, talk.conversations),
                    files.offers);
            retention = opened.keep(new Retention(profile.retention(), profile.heard(), profile.timelines(),
                    talk.conversations, talk.changes::changed, profile.clock()));
            GradualRenewal renewal = opened.keep(new GradualRenewal(profile.searchRenewal()));

            HandshakeContext handshake = ServiceSettings.handshake(profile.identity(), trust.standings, trust.blocked,
                    profile.clock());
            trials = new RoomTrials(trust.rooms, handshake.uptime(), here::hereAndNotBlocked);
            trust.standings.beforeProof(trials::proven);
            sessions = opened.keep(sessions(handshake));
            sessionRooms.tell();
            members = new RoomMembers(sessions, trust.standings, talk.stores.admissions());
            resolver = new ConversationResolver(trust.rooms, here.people::here, trust.standings, members::isMember,
                    new AdmittedPeople(trust.rooms::withRetired, talk.stores.admissions(), talk.names::name, self()),
                    () -> Map.of(self(), talk.names.own()));
            activity = new NodeActivity(talk.conversations, talk.labels, talk.names, profile, events, here.lastSeen,
                    resolver);
            talk.feed.follow(activity);
            talk.feed.follow(retention, talk.changes); // last: windows see what the others brought about
            tcpPort = sessions.listen();
            opened.closeFirst(here.presence); // its farewell leaves before sessions end

            handIns = opened.keep(handIns());
            events.watch(handIns::take);
            files.seen.onCleared(handIns::cleared); // what was cleared before is found by lookAgain
            events.watch((event, _) -> files.shelves.taker.take(event));
            announcement = new OwnAnnouncement(profile, trust.rooms, here.presence, tcpPort);
            announcement.update();
            typed = opened.keep(new TypedPeers(options.network().peers(), profile::settings, events, here.presence,
                    sessions));
            guard = new ListenOnlyGuard(here.presence, sessions);
            guard.use(new ListenOnlyNetworks(Set.copyOf(profile.settings().network().listeningOnly())));
            catchUp = new CatchUp(files.offers::tellAgain, handIns::lookAgain, files.shelves.taker::lookAgain,
                    this::sightMembers, typed::changed, retention::start, renewal::start);
        } catch (IOException e) {
            opened.close();
            throw NodeException.ofStart(profile.profile().folder(), profile.settings().network().tcpPort(), e);
        } catch (NodeException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private Fingerprint self() {
        return profile.identity().fingerprint();
    }

    private WordsParts words() {
        // not sessions::open, for they are made after it
        var roomSessions = new WordsHandOver.RoomSessions(this::roomsGoOn, () -> sessions.open());
        return new WordsParts(
                new WordsDecisions.Stores(talk.conversations, profile.words(), trust.book, trust.rooms),
                new WordsParts.People(trust.standings, trust.verdicts::isVerified, talk.stores.admissions(),
                        talk.names),
                roomSessions, new WordsEvents(trust.book, talk.labels, talk.names, events), profile.clock());
    }

    private void roomsGoOn() {
        roomsChanged();
        talk.roomsChanged();
    }

    private ChatEvents chatEvents() {
        var boxes = new BoxEvents(handInBook, talk.messages, talk.labels, profile.timelineViews());
        return new ChatEvents(events, ownEntries, talk.names, talk.labels, talk.messages, talk.acts, boxes,
                talk.joined::hides, profile.clock());
    }

    /// What sessions bring goes to conversations, files, shelves and new words. They listen only after `listen`.
    private Sessions sessions(HandshakeContext handshake) throws IOException {
        var feed = new SessionFeed(here.people, here.hellos, trust.rooms, trust.standings, here.members,
                here.connections, profile.clock());
        var notice = new NewerVersionNotice(profile.profile().folder(), ProgramVersion.OWN, events);
        var listeners = new SessionListeners(
                List.of(talk.conversations.firstMeetings(), feed, words.handOver), talk.conversations,
                files.transfers.connections(), files.shelves.shelves,
                new VersionExchange(ProgramVersion.OWN, trust.rooms::hasKey, notice::heard));
        return new Sessions(ServiceSettings.listen(profile.settings()), handshake, trust.standings, here.run,
                profile.name(), trust.rooms.all(), listeners, new ConnectionEvents(here.hellos, here.people,
                        trust.rooms, trials, here.copied, here.questions, here.connections, events));
    }

    private HandInReceiver handIns() {
        return new HandInReceiver(self(), handInBook,
                new HandInReceiver.People(members::joined, talk::membersOf, trust.blocked::contains, talk.names,
                        trust.standings),
                new HandInReceiver.Stores(profile.transfers(), profile.timelineViews(),
                        profile.transferHistory()::doneFrom),
                new HandInReceiver.Taking(talk.conversations, files.transfers, profile::downloads, profile.clock()),
                events);
    }

    /// After `ready` was told.
    ///
    /// @param unseen whether nothing is announced before the user has chosen a name
    void start(boolean unseen) {
        guard.unseen(unseen);
        trust.warnings.tell();
        profile.troubles().whenDamaged(sentence -> events.publish(new Failure(FailureCode.HISTORY_DAMAGED, sentence)));
        profile.troubles().whenHeld(told -> events.publish(new Warning(told.code(), told.sentence())));
        here.presence.start(new PresenceFeed(here.people, sessions, guard, here.copied, events));
        sessions.start();
        words.handOver.start();
        catchUp.start();
    }

    private OwnRooms.AllRooms roomsNow() {
        return trust.rooms.atOnce();
    }

    private void tellSessions(OwnRooms.AllRooms now) {
        sessions.roomsChanged(now.rooms(), now.retired());
    }

    void roomsChanged() {
        guard.unseen(false);
        trust.standings.proofsChanged();
        sessionRooms.tell();
        announcement.update();
        files.shelves.roomsChanged();
        CatchUp.atOnce("met-members", trust.standings::load, this::sightMembers);
    }

    private void sightMembers() {
        here.members.load().forEach(sessions::sighted);
    }

    /// A person was verified or blocked, or no longer is: what was not taken of theirs until now is asked for, and
    /// told.
    void standingChanged(Fingerprint peer) {
        if (trust.blocked.contains(peer)) {
            talk.conversations.blocked(peer);
            files.transfers.blockedChanged();
        } else {
            talk.conversations.reconsider(peer);
        }
        files.offers.tellAgain();
        files.shelves.shelves.changed();
        talk.roomsChanged(); // they may show more or less
        talk.changes.changed(talk.conversations.direct(peer));
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
