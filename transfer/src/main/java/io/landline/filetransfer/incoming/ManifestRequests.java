package io.landline.filetransfer.incoming;

import io.landline.cost.AskPace;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ReceivedManifest;
import io.landline.filetransfer.swarm.SwarmMembers;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Asks for the manifests of accepted transfers, page by page: of the author, or of somebody who helps. Confined to the
/// files' queue.
final class ManifestRequests {
    /// A peer that does not send a page of its manifest for this long gives its place to the next.
    private static final Duration PAGE_PATIENCE = Duration.ofSeconds(30);

    private final TransferStore store;
    private final ConnectedPeers peers;
    private final SwarmMembers members;
    private final AskPace pace;
    private final Supplier<Duration> uptime;

    ManifestRequests(TransferStore store, ConnectedPeers peers, SwarmMembers members, AskPace pace,
            Supplier<Duration> uptime) {
        this.store = store;
        this.peers = peers;
        this.members = members;
        this.pace = pace;
        this.uptime = uptime;
    }

    /// Asks for the next page, or leaves it to a later tick: a peer brings no more of them than its pace allows.
    void ask(IncomingTransfer incoming) {
        Duration now = uptime.get();
        incoming.pageUntil = now.plus(PAGE_PATIENCE);
        Fingerprint author = incoming.stored.peer();
        Fingerprint source = peers.session(author) != null ? author : incoming.nextHelper(members);
        incoming.pageIsDue = source != null && pace.allow(source, 1, now) == 0;
        incoming.pageFrom = incoming.pageIsDue ? null : source;
        if (incoming.pageFrom == null) return; // it is tried again
        peers.send(incoming.pageFrom, new FileMessage.ManifestRequest(incoming.offer.id(), incoming.manifest.pages()));
    }

    /// Asks again where a pace kept it from asking.
    void askIfDue(IncomingTransfer incoming) {
        if (incoming.pageUntil != null && incoming.pageIsDue) ask(incoming);
    }

    /// Whether the one that was asked takes too long.
    static boolean isLate(IncomingTransfer incoming, Duration now) {
        return incoming.pageUntil != null && incoming.pageUntil.compareTo(now) < 0;
    }

    /// Whether this peer was asked for this page.
    static boolean isAnswer(FileMessage.Manifest page, IncomingTransfer incoming, Fingerprint from) {
        return incoming.isPageAskedOf(from) && page.page() == incoming.manifest.pages();
    }

    /// Checks the next page and keeps it, with its files as they are wanted.
    ///
    /// @throws MalformedFrameException where it is not a page of what was offered
    void keep(IncomingTransfer incoming, byte[] page) throws MalformedFrameException {
        ReceivedManifest.Checked checked = incoming.manifest.check(page);
        List<StoredFile> files = incoming.chosen(checked.files());
        store.saveFiles(incoming.stored.id(), files);
        store.saveManifestPages(incoming.offer.id(), incoming.manifest.pages(), List.of(page)); // after its files
        incoming.kept(checked, files);
    }
}
