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
    private final PartStart takenStart;
    private final PartStart ownStart;
    private final OriginUploads originUploads;
    private final AskPace pagesPace = AskPace.ofPages();
    private final AskPace joinsPace = AskPace.ofJoins();
    private final Map<EntryId, SwarmPart> parts = new LinkedHashMap<>();
    private final ChunkSenders senders;
    private final PartActions actions;
    /// Told when a source of ours is not what it was.
    private LostFiles lost = (_, _, _) -> {};

    /// @param uploads the accepted transfers to others, as they are at any time
    public Swarms(SwarmSettings settings, TransferStore store, OfferPublisher log, ConnectedPeers peers,
            SerialQueue queue, Map<TransferId, Upload> uploads, TransferListener listener) {
        this.listener = listener;
        senders = new ChunkSenders(settings.limits(), this::sent);
        actions = new PartActions(peers, senders, queue::uptime);
        members = new SwarmMembers(settings, store, log, peers);
        this.settings = settings;
        this.store = store;
        originUploads = new OriginUploads(uploads, peers, queue, (of, file, reason) -> lost.lost(of, file, reason));
        takenStart = new PartStart(store, "files-helping");
        ownStart = new PartStart(store, "files-own-swarms");
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
        var part = new ReceiverPart(offer, settings.self(), store, peers);
        parts.put(offer.id(), part);
        return new QueuedSwarmLink(this, queue, part, folder);
    }

    /// A download in a swarm is over. A whole one goes on helping.
    public void received(EntryId offer, boolean whole) {
        if (!(parts.get(offer) instanceof ReceiverPart part)) return;
        part.receives = false;
        if (!whole || part.party() == null) end(offer);
    }

    /// Whether nobody else takes part in what we receive.
    public boolean isAlone(EntryId offer) {
        return parts.get(offer) instanceof ReceiverPart part && part.party() != null && part.started().isAlone();
    }

    /// This node does not take part any more; the others are told.
    public void end(EntryId offer) {
        SwarmPart part = parts.remove(offer);
        if (part == null) return;
        for (Fingerprint peer : part.met) {
            peers.send(peer, new SwarmFrame.Member(offer, false, false, LinkKind.UNKNOWN).encode());
        }
        tellHelping(part, 0, queue.uptime());
        part.close();
    }

    /// The offer does not stand any more, or its author is blocked: nothing of it is asked or given, and its pages go.
    public void drop(EntryId offer) {
        end(offer);
        store.forgetHashPages(offer);
    }

    /// Somebody was blocked: their offers are neither got in a swarm nor given on.
    public void blockedChanged() {
        for (SwarmPart part : List.copyOf(parts.values())) {
            if (settings.blocked().test(part.offer.author())) drop(part.offer.id());
        }
    }

    /// Who gave parts of what we receive, who gave most first.
    public List<Fingerprint> givers(EntryId offer) {
        if (!(parts.get(offer) instanceof ReceiverPart part) || part.party() == null) return List.of();
        return part.givers();
    }

    private boolean isPresent(SwarmPart part) {
        return parts.get(part.offer.id()) == part;
    }

    void start(ReceiverPart part, ReceiverPart.Start with) {
        if (!isPresent(part)) return;
        part.start(with, queue.uptime());
        meetAll(part);
        actions.work(part);
    }

    private void start(OriginPart part, OfferChunks layout) {
        if (!isPresent(part)) return;
        part.start(layout, queue.uptime());
        actions.work(part);
    }

    void tell(ReceiverPart part, Runnable news) {
        if (!isPresent(part) || part.party() == null) return;
        news.run();
        actions.work(part);
    }

    void wantPages(ReceiverPart part, List<Integer> pages) {
        if (!isPresent(part)) return;
        List<Fingerprint> sources = sources(part);
        part.askForPages(sources.isEmpty() ? null : sources.getFirst(), pages, queue.uptime());
    }

    /// Who may have pages; before the swarm is known, everybody of the room, the author first.
    private List<Fingerprint> sources(ReceiverPart part) {
        var party = part.party();
        List<Fingerprint> sources = party == null ? List.of() : party.sources();
        if (!sources.isEmpty()) return sources;
        var all = new ArrayList<Fingerprint>();
        for (Session session : peers.all()) {
            if (!members.reaches(part.offer, session)) continue;
            all.add(session.peer().equals(part.offer.author()) ? 0 : all.size(), session.peer());
        }
        return all;
    }

    /// A session is there, or has joined one more room.
    public void met(Session session) {
        for (SwarmPart part : List.copyOf(parts.values())) {
            if (part.party() == null) continue;
            meet(part, session);
            actions.work(part);
        }
    }

    private void meetAll(SwarmPart part) {
        for (Session session : peers.all()) meet(part, session);
    }

    private void meet(SwarmPart part, Session session) {
        Participant party = part.party();
        if (party != null && members.reaches(part.offer, session) && part.met.add(session.peer())) {
            party.met(session.peer(), queue.uptime());
        }
    }

    /// A session has ended, or one side has left a room: a peer that the offer does not reach any more leaves the
    /// swarm.
    public void gone(Session session) {
        if (!session.isOpen()) senders.gone(session);
        for (SwarmPart part : List.copyOf(parts.values())) {
            if (members.reaches(part.offer, session)) continue;
            part.gone(session.peer());
            if (!part.met.remove(session.peer())) continue;
            Participant party = part.party();
            if (party != null) party.gone(session.peer(), queue.uptime());
            actions.work(part);
        }
    }

    public void handle(Session session, SwarmFrame frame) throws MalformedFrameException {
        SwarmPart part = parts.get(frame.offer());
        if (part == null && frame instanceof SwarmFrame.Member member && member.here()) part = join(session, member);
        if (part == null || !members.reaches(part.offer, session)) return;
        if (frame instanceof SwarmFrame.Pages pages) {
            int allowed = pagesPace.allow(session.peer(), pages.pages().size(), queue.uptime());
            part.pagesAsked(session, pages.pages().subList(0, allowed));
            return;
        }
        Participant party = part.party();
        if (party == null) {
            part.early(session.peer(), frame);
            return;
        }
        part.met.add(session.peer());
        party.received(session.peer(), frame, queue.uptime());
        actions.work(part);
    }

    /// Somebody takes part in the swarm of an offer of ours, or of one that we have whole: so do we.
    private @Nullable SwarmPart join(Session session, SwarmFrame.Member member) {
        if (joinsPace.allow(session.peer(), 1, queue.uptime()) == 0) return null;
        StoredOffer offer = store.offer(member.offer());
        if (offer == null || offer.withdrawn() || settings.isOver().test(offer.written())
                || !members.reaches(offer, session)
                || settings.blocked().test(offer.author())
                || members.isDirect(offer)
                || parts.size() >= PARTS_MAX && !makeSpace(TransferId.of(offer.id(), session.peer()))) {
            return null;
        }
        SwarmPart part = offer.author().equals(settings.self()) ? origin(offer, session) : helper(offer);
        if (part != null) parts.put(offer.id(), part);
        return part;
    }

    /// What has a place among the offers that are sent is few; so others in which nothing is sent now make room for it.
    private boolean makeSpace(TransferId transfer) {
        Upload upload = uploads.get(transfer);
        if (upload == null || !upload.isGranted()) return false;
        parts.values().stream().filter(SwarmPart::isIdle).findFirst().ifPresent(idle -> end(idle.offer.id()));
        return parts.size() < PARTS_MAX;
    }

    private @Nullable SwarmPart origin(StoredOffer offer, Session session) {
        if (uploads.get(TransferId.of(offer.id(), session.peer())) == null) return null; // it has not accepted
        var part = new OriginPart(offer, originUploads, queue.uptime());
        ownStart.readOwn(offer, layout -> queue.post(() -> start(part, layout)),
                () -> queue.post(() -> endIfPresent(part)));
        return part;
    }

    private @Nullable SwarmPart helper(StoredOffer offer) {
        TransferId id = TransferId.of(offer.id(), settings.self());
        StoredTransfer transfer = store.transfer(id);
        if (transfer == null || transfer.direction() != Direction.IN || transfer.state() != TransferState.DONE) {
            return null;
        }
        var part = new ReceiverPart(offer, settings.self(), store, peers);
        part.receives = false;
        takenStart.readTaken(offer, transfer, start -> queue.post(() -> start(part, start)),
                () -> queue.post(() -> endIfPresent(part)));
        return part;
    }

    private void endIfPresent(SwarmPart part) {
        if (isPresent(part)) end(part.offer.id());
    }

    /// The bulk connections that are open. Any thread.
    public ChunkSenders senders() {
        return senders;
    }

    private void workAll() {
        List.copyOf(parts.values()).forEach(actions::work);
    }

    private void sent(Fingerprint to, ChunkSender.Job job, ChunkSender.Outcome outcome) {
        queue.post(() -> {
            SwarmPart part = parts.get(job.offer());
            if (part != null && outcome == ChunkSender.Outcome.NOT_HERE) part.cannotGive(to, job.chunk());
            workAll();
        });
    }

    public void tick(Duration now) {
        for (SwarmPart part : List.copyOf(parts.values())) {
            Participant party = part.party();
            if (party == null) continue;
            party.tick(now);
            switch (part) {
                case ReceiverPart receiver -> receiver.askLatePages(sources(receiver), now);
                case OriginPart origin -> origin.showShares();
            }
            actions.work(part);
            tellHelping(part, part.helping(), now);
            if (!part.isOver(now)) continue;
            LOG.log(INFO, "The swarm of offer {0} needs us no more", part.offer.id());
            end(part.offer.id());
        }
    }

    private void tellHelping(SwarmPart part, int peers, Duration now) {
        Double sent = part.sent();
        if (!part.isNews(peers, sent, now)) return;
        queue.afterStep(() -> listener.helping(part.offer.id(), peers, sent));
    }

    public boolean isBusy() {
        return !parts.isEmpty();
    }

    /// Ends all threads of it.
    public void close() {
        senders.close();
        parts.values().forEach(SwarmPart::close);
        parts.clear();
        originUploads.close();
        takenStart.close();
        ownStart.close();
    }
}
