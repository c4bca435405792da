package io.landline.filetransfer.manifest;

import io.landline.filetransfer.manifest.ManifestPage.Entry;
import io.landline.peer.Sha256;
import java.util.ArrayList;
import java.util.List;

/// A manifest in the making, entry after entry, with one page of it in memory. A page names the next one, so the pages
/// are kept without that at first, and get it at the end, the last one first. One thread.
public final class ManifestDraft {
    /// Where pages are kept meanwhile.
    public interface Pages {
        /// Keeps a page, or what it is now.
        void keep(int number, byte[] page);

        byte[] kept(int number);
    }

    private final Pages pages;
    private final List<Entry> entries = new ArrayList<>();
    private int bytes;
    private int count;
    private long counted;

    public ManifestDraft(Pages pages) { this.pages = pages; }

    public void add(Entry entry) {
        int more = ManifestPage.entryBytes(entry.path());
        boolean full = entries.size() == ManifestPage.ENTRIES_MAX || bytes + more > ManifestPage.JSON_BYTES_MAX;
        if (full && !entries.isEmpty()) keepPage();
        entries.add(entry);
        bytes += more;
    }

    private void keepPage() {
        byte[] json = ManifestPage.json(entries);
        pages.keep(count++, json);
        counted += ManifestPage.countsAs(json.length + Sha256.BYTES);
        entries.clear();
        bytes = 0;
    }

    /// Whether nobody would take it, since its pages are too long together; the page in the making not counted.
    public boolean isTooLong() {
        return counted > ManifestPage.MANIFEST_BYTES_MAX - ManifestPage.JSON_BYTES_MAX - Sha256.BYTES;
    }

    /// Every entry was added. Returns the SHA-256 of the first page.
    public byte[] finish() {
        if (!entries.isEmpty() || count == 0) keepPage();
        byte[] next = new byte[Sha256.BYTES];
        for (int number = count - 1; number >= 0; number--) {
            byte[] page = ManifestPage.withNext(pages.kept(number), next);
            pages.keep(number, page);
            next = Sha256.of(page);
        }
        return next;
    }
}
