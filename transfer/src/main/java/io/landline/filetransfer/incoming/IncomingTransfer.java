package io.landline.filetransfer.incoming;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.download.Download;
import io.landline.filetransfer.download.LostAtAuthor;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ReceivedManifest;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.filetransfer.running.PeerPause;
import io.landline.filetransfer.running.ProgressThrottle;
import io.landline.filetransfer.running.SlotUse;
import io.landline.filetransfer.swarm.SwarmMembers;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One open transfer to us, as [IncomingTransfers] keeps it. Confined to the files' queue.
final class IncomingTransfer {
    private static final int FILES_A_READ = 256;

    StoredOffer offer;
    StoredTransfer stored;
    @Nullable
    Download download;
    /// Until when the next page of the manifest is waited for; null while none was requested.
    @Nullable
    Duration pageUntil;
    /// Who was asked for it: the author, or somebody who helps.
    @Nullable
    Fingerprint pageFrom;
    /// Of those that help, who was asked for a page last.
    private @Nullable Fingerprint helper;
    /// Whether the helper gave a wrong page, or none.
    boolean helperFailed;
    /// Whether the next page is to be asked for as soon as a peer's pace allows it.
    boolean pageIsDue;
    /// Whether its manifest is only looked at: what of it is wanted is not known yet.
    boolean looking;
    final CountedOffer counted;
    /// Whether its author ends it, by a word of their own.
    boolean isEndedByAuthor;
    /// What its author said cannot be given, in this run.
    final LostAtAuthor lost;
    /// Once it is done: what could not be had.
    FailedFiles failures = FailedFiles.NONE;
    /// Bytes that its author could not give, as far as this run knows.
    private long bytesLost;
    final VerifiedChunks verified = new VerifiedChunks();
    final PeerPause peerPause = new PeerPause();
    /// It is about to give its slot to somebody known better.
    private boolean givesWay;
    /// Whether it had a slot and did not use it: then it takes none from others.
    private boolean wastedSlot;
    Duration retryAt = Duration.ZERO;
    Duration startedAt = Duration.ZERO;
    /// How it moved in this run of the program.
    TransferListener.Run ran = TransferListener.Run.NONE;
    /// Of the slot that it has.
    private final SlotUse use = new SlotUse();
    /// In a swarm: who gave parts of it.
    List<Fingerprint> from = List.of();
    /// In a swarm: when somebody else took part last.
    Duration accompaniedAt = Duration.ZERO;
    ProgressThrottle pace = new ProgressThrottle();
    final ReceivedManifest manifest;
    /// What the person wants of it, and how much that is, as far as the manifest is here.
    Choice choice = Choice.ALL;
    private long chosenFiles;
    private long chosenBytes;

    IncomingTransfer(StoredOffer offer, StoredTransfer stored) {
        this.offer = offer;
        this.stored = stored;
        counted = new CountedOffer(stored.peer(), offer.body().files());
        manifest = new ReceivedManifest(offer.body());
        lost = new LostAtAuthor(offer.body().files());
    }

    /// The folder that it was accepted into, which this system can spell: nothing begins otherwise.
    Path folder() {
        return Objects.requireNonNull(stored.acceptance().place(), "no folder that can be spelled");
    }

    /// Looks whether an earlier run has got the whole manifest. If not it begins again: it is proven page by page.
    void load(TransferStore store) {
        if (stored.state() == TransferState.OFFERED) return; // what was noted belongs to a choice that matched nothing
        choice = Choice.of(store.choice(stored.id()));
        OfferBody body = offer.body();
        // files are enough where there are no folders: earlier versions kept no pages
        boolean hasFiles = body.files() == 0 || !store.files(stored.id(), body.files() - 1, 1).isEmpty();
        if (hasFiles && (body.folders() == 0 || hasLastPage(store))) manifest.keptAll();
        if (!choice.isAll() && manifest.isComplete()) countChosen(store);
    }

    private void countChosen(TransferStore store) {
        files(store, stored.id()).forEach(this::count);
    }

    /// All files of a transfer that are kept, read a few at a time.
    static Stream<StoredFile> files(TransferStore store, TransferId id) {
        return Stream.iterate(store.files(id, 0, FILES_A_READ), page -> !page.isEmpty(),
                page -> store.files(id, page.getLast().number() + 1, FILES_A_READ)).flatMap(List::stream);
    }

    /// Whether nothing of it is on the disk, as far as was noted.
    boolean isNothingBegun(TransferStore store) {
        if (store.hidden(stored.id()) != null) return false;
        return files(store, stored.id()).noneMatch(StoredFile::isBegun);
    }

    private void count(StoredFile file) {
        if (file.taken() == Taken.LEFT_OUT) return; // those that were lost were chosen too
        chosenFiles++;
        chosenBytes += file.bytes();
    }

    /// These files of the manifest as they are to be kept.
    List<StoredFile> chosen(List<StoredFile> files) throws MalformedFrameException {
        if (choice.isAll()) return files;
        var kept = new ArrayList<StoredFile>();
        for (StoredFile file : files) {
            kept.add(choice.takes(SafePath.names(file.path())) ? file : file.leftOut());
        }
        return kept;
    }

    /// A page is in the store, with these files of it: one that could not be kept comes again.
    void kept(ReceivedManifest.Checked page, List<StoredFile> files) {
        if (!choice.isAll()) files.forEach(this::count);
        manifest.take(page);
    }

    /// Whether the whole manifest is here, and what the person chose is not in it.
    boolean isNothingChosen(TransferStore store) throws MalformedFrameException {
        if (choice.isAll() || !manifest.isComplete() || chosenFiles > 0) return false;
        byte[] bytes;
        for (int number = 0; (bytes = store.manifestPage(offer.id(), number)) != null; number++) {
            ManifestPage page = ManifestPage.received(bytes);
            for (ManifestPage.Listed each : page.listed()) {
                if (choice.takes(SafePath.names(each.path()))) return false; // an empty folder
            }
            if (page.isLast()) break;
        }
        return true;
    }

    /// What its author is told when it is accepted, with the part that is wanted, if that is known.
    FileMessage.Accept accept() {
        boolean all = choice.isAll() || !manifest.isComplete();
        return new FileMessage.Accept(offer.id(), all ? null : new FileMessage.Part(chosenFiles, chosenBytes),
                bytesHere());
    }

    /// What its author is told while bytes come.
    FileMessage.Received received() {
        return new FileMessage.Received(stored.id(), bytesHere());
    }

    /// Its download is over.
    void ended(Download over) {
        download = null;
        bytesLost = over.bytesLost();
        moved(over.bytesHere());
    }

    private long bytesHere() {
        return download != null ? download.bytesHere() : stored.bytes();
    }

    /// A page is kept after its files.
    private boolean hasLastPage(TransferStore store) {
        byte[] page = store.lastManifestPage(offer.id());
        return page != null && ManifestPage.isLast(page);
    }

    boolean isPageAskedOf(Fingerprint peer) {
        Fingerprint asked = pageFrom;
        return pageUntil != null && asked != null && asked.equals(peer);
    }

    /// Who of those that help is to be asked for the next page.
    @Nullable
    Fingerprint nextHelper(SwarmMembers members) {
        helper = members.helperFor(offer, helper, helperFailed);
        helperFailed = false;
        return helper;
    }

    /// Whether it has one of the slots of running transfers.
    boolean holdsSlot() {
        return download != null || pageUntil != null;
    }

    /// It has a slot from now on.
    void begun(Duration uptime) {
        givesWay = false;
        use.begin(got(), uptime);
    }

    /// Whether its author gave little for long: of the list of files, or of the files.
    boolean isSlow(Duration uptime) {
        return use.isSlow(got(), uptime);
    }

    private long got() {
        return manifest.bytes() + (download == null ? 0 : download.bytesKnown());
    }

    /// Gives its slot to another; the download ends by itself soon. False where it is too late: the last file is
    /// whole, verified, and gets its name at this moment.
    boolean release() {
        pageUntil = null;
        return download == null || download.interrupt();
    }

    /// Gives its slot to somebody known better, and waits for another one. False where it is too late.
    boolean giveWay() {
        givesWay = release();
        return givesWay;
    }

    boolean isGivingWay() {
        return givesWay && holdsSlot();
    }

    /// Gives its slot up because little or nothing came in it.
    void giveUpSlot(Duration retry) {
        helperFailed = true;
        wastedSlot = true;
        release();
        retryAt = retry;
    }

    /// Whether it may take the slot of another transfer. One that had a slot in vain takes only a free one.
    boolean mayDisplace() {
        return !wastedSlot;
    }

    void become(TransferPhase phase) {
        stored = stored.withPhase(phase);
    }

    void moved(long bytes) {
        stored = stored.withBytes(bytes);
    }

    TransferView view() {
        TransferState state = peerPause.shown(stored.state());
        return new TransferView(Direction.IN, offer.id(), stored.id(), offer.conversation(), stored.peer(),
                new TransferView.Status(state, stored.reason(), peerPause.isOn()),
                amount(state == TransferState.DONE, bytesHere(), from));
    }

    /// Until the manifest is here nobody knows how much was chosen.
    private TransferView.Amount amount(boolean done, long bytes, List<Fingerprint> from) {
        boolean all = choice.isAll() || !manifest.isComplete();
        long lost = Math.max(bytesLost, download == null ? 0 : download.bytesLost());
        long total = (all ? offer.body().bytes() : chosenBytes) - Math.max(failures.bytes(), lost);
        long files = (all ? offer.body().files() : chosenFiles) - failures.files();
        return new TransferView.Amount(files, done ? total : bytes, total, from);
    }
}
