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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A page of a manifest: files and folders in JSON, then the SHA-256 of the page behind it, zeros in the last one. The
/// offer has the SHA-256 of the first. So everybody with the offer can prove each page by the one before, no matter who
/// brings it. Pages are stored and handed on as the bytes that they are. Immutable; any thread.
public record ManifestPage(List<Listed> listed, byte[] next) {
    /// What one page lists, at most (docs/protocol/files.md, "The manifest"); less where the paths are long.
    public static final int ENTRIES_MAX = 1_000;
    /// Of a page's JSON: leaves room in a control frame for the rest of it.
    public static final int JSON_BYTES_MAX = 100 * 1024;
    /// Of all pages of a manifest: as much as a million files with paths of some 200 bytes each. Nobody knows what
    /// it will be before it is here, and it is kept on the disk.
    public static final long MANIFEST_BYTES_MAX = 256L * 1024 * 1024;
    /// A shorter page counts as this long: each page costs a step and a commit, also with one entry.
    public static final int PAGE_COUNTS_AS_MIN = 12 * 1024;
    /// The end of the year 9999, in ms since 1970: no file system knows a later one.
    public static final long MODIFIED_MILLIS_MAX = 253_402_300_799_999L;

    /// One file or folder. Folders stand before what is in them.
    public sealed interface Listed {
        /// Segments with `/` between.
        String path();
    }

    /// @param executable whether its owner may run it
    public record ListedFile(String path, long bytes, long modifiedMillis, boolean executable) implements Listed {
        /// A file that is no program.
        public ListedFile(String path, long bytes, long modifiedMillis) {
            this(path, bytes, modifiedMillis, false);
        }
    }

    public record ListedFolder(String path) implements Listed {}

    public ManifestPage {
        listed = List.copyOf(listed);
    }

    /// What a page of this number of bytes takes of [#MANIFEST_BYTES_MAX].
    static long countsAs(int pageBytes) {
        return Math.max(PAGE_COUNTS_AS_MIN, pageBytes);
    }

    /// Whether no page comes behind it.
    public boolean isLast() {
        return Arrays.equals(next, new byte[Sha256.BYTES]);
    }

    /// Whether no page comes behind this one, told by its bytes alone.
    public static boolean isLast(byte[] page) {
        int json = page.length - Sha256.BYTES;
        return json >= 0 && Arrays.equals(page, json, page.length, new byte[Sha256.BYTES], 0, Sha256.BYTES);
    }

    public byte[] bytes() {
        return withNext(json(listed), next);
    }

    /// The JSON of a page.
    static byte[] json(List<Listed> listed) {
        var list = new JsonArray();
        for (Listed each : listed) {
            var one = new JsonObject();
            one.addProperty("path", each.path());
            switch (each) {
                case ListedFile file -> {
                    one.addProperty("bytes", file.bytes);
                    one.addProperty("modified", file.modifiedMillis);
                    if (file.executable) one.addProperty("x", true);
                }
                case ListedFolder _ -> one.addProperty("folder", true);
            }
            list.add(one);
        }
        var json = new JsonObject();
        json.add("entries", list);
        return json.toString().getBytes(UTF_8);
    }

    /// A page of this JSON that names the next.
    static byte[] withNext(byte[] json, byte[] next) {
        return ByteBuffer.allocate(json.length + Sha256.BYTES).put(json).put(next).array();
    }

    /// Reads a page; whether it is the one that was named is not looked at.
    public static ManifestPage received(byte[] bytes) throws MalformedFrameException {
        int json = bytes.length - Sha256.BYTES;
        if (json < 0 || json > JSON_BYTES_MAX) {
            throw new MalformedFrameException("manifest page of " + bytes.length + " bytes");
        }
        try {
            var listed = new ArrayList<Listed>();
            for (JsonFields one : StrictJson.object(Arrays.copyOf(bytes, json)).objects("entries", ENTRIES_MAX)) {
                listed.add(listed(one));
            }
            return new ManifestPage(listed, Arrays.copyOfRange(bytes, json, bytes.length));
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("manifest page: " + e.getMessage(), e);
        }
    }

    private static Listed listed(JsonFields one) throws MalformedJsonException {
        String path = one.text("path", SafePath.PATH_BYTES_MAX);
        if (one.has("folder") && one.flag("folder")) return new ListedFolder(path);
        return new ListedFile(path, one.number("bytes", 0, OfferBody.BYTES_MAX),
                one.number("modified", 0, MODIFIED_MILLIS_MAX), one.has("x") && one.flag("x"));
    }

    /// All pages of a manifest. Keeps all of it in memory; [ManifestDraft] does not.
    public static List<byte[]> pagesOf(List<? extends Listed> listed) {
        var pages = new ArrayList<byte[]>();
        var draft = new ManifestDraft(new ManifestDraft.Pages() {
            @Override
            public void keep(int number, byte[] page) {
                if (number == pages.size()) pages.add(page);
                pages.set(number, page);
            }

            @Override
            public byte[] kept(int number) {
                return pages.get(number);
            }
        });
        listed.forEach(draft::add);
        draft.finish();
        return List.copyOf(pages);
    }

    /// What a file with this path takes, at most: six bytes for one where JSON escapes it, and the rest of it.
    static int listedBytes(String path) {
        return 6 * path.getBytes(UTF_8).length + 80;
    }
}
