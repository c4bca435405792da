package io.landline.filetransfer.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.OfferBody;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A page of a manifest: entries in JSON, then the SHA-256 of the page behind it, zeros in the last one. The offer has
/// the SHA-256 of the first, so whoever has the offer can tell each page by the one before, whoever brings it. Pages
/// are stored and handed on as the bytes that they are. Immutable; any thread.
public record ManifestPage(List<Entry> entries, byte[] next) {
    /// Entries of one page, at most (docs/protocol/files.md, "The manifest"); fewer where their paths are long.
    public static final int ENTRIES_MAX = 1_000;
    /// Of a page's JSON: leaves room in a control frame for the rest of it.
    public static final int JSON_BYTES_MAX = 100 * 1024;
    /// The end of the year 9999, in ms since 1970: no file system knows a later one.
    public static final long MODIFIED_MILLIS_MAX = 253_402_300_799_999L;

    /// One file.
    public record Entry(String path, long bytes, long modifiedMillis) {}

    public ManifestPage {
        entries = List.copyOf(entries);
    }

    /// Whether no page comes behind it.
    public boolean isLast() {
        return Arrays.equals(next, new byte[Sha256.BYTES]);
    }

    public byte[] bytes() {
        var list = new JsonArray();
        for (Entry entry : entries) {
            var one = new JsonObject();
            one.addProperty("path", entry.path);
            one.addProperty("bytes", entry.bytes);
            one.addProperty("modified", entry.modifiedMillis);
            list.add(one);
        }
        var json = new JsonObject();
        json.add("entries", list);
        byte[] text = json.toString().getBytes(UTF_8);
        return ByteBuffer.allocate(text.length + Sha256.BYTES).put(text).put(next).array();
    }

    /// Reads a page; whether it is the one that was named is not looked at.
    public static ManifestPage received(byte[] bytes) throws MalformedFrameException {
        int json = bytes.length - Sha256.BYTES;
        if (json < 0) throw new MalformedFrameException("manifest page of " + bytes.length + " bytes");
        try {
            var entries = new ArrayList<Entry>();
            for (JsonFields one : StrictJson.object(Arrays.copyOf(bytes, json)).objects("entries", ENTRIES_MAX)) {
                if (one.has("folder")) throw new MalformedFrameException("folders are not received yet");
                entries.add(new Entry(one.text("path", SafePath.PATH_BYTES_MAX),
                        one.number("bytes", 0, OfferBody.BYTES_MAX), one.number("modified", 0, MODIFIED_MILLIS_MAX)));
            }
            return new ManifestPage(entries, Arrays.copyOfRange(bytes, json, bytes.length));
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("manifest page: " + e.getMessage(), e);
        }
    }

    /// All pages of a manifest, made from the last one on, since each names the next.
    public static List<byte[]> pagesOf(List<Entry> entries) {
        var pages = new ArrayDeque<byte[]>();
        byte[] next = new byte[Sha256.BYTES];
        for (List<Entry> part : split(entries).reversed()) {
            byte[] page = new ManifestPage(part, next).bytes();
            pages.addFirst(page);
            next = Sha256.of(page);
        }
        return List.copyOf(pages);
    }

    private static List<List<Entry>> split(List<Entry> entries) {
        var parts = new ArrayList<List<Entry>>();
        int from = 0;
        int bytes = 0;
        for (int n = 0; n < entries.size(); n++) {
            int more = entryBytes(entries.get(n).path);
            if (n > from && (n - from == ENTRIES_MAX || bytes + more > JSON_BYTES_MAX)) {
                parts.add(entries.subList(from, n));
                from = n;
                bytes = 0;
            }
            bytes += more;
        }
        parts.add(entries.subList(from, entries.size()));
        return parts;
    }

    /// What an entry with this path takes, at most: six bytes for one where JSON escapes it, and the rest of it.
    static int entryBytes(String path) {
        return 6 * path.getBytes(UTF_8).length + 80;
    }
}
