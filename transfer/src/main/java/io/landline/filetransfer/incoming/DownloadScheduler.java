package io.landline.filetransfer.incoming;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.cost.AskPace;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.download.BulkConnections;
import io.landline.filetransfer.download.ChunkSupply;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.OrphanedPartials;
import io.landline.filetransfer.running.ProgressThrottle;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.session.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// Which of the accepted transfers to us run, and what becomes of them. Confined to the files' queue, but [#downloads].
final class DownloadScheduler {
    /// Between two tries with a peer that has an open session.
    private static final Duration RETRY = Duration.ofSeconds(1);
    /// A transfer in a swarm waits again if nobody else takes part for this long.
    static final Duration ALONE_MAX = Duration.ofSeconds(5);
    /// It looks again for others after this, or when somebody comes.
    static final Duration ALONE_RETRY = Duration.ofSeconds(30);
    private static final System.Logger LOG = System.getLogger(DownloadScheduler.class.getName());

    private final IncomingTable table;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private final SerialQueue queue;
    private final TransferEvents events;
    private final ExecutorService housekeeping;
    private final OrphanedPartials orphans;
    private final DiskSpace space;
    private final Swarms swarms;
    private final DownloadSlots slots;
    private final ManifestRequests pages;
    private final IncomingOutcomes outcomes;
    private final BulkConnections connections = new BulkConnections();
    private final Map<TransferId, Download> downloads = new ConcurrentHashMap<>();
    /// Ends of downloads that somebody waits for.
    private final Map<TransferId, CompletableFuture<Void>> ends = new HashMap<>();
    private @Nullable CompletableFuture<Void> quiet;

    DownloadScheduler(IncomingContext context, IncomingTable table, IncomingOutcomes outcomes, AskPace pagesPace,
            DownloadSlots slots) {
        this.table = table;
        this.outcomes = outcomes;
        this.slots = slots;
        store = context.store();
        peers = context.peers();
        queue = context.queue();
        events = context.events();
        housekeeping = context.housekeeping();
        space = context.space();
        swarms = context.swarms();
        orphans = new OrphanedPartials(store, housekeeping, events::cleared);
        pages = new ManifestRequests(store, peers, swarms.members(), pagesPace, queue::uptime);
    }

    /// Partial files of earlier runs that no transfer owns any more.
    OrphanedPartials orphans() {
        return orphans;
    }

    /// Downloads that run, by transfer. Any thread.
    Map<TransferId, Download> downloads() {
        return downloads;
    }

    /// The end of the download of this transfer: no thread of it touches a file any more.
    CompletableFuture<Void> end(TransferId id) {
        if (!downloads.containsKey(id)) return CompletableFuture.completedFuture(null);
        return ends.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    /// A page of a manifest that we asked for; any other is ignored.
    void page(FileMessage.Manifest page, TransferId transfer, Fingerprint author) {
        IncomingTransfer incoming = table.get(transfer);
        if (incoming == null || !ManifestRequests.isAnswer(page, incoming, author)) return;
        boolean helper = !author.equals(incoming.stored.peer());
        try {
            if (!incoming.manifest.isComplete()) pages.keep(incoming, page.bytes());
            if (!incoming.manifest.isComplete()) {
                pages.ask(incoming);
            } else {
                incoming.pageUntil = null;
                if (incoming.looking) {
                    begin(incoming);
                } else {
                    run(incoming);
                }
            }
        } catch (MalformedFrameException e) {
            LOG.log(WARNING, "The manifest of transfer {0} is refused: {1}", incoming.stored.id(), e.getMessage());
            if (helper) { // it may lack the page, or lie: the offer names the right one
                toTheEnd(incoming, RETRY);
                return;
            }
            failSayingSo(incoming, FailureReason.SOURCE_CHANGED);
        } catch (TransferStoreException e) {
            outcomes.notNoted(incoming, e);
        }
    }

    /// Gives free slots to those that wait: of authors known better first, then the longest waiting. Where all are
    /// taken, transfers of people known less well give way, and wait for another slot.
    void schedule() {
        if (quiet != null) return;
        give(slots.withHope(table.all()).filter(this::isReady).toList());
    }

    /// As [#schedule] where only this one has just come or was accepted: the others were looked at when they became
    /// ready.
    void consider(IncomingTransfer incoming) {
        if (quiet == null && isReady(incoming)) give(List.of(incoming));
    }

    private void give(List<IncomingTransfer> ready) {
        List<IncomingTransfer> inTurn = slots.inTurn(ready);
        for (IncomingTransfer each : inTurn) if (slots.free() > 0) tryBegin(each);
        List<IncomingTransfer> without = inTurn.stream().filter(this::isReady).toList();
        if (without.isEmpty() || slots.free() > 0) return;
        slots.makeSpace(without);
        // one that had only asked for its list has given its slot at once
        for (IncomingTransfer each : without) if (slots.free() > 0) tryBegin(each);
    }

    private boolean isReady(IncomingTransfer incoming) {
        return waits(incoming) && incoming.retryAt.compareTo(queue.uptime()) <= 0
                && !downloads.containsKey(incoming.stored.id()) && !orphans.isRemoving(incoming.stored.id());
    }

    /// Whether it lacks nothing but a slot and its time: somebody is here who has it.
    private boolean waits(IncomingTransfer incoming) {
        return incoming.stored.state() == TransferState.WAITING && !incoming.peerPause.isOn() && !incoming.holdsSlot()
                && (peers.session(incoming.stored.peer()) != null || goesOnWithoutAuthor(incoming));
    }

    /// Whether others of the room may have what is missing.
    private boolean goesOnWithoutAuthor(IncomingTransfer incoming) {
        boolean proven = incoming.manifest.isComplete() || incoming.offer.body().manifest() != null;
        return proven && swarms.members().helps(incoming.offer);
    }

    private void tryBegin(IncomingTransfer incoming) {
        try {
            begin(incoming);
        } catch (TransferStoreException e) {
            outcomes.notNoted(incoming, e);
        }
    }

    /// Where a part was chosen, the author hears of it once something of the offer is known to be wanted.
    private void begin(IncomingTransfer incoming) {
        if (incoming.stored.acceptance().place() == null) { // as where the folder is gone
            outcomes.stop(incoming, FailureReason.NO_PERMISSION);
            return;
        }
        if (isNothingChosen(incoming)) {
            outcomes.unmatched(incoming);
            return;
        }
        slots.take(incoming, queue.uptime());
        incoming.looking = !incoming.choice.isAll() && !incoming.manifest.isComplete();
        if (peers.session(incoming.stored.peer()) == null && incoming.manifest.isComplete()) {
            run(incoming);
            return;
        }
        if (!incoming.looking) peers.send(incoming.stored.peer(), incoming.accept());
        pages.ask(incoming); // also where all pages are there: the answer says that the accept was read
    }

    private boolean isNothingChosen(IncomingTransfer incoming) {
        try {
            return incoming.isNothingChosen(store);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a page that was checked cannot be read", e);
        }
    }

    private void run(IncomingTransfer incoming) {
        ChunkSupply supply = supply(incoming);
        if (supply == null) return;
        outcomes.become(incoming, incoming.stored.phase().started());
        var download = new Download(incoming.stored, incoming.offer, supply, store, housekeeping, incoming.verified,
                space, incoming.choice, incoming.lost);
        incoming.download = download;
        incoming.startedAt = queue.uptime();
        incoming.accompaniedAt = queue.uptime();
        incoming.pace = new ProgressThrottle();
        downloads.put(incoming.stored.id(), download);
        download.start(ended -> queue.post(() -> ended(incoming, download, ended)));
    }

    private @Nullable ChunkSupply supply(IncomingTransfer incoming) {
        if (swarms.members().helps(incoming.offer)) {
            return new ChunkSupply.Swarm(swarms.receive(incoming.offer, incoming.folder()));
        }
        Session session = peers.session(incoming.stored.peer());
        return session == null ? null : new ChunkSupply.Author(session, connections);
    }

    /// All threads of a download are done with its files.
    private void ended(IncomingTransfer incoming, Download download, Download.Ended ended) {
        TransferId id = incoming.stored.id();
        downloads.remove(id, download);
        CompletableFuture<Void> awaited = ends.remove(id);
        if (awaited != null) awaited.complete(null);
        boolean current = incoming.download == download;
        if (current && download.isSwarm()) {
            incoming.from = swarms.givers(incoming.offer.id());
            swarms.received(incoming.offer.id(), ended instanceof Download.Ended.Complete);
        }
        if (current) {
            incoming.ran = incoming.ran.and(queue.uptime().minus(incoming.startedAt), download.bytesArrived());
            incoming.ended(download);
        }
        if (!table.holds(incoming)) {
            orphans.sweep(); // cancelled meanwhile: now nobody uses the partial any more
        } else {
            try {
                settle(incoming, ended);
            } catch (TransferStoreException e) {
                outcomes.notNoted(incoming, e);
            }
        }
        if (quiet != null && downloads.isEmpty()) quiet.complete(null);
        schedule();
    }

    private void settle(IncomingTransfer incoming, Download.Ended ended) {
        switch (ended) {
            case Download.Ended.Complete complete -> {
                outcomes.complete(incoming, complete);
                if (incoming.offer.body().folders() > 0) orphans.sweep(); // its hidden folder is not needed any more
            }
            case Download.Ended.Interrupted(var connectionLost) -> {
                if (connectionLost) incoming.retryAt = queue.uptime().plus(RETRY);
                outcomes.become(incoming, incoming.stored.phase().interrupted());
            }
            case Download.Ended.Stopped(var reason) -> outcomes.stop(incoming, reason);
            case Download.Ended.Failed(var reason) -> failSayingSo(incoming, reason);
        }
    }

    /// It will never be done; its author is not told.
    void fail(IncomingTransfer incoming, FailureReason reason) {
        boolean mayHavePartials = incoming.stored.state() != TransferState.OFFERED;
        outcomes.fail(incoming, reason);
        if (mayHavePartials && !downloads.containsKey(incoming.stored.id())) orphans.sweep();
        schedule();
    }

    private void failSayingSo(IncomingTransfer incoming, FailureReason reason) {
        try {
            fail(incoming, reason);
            outcomes.tellFailed(incoming, reason);
        } catch (TransferStoreException e) {
            outcomes.notNoted(incoming, e);
        }
    }

    /// Does what is due for one transfer: late pages, progress, a slot that it uses too little.
    void tick(IncomingTransfer incoming, Duration now) {
        if (ManifestRequests.isLate(incoming, now)) toTheEnd(incoming, RETRY);
        pages.askIfDue(incoming);
        if (incoming.download != null) progress(incoming, incoming.download);
        boolean slow = incoming.holdsSlot() && incoming.isSlow(now);
        if (slow && table.all().stream().anyMatch(this::waits)) toTheEnd(incoming, RETRY);
    }

    /// Whether time matters to something here: what runs, and what is to be tried again while its peer is there.
    boolean isBusy() {
        return table.all().stream().anyMatch(incoming -> incoming.holdsSlot() || waits(incoming));
    }

    private void progress(IncomingTransfer incoming, Download download) {
        download.noteDue();
        boolean alone = download.isSwarm() && swarms.isAlone(incoming.offer.id());
        if (!alone) incoming.accompaniedAt = queue.uptime();
        if (alone && queue.uptime().minus(incoming.accompaniedAt).compareTo(ALONE_MAX) > 0) {
            toTheEnd(incoming, ALONE_RETRY);
        }
        incoming.from = swarms.givers(incoming.offer.id());
        long told = incoming.pace.bytesTold();
        long rate = incoming.pace.claim(queue.uptime(), download.bytesArrived());
        if (rate < 0) return;
        events.progress(incoming.view(), rate);
        boolean news = incoming.pace.bytesTold() != told;
        if (news && !download.isSwarm()) peers.send(incoming.stored.peer(), incoming.received()); // else by chunks
    }

    private void toTheEnd(IncomingTransfer incoming, Duration retry) {
        incoming.giveUpSlot(queue.uptime().plus(retry));
        table.toTheEnd(incoming);
    }

    /// Stops all downloads; what is returned completes when none touches a file any more.
    CompletableFuture<Void> close() {
        var done = new CompletableFuture<Void>();
        quiet = done;
        for (IncomingTransfer incoming : table.all()) incoming.release();
        if (downloads.isEmpty()) done.complete(null);
        return done;
    }
}
