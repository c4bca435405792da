package io.landline.node;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.chat.Conversations;
import io.landline.chat.EntryKind;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.identity.RunCounter;
import io.landline.log.FatalExit;
import io.landline.node.NodeEvent.Bye;
import io.landline.node.NodeEvent.Failure;
import io.landline.node.NodeEvent.Warning;
import io.landline.node.NodeException.Kind;
import io.landline.peer.Fingerprint;
import io.landline.presence.Presence;
import io.landline.presence.packet.OwnState;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.SessionListeners;
import io.landline.session.core.Sessions;
import io.landline.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// The parts of a node, opened in order and tied together; closed in the reverse order, also when opening fails
/// half-way.
final class NodeParts implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NodeParts.class.getName());
    /// Offers that a kill may have kept from the files: far more than stand at once.
    private static final int OFFERS_TOLD_AGAIN = 1_000;
    private static final Duration CATCH_UP_AFTER = Duration.ofMillis(300);
    /// What this version can do beyond its own number; none yet.
    private static final Set<String> CAPABILITIES = Set.of();

    final EventBus events = new EventBus();
    final OpenProfile profile;
    final NodeStandings trust;
    final BlockedPeers blocked;
    final OwnRooms rooms;
    final NetworkWiring network;
    final ConversationResolver resolver;
    final ChatWiring chat;
    final FileWiring files;
    final Conversations conversations;
    final Transfers transfers;
    final Sessions sessions;
    final int tcpPort;
    final Presence presence;
    final TypedPeers typed;
    private final MemberAddresses members;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    static NodeParts open(NodeOptions options) throws NodeException {
        return OpenProfile.use(options, profile -> new NodeParts(options, profile));
    }

    private NodeParts(NodeOptions options, OpenProfile profile) throws NodeException {
        this.profile = profile;
        try {
            Identity identity = profile.identity();
            Settings settings = profile.settings();
            rooms = new OwnRooms(profile.rooms());
            rooms.addWishes(options.rooms(), profile.isNew());
            trust = NodeStandings.of(profile.trust(), rooms::all, profile.timelines().writtenTo());
            blocked = BlockedPeers.of(trust);
            Files.createDirectories(profile.downloads());
            long run = RunCounter.next(profile.profile().identityFolder(), InstantSource.system());
            Supplier<Duration> uptime = uptime();

            network = new NetworkWiring(events, rooms, trust, uptime);
            trust.beforeProof(network.trials()::proven);
            chat = new ChatWiring(events, rooms, identity.fingerprint(), this::nameOf, blocked, trust::wroteTo);
            conversations = keep(
                    Conversations.open(identity, profile.chatStores(), chat, trust, chat, InstantSource.system()));
            if (profile.isHistoryFresh()) conversations.askBeforeWriting();
            resolver = new ConversationResolver(rooms, network.people(), trust, this::isMember);
            TransferStore transferStore = profile.transfers();
            files = new FileWiring(events, rooms, chat, transferStore);
            transfers = keep(new Transfers(transferSettings(), transferStore, files, files));
            chat.connect(conversations, files);
            files.connect(conversations, transfers);

            var surroundings = new HandshakeContext(identity, trust, blocked, new GuessQueue(uptime), uptime,
                    Clock.systemUTC());
            sessions = keep(new Sessions(listenSettings(settings), surroundings, trust, run, profile.name(),
                    rooms.all(), new SessionListeners(List.of(network), conversations, transfers), network));
            tcpPort = sessions.listen();
            int shared = settings.udpPort() != null ? settings.udpPort() : Presence.Settings.SHARED_PORT_DEFAULT;
            presence = keep(Presence.open(new Presence.Settings(shared, settings.interfaces(), List.of()), identity,
                    run, own(), network));
            typed = new TypedPeers(options.peers(), events, presence, sessions);
            members = new MemberAddresses(trust, rooms, presence::remember, sessions::sighted);
            network.connect(presence, sessions, members);
            network.listenOnly(new ListenOnlyNetworks(Set.copyOf(settings.listeningOnly())));
        } catch (IOException e) {
            closeParts();
            throw new NodeException(Kind.FAILED,
                    e.getMessage() == null ? "The node cannot start: " + e : e.getMessage(), e);
        } catch (NodeException | RuntimeException e) {
            closeParts();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    private String nameOf(Fingerprint peer) {
        return resolver.name(peer);
    }

    /// Every peer that joined on an open session, proved the room's key to us once, or was admitted by a member.
    private boolean isMember(RoomId room, Fingerprint peer) {
        return network.joined(peer).contains(room) || trust.proofsOf(peer).contains(room)
                || conversations.isMember(room, peer);
    }

    private static Supplier<Duration> uptime() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }

    private Transfers.Settings transferSettings() {
        return new Transfers.Settings(profile.identity().fingerprint(), profile::downloads,
                () -> profile.settings().accept(), peer -> {
                    PinnedPeer pinned = trust.pinned(peer);
                    return pinned != null && pinned.verified();
                }, Clock.systemUTC());
    }

    private static io.landline.session.ListenSettings listenSettings(Settings settings) {
        Integer port = settings.tcpPort();
        return new io.landline.session.ListenSettings(
                port == null ? io.landline.session.ListenSettings.PORT_DEFAULT : port,
                port != null && port != 0, new HashSet<>(settings.interfaces()));
    }

    /// What presence says of us.
    OwnState own() {
        return new OwnState(profile.name(), tcpPort, rooms.listings(), CAPABILITIES);
    }

    /// Those that are stored; what was given for this run is beside them.
    private List<TypedAddress> storedAddresses() {
        return profile.settings().peers().stream().map(TypedAddress::parse).filter(Objects::nonNull).toList();
    }

    /// After `ready` was told.
    ///
    /// @param unseen whether nothing is announced before the user has chosen a name
    void start(boolean unseen) {
        network.unseen(unseen);
        String lastEnd = FatalExit.lastOf(profile.profile().folder());
        if (lastEnd != null) events.publish(new Warning("ended-by-fault", "The last time: " + lastEnd));
        for (String warning : profile.warnings()) events.publish(new Warning("settings", warning));
        OpenProfile.Problem problem = profile.problem();
        if (problem != null) events.publish(new Warning(problem.code(), problem.sentence()));
        profile.whenDamaged(met -> events.publish(new Failure(met.code(), met.sentence())));
        rooms.all().forEach(this::warnOfWeakKey);
        presence.start();
        sessions.start();
        Thread.ofVirtual().name("catch-up").start(this::catchUp);
    }

    void roomsChanged() {
        network.unseen(false);
        sessions.roomsChanged(rooms.all());
        presence.update(own());
        Thread.ofVirtual().name("met-members").start(this::loadMembers);
    }

    private void loadMembers() {
        try {
            trust.load();
            members.load();
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed while reading members", e);
        }
    }

    void warnOfWeakKey(Room room) {
        if (room.open() || room.generatedStrength()) return;
        events.publish(new Warning("weak-key", "The key of " + rooms.label(room)
                + " is easier to guess than four random words; landline room create makes such a key."));
    }

    /// What a start has to make good, but not in its first moment: that one belongs to those who are here.
    private void catchUp() {
        try {
            Thread.sleep(CATCH_UP_AFTER);
        } catch (InterruptedException e) {
            return; // closing
        }
        try {
            tellOffersAgain();
            members.load();
            typed.use(storedAddresses());
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "closed while catching up", e);
        }
    }

    private void tellOffersAgain() {
        conversations.newestOf(EntryKind.OFFER, OFFERS_TOLD_AGAIN)
                .stream()
                .filter(entry -> !entry.author().equals(profile.identity().fingerprint()))
                .forEach(entry -> chat.arrived(files, entry));
    }

    /// A person was verified or blocked, or no longer is: what was not taken of theirs until now is asked for, and
    /// told.
    void standingChanged(Fingerprint peer) {
        if (blocked.contains(peer)) {
            conversations.blocked(peer);
        } else {
            conversations.reconsider(peer);
        }
        tellOffersAgain();
        chat.blockedChanged();
    }

    /// Presence goes first, with its farewell; the database last.
    @Override
    public void close() {
        closeParts();
        events.publish(new Bye());
        profile.close();
    }

    private void closeParts() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception e) { // one that fails must not keep the others open
                LOG.log(System.Logger.Level.WARNING, "closing " + part.getClass().getSimpleName(), e);
            }
        }
    }
}
