package io.landline.filetransfer.swarm;

import static java.lang.System.Logger.Level.INFO;

import io.landline.cost.AskPace;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.SwarmLink;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.source.LostFiles;
import io.landline.filetransfer.source.Upload;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.room.EntryId;
import io.landline.session.Session;
import io.landline.swarm.LinkKind;
import io.landline.swarm.Participant;
import io.landline.swarm.SwarmFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The swarms in which this node takes part: brings the rules of [io.landline.swarm] together with sessions, files and
/// the clock (docs/protocol/swarm.md). Confined to the files' queue.
public final class Swarms {
    /// Swarms in which a node begins to take part, the running downloads apart. An own offer that is sent now always
    /// finds a place.
    public static final int PARTS_MAX = 64;
    private static final System.Logger LOG = System.getLogger(Swarms.class.getName());

    private final SwarmSettings settings;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private final SerialQueue queue;
    private final Map<TransferId, Upload> uploads;
    private final TransferListener listener;
    private final SwarmMembers members;
    /// Of what was taken, and of what is ours: nobody delays the second by asking for the first.
    private final SwarmStart takenStart;
    private final SwarmStart ownStart;
    private final OriginUploads originUploads;
    private final AskPace pagesPace = AskPace.ofPages();
    private final AskPace joinsPace = AskPace.ofJoins();
    private final Map<EntryId, SwarmRole> roles = new LinkedHashMap<>();
    private final ChunkSenders senders;
    private final SwarmActions actions;
    /// Told when a source of ours is not what it was.
    private LostFiles lost = (_, _) -> {};

    /// @param uploads the accepted transfers to others, as they are at any time
    public Swarms(SwarmSettings settings, TransferStore store, OfferPublisher publisher, ConnectedPeers peers,
            SerialQueue queue, Map<TransferId, Upload> uploads, TransferListener listener) {
        this.listener = listener;
        senders = new ChunkSenders(settings.limits(), this::sent);
        actions = new SwarmActions(peers, senders, queue::uptime);
        members = new SwarmMembers(settings, store, publisher, peers);
        this.settings = settings;
        this.store = store;
        originUploads = new OriginUploads(uploads, peers, queue, settings.standings(),
                (of, file) -> lost.lost(of, file));
        takenStart = new SwarmStart(store, "files-helping");
        ownStart = new SwarmStart(store, "files-own-swarms");
        this.peers = peers;
        this.queue = queue;
        this.uploads = uploads;
    }

    /// `told` is told on the files' queue.
    public void onLost(LostFiles told) {
        lost = told;
    }

    /// Who can help with what.
    public SwarmMembers members() {
        return members;
    }

    /// A download in a swarm begins.
    ///
    /// @param folder into which it was accepted
    public SwarmLink receive(StoredOffer offer, Path folder) {
        end(offer.id());
        var role = new ReceiverRole(offer, settings, store, peers);
        roles.put(offer.id(), role);
        return new QueuedSwarmLink(this, queue, role, folder);
    }

    /// A download in a swarm is over. A whole one goes on helping.
    public void received(EntryId offer, boolean whole) {
        if (!(roles.get(offer) instanceof ReceiverRole role)) return;
        role.receives = false;
        if (!whole || role.participant() == null) end(offer);
    }

    /// Whether nobody else takes part in what we receive.
    public boolean isAlone(EntryId offer) {
        return roles.get(offer) instanceof ReceiverRole role && role.participant() != null && role.started().isAlone();
    }

    /// This node does not take part any more; the others are told.
    public void end(EntryId offer) {
        SwarmRole role = roles.remove(offer);
        if (role == null) return;
        for (Fingerprint peer : role.met) {
            peers.send(peer, new SwarmFrame.Member(offer, false, false, LinkKind.UNKNOWN).encode());
        }
        tellHelping(role, 0, queue.uptime());
        role.close();
    }

    /// The offer does not stand any more, or its author is blocked: nothing of it is asked or given, and its pages go.
    public void drop(EntryId offer) {
        end(offer);
        store.forgetHashPages(offer);
    }

    /// Somebody was blocked: their offers are neither got in a swarm nor given on.
    public void blockedChanged() {
        for (SwarmRole role : List.copyOf(roles.values())) {
            if (settings.blocked().test(role.offer.author())) drop(role.offer.id());
        }
    }

    /// Who gave parts of what we receive, who gave most first.
    public List<Fingerprint> givers(EntryId offer) {
        if (!(roles.get(offer) instanceof ReceiverRole role) || role.participant() == null) return List.of();
        return role.givers();
    }

    private boolean isPresent(SwarmRole role) {
        return roles.get(role.offer.id()) == role;
    }

    void start(ReceiverRole role, ReceiverRole.Start with) {
        if (!isPresent(role)) return;
        role.start(with, queue.uptime());
        meetAll(role);
        actions.work(role);
    }

    private void start(OriginRole role, OfferChunks layout) {
        if (!isPresent(role)) return;
        role.start(layout, settings.link().get(), queue.uptime());
        actions.work(role);
    }

    void tell(ReceiverRole role, Runnable news) {
        if (!isPresent(role) || role.participant() == null) return;
        news.run();
        actions.work(role);
    }

    void wantPages(ReceiverRole role, List<Integer> pages) {
        if (!isPresent(role)) return;
        List<Fingerprint> sources = sources(role);
        role.askForPages(sources.isEmpty() ? null : sources.getFirst(), pages, queue.uptime());
    }

    /// Who may have pages; before the swarm is known, everybody of the room, the author first.
    private List<Fingerprint> sources(ReceiverRole role) {
        var party = role.participant();
        List<Fingerprint> sources = party == null ? List.of() : party.sources();
        if (!sources.isEmpty()) return sources;
        var all = new ArrayList<Fingerprint>();
        for (Session session : peers.all()) {
            if (!members.reaches(role.offer, session)) continue;
            all.add(session.peer().equals(role.offer.author()) ? 0 : all.size(), session.peer());
        }
        return all;
    }

    /// A session is there, or has joined one more room.
    public void met(Session session) {
        for (SwarmRole role : List.copyOf(roles.values())) {
            if (role.participant() == null) continue;
            meet(role, session);
            actions.work(role);
        }
    }

    private void meetAll(SwarmRole role) {
        for (Session session : peers.all()) meet(role, session);
    }

    private void meet(SwarmRole role, Session session) {
        Participant participant = role.participant();
        if (participant != null && members.reaches(role.offer, session) && role.met.add(session.peer())) {
            participant.met(session.peer(), queue.uptime());
        }
    }

    /// A session has ended, or one side has left a room: a peer that the offer does not reach any more leaves the
    /// swarm.
    public void gone(Session session) {
        if (!session.isOpen()) senders.gone(session);
        for (SwarmRole role : List.copyOf(roles.values())) {
            if (members.reaches(role.offer, session)) continue;
            role.gone(session.peer());
            if (!role.met.remove(session.peer())) continue;
            Participant participant = role.participant();
            if (participant != null) participant.gone(session.peer(), queue.uptime());
            actions.work(role);
        }
    }

    public void handle(Session session, SwarmFrame frame) throws MalformedFrameException {
        SwarmRole role = roles.get(frame.offer());
        if (role == null && frame instanceof SwarmFrame.Member member && member.here()) role = join(session, member);
        if (role == null || !members.reaches(role.offer, session)) return;
        if (frame instanceof SwarmFrame.Pages pages) {
            int allowed = pagesPace.allow(session.peer(), pages.pages().size(), queue.uptime());
            role.pagesAsked(session, pages.pages().subList(0, allowed));
            return;
        }
        Participant participant = role.participant();
        if (participant == null) {
            role.early(session.peer(), frame);
            return;
        }
        role.met.add(session.peer());
        participant.received(session.peer(), frame, queue.uptime());
        actions.work(role);
    }

    /// Somebody takes part in the swarm of an offer of ours, or of one that we have whole: so do we.
    private @Nullable SwarmRole join(Session session, SwarmFrame.Member member) {
        if (joinsPace.allow(session.peer(), 1, queue.uptime()) == 0) return null;
        StoredOffer offer = store.offer(member.offer());
        if (offer == null || offer.withdrawn() || settings.isOver().test(offer.written())
                || !members.reaches(offer, session)
                || settings.blocked().test(offer.author())
                || members.isDirect(offer)
                || roles.size() >= PARTS_MAX && !makeSpace(TransferId.of(offer.id(), session.peer()))) {
            return null;
        }
        SwarmRole role = offer.author().equals(settings.self()) ? origin(offer, session) : helper(offer);
        if (role != null) roles.put(offer.id(), role);
        return role;
    }

    /// What has a place among the offers that are sent is few; so others in which nothing is sent now make room for it.
    private boolean makeSpace(TransferId transfer) {
        Upload upload = uploads.get(transfer);
        if (upload == null || !upload.isGranted()) return false;
        roles.values().stream().filter(SwarmRole::isIdle).findFirst().ifPresent(idle -> end(idle.offer.id()));
        return roles.size() < PARTS_MAX;
    }

    private @Nullable SwarmRole origin(StoredOffer offer, Session session) {
        if (uploads.get(TransferId.of(offer.id(), session.peer())) == null) return null; // it has not accepted
        var role = new OriginRole(offer, originUploads, settings.standings(), queue.uptime());
        ownStart.readOwn(offer, layout -> queue.post(() -> start(role, layout)),
                () -> queue.post(() -> endIfPresent(role)));
        return role;
    }

    private @Nullable SwarmRole helper(StoredOffer offer) {
        TransferId id = TransferId.of(offer.id(), settings.self());
        StoredTransfer transfer = store.transfer(id);
        if (transfer == null || transfer.direction() != Direction.IN || transfer.state() != TransferState.DONE
                || transfer.acceptance().place() == null) {
            return null;
        }
        var role = new ReceiverRole(offer, settings, store, peers);
        role.receives = false;
        takenStart.readTaken(offer, transfer, start -> queue.post(() -> start(role, start)),
                () -> queue.post(() -> endIfPresent(role)));
        return role;
    }

    private void endIfPresent(SwarmRole role) {
        if (isPresent(role)) end(role.offer.id());
    }

    /// The bulk connections that are open. Any thread.
    public ChunkSenders senders() {
        return senders;
    }

    private void workAll() {
        List.copyOf(roles.values()).forEach(actions::work);
    }

    private void sent(Fingerprint to, ChunkSender.Job job, ChunkSender.Outcome outcome) {
        queue.post(() -> {
            SwarmRole role = roles.get(job.offer());
            if (role != null && outcome == ChunkSender.Outcome.NOT_HERE) role.cannotGive(to, job.chunk());
            workAll();
        });
    }

    public void tick(Duration now) {
        for (SwarmRole role : List.copyOf(roles.values())) {
            Participant participant = role.participant();
            if (participant == null) continue;
            participant.tick(now);
            switch (role) {
                case ReceiverRole receiver -> receiver.askLatePages(sources(receiver), now);
                case OriginRole origin -> origin.showShares();
            }
            actions.work(role);
            tellHelping(role, role.helping(), now);
            if (!role.isOver(now)) continue;
            LOG.log(INFO, "The swarm of offer {0} needs us no more", role.offer.id());
            end(role.offer.id());
        }
    }

    private void tellHelping(SwarmRole role, int peers, Duration now) {
        Double sent = role.sent();
        int onSharedAir = role.onSharedAir();
        if (!role.isNews(peers, sent, onSharedAir, now)) return;
        queue.afterStep(() -> listener.helping(role.offer.id(), peers, sent, onSharedAir));
    }

    public boolean isBusy() {
        return !roles.isEmpty();
    }

    /// Ends all threads of it.
    public void close() {
        senders.close();
        roles.values().forEach(SwarmRole::close);
        roles.clear();
        originUploads.close();
        takenStart.close();
        ownStart.close();
    }
}
