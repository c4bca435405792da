package io.landline.filetransfer.incoming;

import io.landline.cost.AskPace;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ReceivedManifest;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Fetches the manifests of offers that nobody here has accepted, for a person who looks before deciding. The author
/// shows a manifest to everybody that the offer reaches (docs/protocol/files.md, "The manifest"). Nothing but its pages
/// is kept. Confined to the files' queue.
final class ManifestPreviews {
    private static final System.Logger LOG = System.getLogger(ManifestPreviews.class.getName());
    /// A page that stays away for this long is not waited for: a person does.
    static final Duration PAGE_PATIENCE = Duration.ofSeconds(10);

    /// A manifest on its way.
    private static final class Look {
        private final Fingerprint author;
        private final ReceivedManifest manifest;
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private Duration until = Duration.ZERO;
        /// Whether the next page is to be asked for as soon as its author's pace allows it.
        private boolean isDue;

        private Look(IncomingTransfer of) {
            author = of.stored.peer();
            manifest = new ReceivedManifest(of.offer.body());
        }
    }

    private final TransferStore store;
    private final ConnectedPeers peers;
    private final Supplier<Duration> uptime;
    private final AskPace pagesPace;
    private final Map<EntryId, Look> open = new HashMap<>();

    ManifestPreviews(TransferStore store, ConnectedPeers peers, Supplier<Duration> uptime, AskPace pagesPace) {
        this.pagesPace = pagesPace;
        this.store = store;
        this.peers = peers;
        this.uptime = uptime;
    }

    /// True once all pages are in the store; false where they cannot be had now.
    CompletableFuture<Boolean> look(IncomingTransfer of) {
        EntryId offer = of.offer.id();
        if (isHere(offer)) return CompletableFuture.completedFuture(true);
        Look running = open.get(offer);
        if (running != null) return running.done;
        var look = new Look(of);
        if (peers.session(look.author) == null) return CompletableFuture.completedFuture(false);
        open.put(offer, look);
        ask(offer, look);
        return look.done;
    }

    /// Pages are kept in their order, each proven by the one before.
    private boolean isHere(EntryId offer) {
        byte[] last = store.lastManifestPage(offer);
        return last != null && ManifestPage.isLast(last);
    }

    private void ask(EntryId offer, Look look) {
        Duration now = uptime.get();
        look.until = now.plus(PAGE_PATIENCE);
        look.isDue = pagesPace.allow(look.author, 1, now) == 0;
        if (look.isDue) return;
        peers.send(look.author, new FileMessage.ManifestRequest(offer, look.manifest.pages()));
    }

    /// Takes a page that a look waits for; false for any other.
    boolean page(FileMessage.Manifest page, Fingerprint from) {
        Look look = open.get(page.offer());
        if (look == null || look.isDue || !look.author.equals(from)) return false;
        if (page.page() != look.manifest.pages()) return false;
        try {
            ReceivedManifest.Checked checked = look.manifest.check(page.bytes());
            store.saveManifestPages(page.offer(), page.page(), List.of(page.bytes()));
            look.manifest.take(checked);
            if (look.manifest.isComplete()) {
                end(page.offer(), true);
            } else {
                ask(page.offer(), look);
            }
        } catch (MalformedFrameException e) {
            LOG.log(System.Logger.Level.WARNING, "The manifest of an offer of {0} cannot be shown: {1}", from.brief(),
                    e.getMessage());
            end(page.offer(), false);
        }
        return true;
    }

    /// This offer is accepted, declined or over, or its author is gone.
    void end(EntryId offer) {
        end(offer, false);
    }

    private void end(EntryId offer, boolean complete) {
        Look look = open.remove(offer);
        if (look != null) look.done.complete(complete);
    }

    void closed(Fingerprint author) {
        List.copyOf(open.entrySet()).forEach(each -> {
            if (each.getValue().author.equals(author)) end(each.getKey());
        });
    }

    void tick(Duration now) {
        List.copyOf(open.entrySet()).forEach(each -> {
            if (each.getValue().isDue) ask(each.getKey(), each.getValue());
            if (each.getValue().until.compareTo(now) < 0) end(each.getKey());
        });
    }

    boolean isBusy() {
        return !open.isEmpty();
    }

    void close() {
        List.copyOf(open.keySet()).forEach(this::end);
    }
}
