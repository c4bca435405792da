package io.landline.filetransfer.partial;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredHidden.Stage;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTop;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.WriteBehind;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.filetransfer.manifest.ManifestPage.ListedFolder;
import io.landline.filetransfer.manifest.NamePlan;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.frame.MalformedFrameException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a transfer to us makes on the disk. Its folders grow in one hidden folder, beside where they will stand. When
/// everything of the transfer is here and forced to the disk, each is renamed once, to the first name that is free.
/// Files in no folder are on their own ([LooseFile]).
///
///     nothing ──► hidden folder noted, made ──► files have names, folders are made ──► files come ──► renamed
///
/// Confined to the download's writer thread, but [#note] and [#noteAll].
public final class ReceivedFolders implements Closeable {
    /// Files in folders that are whole, and not noted yet: a kill costs them again.
    static final int UNNOTED_MAX = 256;
    /// More, and a kill costs more of them again.
    static final long UNNOTED_BYTES_MAX = 8L * 1024 * 1024;
    static final Duration NOTE_INTERVAL = Duration.ofSeconds(2);
    /// How coarse a disk may keep times (FAT: two seconds): some network folders round only later.
    static final Duration TIME_STEP = Duration.ofSeconds(2);
    private static final int ROWS_A_STEP = 256;

    private final TransferStore store;
    private final StoredTransfer transfer;
    private final StoredOffer offer;
    private final DownloadFolder downloads;
    private final VerifiedChunks known;
    private final Choice choice;
    private final Map<Long, StoredFile> unnoted = new LinkedHashMap<>();
    private final WriteBehind behind = new WriteBehind();
    /// What is under way to the store; it counts as not noted.
    private Map<Long, StoredFile> beingNoted = Map.of();
    private long unnotedBytes;
    private long notedAtNanos = System.nanoTime();
    private @Nullable FolderTree tree;
    private String hidden = "";
    private boolean isWhole;

    public ReceivedFolders(TransferStore store, StoredTransfer transfer, StoredOffer offer, DownloadFolder downloads,
            VerifiedChunks known, Choice choice) {
        this.choice = choice;
        this.store = store;
        this.transfer = transfer;
        this.offer = offer;
        this.downloads = downloads;
        this.known = known;
    }

    /// Whether the offer has folders.
    public boolean any() {
        return offer.body().folders() > 0;
    }

    /// Makes the folders, or finds those of an earlier run.
    public void prepare() throws IOException, MalformedFrameException {
        if (!any()) return;
        StoredHidden before = store.hidden(transfer.id());
        boolean isKept = before != null && !downloads.holdsNoFolder(before.name());
        hidden = before != null && isKept ? before.name() : downloads.freeHiddenName(transfer.id());
        if (!isKept) note(Stage.MADE);
        Path path = downloads.path().resolve(hidden);
        boolean isThere = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!isThere) Files.createDirectory(path);
        tree = new FolderTree(downloads, hidden);
        isWhole = before != null && before.stage() == Stage.WHOLE && (isThere || isOut());
        if (isWhole || isThere && before != null && before.stage() == Stage.READY) return;
        plan(tellsCase(path));
        note(Stage.READY);
    }

    private void note(Stage stage) {
        store.saveHidden(transfer.id(), new StoredHidden(hidden, stage));
    }

    /// Whether folders came out of the hidden one before: an earlier run was ended while it renamed.
    private boolean isOut() {
        List<StoredTop> tops = store.tops(transfer.id(), 0, 1);
        return !tops.isEmpty() && !tops.getFirst().saved().isEmpty();
    }

    /// Whether an earlier run has proven every file, and was ended while the folders got their names.
    boolean isWhole() {
        return isWhole;
    }

    private static boolean tellsCase(Path folder) {
        String name = String.valueOf(folder.getFileName()).toUpperCase(Locale.ROOT);
        return !Files.exists(folder.resolveSibling(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Gives each file in a folder its name, and makes the folders. The same names come out where it is done again.
    private void plan(boolean tellsCase) throws IOException, MalformedFrameException {
        OfferBody body = offer.body();
        var tops = new ArrayList<String>();
        var plan = new NamePlan(tellsCase, body.files(), body.folders(), tops::add);
        int topsKept = 0;
        long file = 0;
        byte[] bytes;
        for (int number = 0; (bytes = store.manifestPage(offer.id(), number)) != null; number++) {
            ManifestPage page = ManifestPage.received(bytes);
            file = plan(page, plan, file);
            topsKept = keepTops(tops, topsKept);
            if (page.isLast()) return;
        }
        throw new IOException("a page of the manifest is not here");
    }

    private long plan(ManifestPage page, NamePlan plan, long first) throws IOException, MalformedFrameException {
        List<StoredFile> files = store.files(transfer.id(), first, ManifestPage.ENTRIES_MAX);
        var named = new ArrayList<StoredFile>();
        int at = 0;
        for (ManifestPage.Listed each : page.listed()) {
            switch (each) {
                case ListedFolder(var path) -> {
                    String place = plan.folder(path);
                    if (choice.takes(SafePath.names(path))) tree().makeFolder(place);
                }
                case ListedFile _ -> {
                    StoredFile file = files.get(at++);
                    if (file.taken().isWanted() && isInner(file)) {
                        named.add(file.withSaved(plan.file(file.path())));
                    }
                }
            }
        }
        store.saveFiles(transfer.id(), named);
        return first + at;
    }

    private int keepTops(List<String> names, int before) {
        var tops = new ArrayList<StoredTop>();
        for (String name : names) tops.add(new StoredTop(before + tops.size(), name, "", false));
        names.clear();
        if (!tops.isEmpty()) store.saveTops(transfer.id(), tops);
        return before + tops.size();
    }

    private static boolean isInner(StoredFile file) throws MalformedFrameException {
        return SafePath.segments(file.path()).size() > 1;
    }

    /// Whether a file got its place in the hidden folder: no name of a file on its own has a `/`.
    public static boolean isPlaced(StoredFile file) {
        return file.saved().indexOf('/') >= 0;
    }

    /// A file of the transfer, as it is made on the disk.
    public PartialFile file(StoredFile stored) {
        int chunkBytes = offer.body().chunkBytes();
        if (isPlaced(stored)) return new InnerFile(this, stored, chunkBytes, known);
        return new LooseFile(store, transfer.id(), downloads, stored, chunkBytes, known, mayRun());
    }

    /// How many bytes of a file are on the disk, verified or not.
    public long bytesOnDisk(StoredFile file) {
        if (file.keptChunks() == 0) return 0;
        if (file.partial().isEmpty() && !file.saved().isEmpty()) return file.keptBytes(offer.body().chunkBytes());
        return Math.min(file.bytes(), downloads.bytesOf(file.partial()));
    }

    /// Whether files keep the mark of a program: those of strangers in open rooms do not.
    boolean mayRun() {
        return offer.keyedRoom();
    }

    FolderTree tree() {
        if (tree == null) throw new IllegalStateException("folders are prepared before files come");
        return tree;
    }

    /// Notes how far a file in a folder is, soon: a half of what may wait is gathered while the other is written. Any
    /// thread.
    synchronized void note(StoredFile file) {
        unnoted.put(file.number(), file);
        unnotedBytes += file.bytes();
        if (unnoted.size() >= UNNOTED_MAX / 2 || unnotedBytes >= UNNOTED_BYTES_MAX / 2) noteBehind();
        noteDue();
    }

    /// Notes how far all of them are, where the last time is long enough ago. To be called while nothing comes, too.
    /// Any thread.
    public synchronized void noteDue() {
        if (System.nanoTime() - notedAtNanos >= NOTE_INTERVAL.toNanos()) noteAll();
    }

    /// What is known of a file now, where the store may not have been told yet.
    public synchronized StoredFile latest(StoredFile stored) {
        StoredFile waits = unnoted.get(stored.number());
        return waits == null ? beingNoted.getOrDefault(stored.number(), stored) : waits;
    }

    /// Notes how far all of them are. Any thread.
    public synchronized void noteAll() {
        if (!unnoted.isEmpty()) noteBehind();
        awaitNoted();
    }

    private void noteBehind() {
        awaitNoted();
        List<StoredFile> files = List.copyOf(unnoted.values());
        beingNoted = new LinkedHashMap<>(unnoted);
        unnoted.clear();
        unnotedBytes = 0;
        notedAtNanos = System.nanoTime();
        behind.write(() -> store.saveFiles(transfer.id(), files));
    }

    /// What could not be noted waits again.
    private void awaitNoted() {
        try {
            behind.await();
        } catch (RuntimeException e) {
            beingNoted.forEach(unnoted::putIfAbsent);
            throw e;
        } finally {
            beingNoted = Map.of();
        }
    }

    /// Throws where a file in a folder is not what was received whole: somebody deleted, cut, replaced or wrote to it
    /// since. To be called for each before [#publish], in their order.
    public void checkWhole(StoredFile file) throws IOException {
        if (isWhole || !file.taken().isWanted() || !isPlaced(file)) return;
        DownloadFolder.Mark now = tree().markOf(file.saved());
        long moved = Math.abs(now.modified().toMillis() - file.modifiedMillis());
        boolean isWrittenTo = known.hadItsTime(file.number()) && moved > TIME_STEP.toMillis();
        if (now.bytes() == file.bytes() && !isWrittenTo) return;
        throw new FileSystemException(file.saved(), null, DiskFailure.TOUCHED);
    }

    /// Everything is here and verified: gives the folders their names.
    public void publish() throws IOException {
        if (!any()) return;
        noteAll();
        tree().leaveAll();
        WholeDisk.force(downloads.path().resolve(hidden));
        note(Stage.WHOLE);
        eachTop(this::publish);
        downloads.force();
        eachTop(this::noteComplete);
        tree().close();
        tree = null;
        FolderRemoval.remove(downloads.path(), hidden); // what the store knows of it goes after the transfer is done
    }

    private interface TopStep {
        void take(StoredTop top) throws IOException;
    }

    private void eachTop(TopStep step) throws IOException {
        List<StoredTop> tops;
        for (int at = 0; !(tops = store.tops(transfer.id(), at, ROWS_A_STEP)).isEmpty(); at += tops.size()) {
            for (StoredTop top : tops) step.take(top);
        }
    }

    /// The disk says what is still to be done, not the store: a loss of power may take back a name that was noted.
    /// A folder that is not in the hidden one has its name, or nothing of it was chosen.
    private void publish(StoredTop top) throws IOException {
        if (!tree().hidden().holds(top.name()) || publishAgain(top)) return;
        for (int n = 1; n <= DownloadFolder.NUMBER_MAX; n++) {
            String name = SafePath.numberedFolder(top.name(), n);
            if (downloads.holds(name)) continue;
            // before it is taken: the next run knows then, also after a loss of power
            store.forceTop(transfer.id(), new StoredTop(top.number(), top.name(), name, false));
            if (!downloads.claimFolder(name)) continue;
            moveOver(top, name);
            return;
        }
        throw new IOException("there are " + DownloadFolder.NUMBER_MAX + " folders of that name");
    }

    /// An earlier run may have noted a name, and taken it with an empty folder, before it ended.
    private boolean publishAgain(StoredTop top) throws IOException {
        if (top.saved().isEmpty() || !downloads.holdsEmptyFolder(top.saved())) return false;
        moveOver(top, top.saved());
        return true;
    }

    private void moveOver(StoredTop top, String name) throws IOException {
        tree().hidden().moveOverEmpty(top.name(), tree().downloads(), name);
    }

    private void noteComplete(StoredTop top) {
        if (top.complete()) return;
        store.saveTops(transfer.id(), List.of(new StoredTop(top.number(), top.name(), top.saved(), true)));
    }

    /// Where what was received stands: folders first, each as one.
    public List<Path> paths(int max) {
        var paths = new ArrayList<Path>();
        for (StoredTop top : store.tops(transfer.id(), 0, max)) {
            if (!top.saved().isEmpty()) paths.add(downloads.path().resolve(top.saved()));
        }
        for (StoredFile file : store.files(transfer.id(), 0, max)) {
            boolean stands = !file.saved().isEmpty() && file.taken().isWanted();
            if (stands && !isPlaced(file)) paths.add(downloads.path().resolve(file.saved()));
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        try {
            noteAll();
        } finally {
            if (tree != null) tree.close();
        }
    }
}
