package io.landline.storage;

import io.landline.chat.Entry;
import java.util.Arrays;

/// The pages of a database's file, as far as a test of damage has to know them (sqlite.org/fileformat2.html).
///
/// @param content of the file
/// @param size of a page
record DatabasePages(byte[] content, int size) {
    int kind(int page) {
        return content[page * size];
    }

    /// The page of the table that this entry stands on.
    int pageOf(Entry entry) {
        return pageOf(entry, 0);
    }

    /// The same, where it is likely this page or one soon after it.
    int pageOf(Entry entry, int from) {
        byte[] header = entry.headerBytes();
        int pages = content.length / size;
        for (int i = 0; i < pages; i++) {
            int page = (from + i) % pages;
            if (kind(page) != 0x0D) continue;
            for (int at = page * size; at + header.length <= (page + 1) * size; at++) {
                if (content[at + 30] == header[30]
                        && Arrays.equals(content, at, at + header.length, header, 0, header.length)) {
                    return page;
                }
            }
        }
        throw new AssertionError("not in the file");
    }

    boolean isSchema(int page) {
        return new String(content, page * size, size, java.nio.charset.StandardCharsets.ISO_8859_1).contains("CREATE ");
    }
}
