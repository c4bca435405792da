package io.landline.filetransfer.manifest;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The manifest of somebody's offer while its pages come. Each page is proven by the one before it, the first by the
/// offer. As a whole it must be what the offer said; nothing of a file is written before it is. One thread.
public final class ReceivedManifest {
    private final OfferBody body;
    /// SHA-256 of the next page; null for the first page of an offer of an earlier version, which does not name it.
    private byte @Nullable [] expected;
    private int pages;
    private long files;
    private long folders;
    private long bytes;
    private long chunks;
    private long counted;
    private boolean last;

    public ReceivedManifest(OfferBody body) {
        this.body = body;
        expected = body.manifest() == null ? null : HexFormat.of().parseHex(body.manifest());
    }

    /// A page that is right, with its files as they are to be kept.
    ///
    /// @param bytes of the page
    public record Checked(List<StoredFile> files, ManifestPage page, int bytes) {}

    /// Pages that came since the start; the number of the next.
    public int pages() {
        return pages;
    }

    /// As what the pages count that came since the start.
    public long bytes() {
        return counted;
    }

    /// Files that are known.
    public long files() {
        return files;
    }

    public boolean isComplete() {
        return last;
    }

    /// An earlier run kept all of it: then there is nothing to ask for.
    public void keptAll() {
        files = body.files();
        last = true;
    }

    /// Looks at the next page. Throws where it is not the one that was named, or breaks what the offer said.
    public Checked check(byte[] page) throws MalformedFrameException {
        if (page.length == 0) throw new MalformedFrameException("fewer files than offered");
        if (expected != null && !MessageDigest.isEqual(expected, Sha256.of(page))) {
            throw new MalformedFrameException("page " + pages + " is not the one that was named");
        }
        if (counted + ManifestPage.countsAs(page.length) > ManifestPage.MANIFEST_BYTES_MAX) {
            throw new MalformedFrameException("a manifest that is too long");
        }
        ManifestPage read = ManifestPage.received(page);
        var found = new ArrayList<StoredFile>();
        long left = body.bytes() - bytes;
        long numbered = chunks;
        long foldersFound = folders;
        for (ManifestPage.Listed each : read.listed()) {
            List<String> path = SafePath.segments(each.path());
            if (!(each instanceof ListedFile file)) {
                if (++foldersFound > body.folders()) throw new MalformedFrameException("more folders than offered");
                continue;
            }
            if (path.size() > 1 && body.folders() == 0) {
                throw new MalformedFrameException("a folder that was not offered");
            }
            if (!ChunkLayout.fits(file.bytes(), body.chunkBytes())) {
                throw new MalformedFrameException("a file of " + file.bytes() + " bytes");
            }
            if (file.bytes() > left) throw new MalformedFrameException("more bytes than offered");
            left -= file.bytes();
            numbered += new ChunkLayout(file.bytes(), body.chunkBytes()).count();
            if (numbered > ChunkLayout.OFFER_CHUNKS_MAX) throw new MalformedFrameException("more chunks than may be");
            long number = files + found.size();
            if (number >= body.files()) throw new MalformedFrameException("more files than offered");
            boolean runs = file.executable() && SafePath.mayRun(path.getLast());
            found.add(new StoredFile(number, file.path(), file.bytes(), file.modifiedMillis(), 0, "", "", false,
                    runs ? Taken.EXECUTABLE : Taken.PLAIN));
        }
        checkEnd(read, files + found.size(), foldersFound, left);
        return new Checked(found, read, page.length);
    }

    private void checkEnd(ManifestPage page, long filesNow, long foldersNow, long bytesLeft)
            throws MalformedFrameException {
        boolean all = filesNow == body.files() && foldersNow == body.folders();
        if (!all && (page.listed().isEmpty() || page.isLast())) {
            throw new MalformedFrameException("fewer files than offered");
        }
        if (filesNow == body.files() && bytesLeft != 0) throw new MalformedFrameException("fewer bytes than offered");
        if (all && !page.isLast()) throw new MalformedFrameException("more pages than files");
    }

    /// What was checked is kept now.
    public void take(Checked checked) {
        for (StoredFile file : checked.files) {
            bytes += file.bytes();
            chunks += new ChunkLayout(file.bytes(), body.chunkBytes()).count();
        }
        files += checked.files.size();
        folders += checked.page.listed().size() - checked.files.size();
        counted += ManifestPage.countsAs(checked.bytes);
        pages++;
        last = checked.page.isLast();
        expected = checked.page.next();
    }
}
