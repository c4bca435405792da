package io.landline.filetransfer.manifest;

import io.landline.filetransfer.manifest.ManifestPage.Listed;
import io.landline.peer.Sha256;
import java.util.ArrayList;
import java.util.List;

/// A manifest in the making, file after file, with one page of it in memory. A page names the next one, so the pages
/// are kept without that at first, and get it at the end, the last one first. One thread.
public final class ManifestDraft {
    /// Where pages are kept meanwhile.
    public interface Pages {
        /// Keeps a page, or what it is now.
        void keep(int number, byte[] page);

        byte[] kept(int number);
    }

    private final Pages pages;
    private final List<Listed> listed = new ArrayList<>();
    private int bytes;
    private int count;
    private long counted;

    public ManifestDraft(Pages pages) { this.pages = pages; }

    public void add(Listed next) {
        int more = ManifestPage.listedBytes(next.path());
        boolean full = listed.size() == ManifestPage.ENTRIES_MAX || bytes + more > ManifestPage.JSON_BYTES_MAX;
        if (full && !listed.isEmpty()) keepPage();
        listed.add(next);
        bytes += more;
    }

    private void keepPage() {
        byte[] json = ManifestPage.json(listed);
        pages.keep(count++, json);
        counted += ManifestPage.countsAs(json.length + Sha256.BYTES);
        listed.clear();
        bytes = 0;
    }

    /// Whether nobody would take it, since its pages are too long together; the page in the making not counted.
    public boolean isTooLong() {
        return counted > ManifestPage.MANIFEST_BYTES_MAX - ManifestPage.JSON_BYTES_MAX - Sha256.BYTES;
    }

    /// Every file and folder was added. Returns the SHA-256 of the first page.
    public byte[] finish() {
        if (!listed.isEmpty() || count == 0) keepPage();
        byte[] next = new byte[Sha256.BYTES];
        for (int number = count - 1; number >= 0; number--) {
            byte[] page = ManifestPage.withNext(pages.kept(number), next);
            pages.keep(number, page);
            next = Sha256.of(page);
        }
        return next;
    }
}
