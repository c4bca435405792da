package io.landline.filetransfer.partial;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredTop;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens files in received folders to be read: in the hidden folder while others of the transfer are still to come,
/// then where the folder stands. No link is followed. Confined to one thread at a time.
public final class FolderReader {
    private static final int TOPS_A_READ = 256;

    private final TransferStore store;
    private final TransferId transfer;
    private final Path downloads;
    /// The top folder that was looked for last.
    private @Nullable StoredTop last;

    /// @param downloads the folder into which the transfer was accepted
    public FolderReader(TransferStore store, TransferId transfer, Path downloads) {
        this.store = store;
        this.transfer = transfer;
        this.downloads = downloads;
    }

    /// A name is noted before the folder is moved under it, so a file that is not in the hidden folder is found there.
    public FileChannel open(StoredFile file) throws IOException {
        StoredHidden hidden = store.hidden(transfer);
        if (hidden != null) {
            try {
                return open(hidden.name(), file.saved());
            } catch (NoSuchFileException e) {
                System.getLogger(FolderReader.class.getName())
                        .log(System.Logger.Level.DEBUG, "a received folder has got its name", e);
            }
        }
        int slash = file.saved().indexOf('/');
        return open(standsAs(file.saved().substring(0, slash)), file.saved().substring(slash + 1));
    }

    private String standsAs(String top) throws IOException {
        StoredTop known = last;
        if (known == null || !known.name().equals(top) || !known.complete()) last = known = find(top);
        if (known == null || known.saved().isEmpty()) throw new NoSuchFileException(top);
        return known.saved();
    }

    private @Nullable StoredTop find(String name) {
        List<StoredTop> tops;
        for (int at = 0; !(tops = store.tops(transfer, at, TOPS_A_READ)).isEmpty(); at += tops.size()) {
            for (StoredTop top : tops) if (top.name().equals(name)) return top;
        }
        return null;
    }

    private FileChannel open(String folder, String place) throws IOException {
        List<String> names = Arrays.asList(place.split("/"));
        OpenFolder at = OpenFolder.at(downloads);
        try {
            at = enter(at, folder);
            for (String name : names.subList(0, names.size() - 1)) at = enter(at, name);
            return at.openToRead(names.getLast());
        } finally {
            at.close();
        }
    }

    private static OpenFolder enter(OpenFolder parent, String name) throws IOException {
        OpenFolder child = parent.child(name);
        parent.close();
        return child;
    }
}
