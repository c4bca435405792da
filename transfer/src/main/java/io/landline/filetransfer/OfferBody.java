package io.landline.filetransfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Sha256;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the body of an OFFER entry says: enough to decide on, not the manifest. Immutable; any thread.
///
/// @param files at most [#FILES_MAX]; 0 only where there are folders
/// @param bytes of all files together, 0 to [#BYTES_MAX]
/// @param names the first top-level names, at most [#NAMES_MAX]; a stranger's text
/// @param chunkBytes size of a chunk, [#CHUNK_BYTES_MIN] to [#CHUNK_BYTES_MAX]
/// @param folders how many of them travel, empty ones included; at most [#FILES_MAX]
/// @param manifest SHA-256 of the manifest's first page, in hex; null in an offer of an earlier version
public record OfferBody(long files, long bytes, List<String> names, int chunkBytes, long folders,
        @Nullable String manifest) {
    /// An offer stands until it is withdrawn, or this long (docs/protocol/files.md, "The offer's body").
    public static final Duration STANDS = Duration.ofDays(7);
    /// A manifest has this many entries in all (docs/protocol/files.md, "The offer's body").
    public static final long FILES_MAX = 1_000_000;
    /// 2⁵²: four pebibytes, exact in a JSON number of every language.
    public static final long BYTES_MAX = 1L << 52;
    /// `names` are the first ten (docs/protocol/files.md, "The offer's body").
    public static final int NAMES_MAX = 10;
    /// A segment of a path, in UTF-8 bytes (docs/protocol/files.md, "The offer's body").
    public static final int NAME_BYTES_MAX = 255;
    /// A smaller chunk would cost more in frames and hashes than in data.
    public static final int CHUNK_BYTES_MIN = 64 * 1024;
    /// A chunk with its header fits one data frame; this is also the size of ours.
    public static final int CHUNK_BYTES_MAX = 1024 * 1024;

    /// The one hash that is known: SHA-256.
    private static final int SHA_256 = 1;

    public OfferBody {
        names = List.copyOf(names);
        if (files < 0 || files > FILES_MAX || folders < 0 || folders > FILES_MAX || files + folders < 1) {
            throw new IllegalArgumentException("an offer has 1 to " + FILES_MAX + " files, or folders");
        }
        if (bytes < 0 || bytes > BYTES_MAX) {
            throw new IllegalArgumentException("an offer has at most " + BYTES_MAX + " bytes");
        }
        if (names.size() > NAMES_MAX) {
            throw new IllegalArgumentException("an offer shows at most " + NAMES_MAX + " names");
        }
        if (chunkBytes < CHUNK_BYTES_MIN || chunkBytes > CHUNK_BYTES_MAX) {
            throw new IllegalArgumentException("chunk of " + chunkBytes);
        }
    }

    /// The bytes as the entry carries them.
    public byte[] toJson() {
        var json = new JsonObject();
        json.addProperty("files", files);
        json.addProperty("bytes", bytes);
        var list = new JsonArray();
        names.forEach(list::add);
        json.add("names", list);
        json.addProperty("chunk", chunkBytes);
        if (manifest != null) {
            json.addProperty("manifest", manifest);
            json.addProperty("hash", SHA_256);
            json.addProperty("folders", folders);
        }
        return json.toString().getBytes(UTF_8);
    }

    /// The same as [#received] where nobody asks why a body cannot be read; null then, and for no body.
    public static @Nullable OfferBody orNull(byte @Nullable [] json) {
        if (json == null) return null;
        try {
            return received(json);
        } catch (MalformedFrameException e) {
            return null;
        }
    }

    /// Reads a body that somebody else wrote; unknown fields are ignored.
    public static OfferBody received(byte[] json) throws MalformedFrameException {
        try {
            JsonFields fields = StrictJson.object(json);
            long folders = folders(fields);
            return new OfferBody(fields.number("files", folders > 0 ? 0 : 1, FILES_MAX),
                    fields.number("bytes", 0, BYTES_MAX), fields.texts("names", NAMES_MAX, NAME_BYTES_MAX),
                    (int) fields.number("chunk", CHUNK_BYTES_MIN, CHUNK_BYTES_MAX), folders, manifest(fields));
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("offer: " + e.getMessage(), e);
        }
    }

    private static @Nullable String manifest(JsonFields fields) throws MalformedJsonException {
        if (!fields.has("manifest")) return null;
        fields.number("hash", SHA_256, SHA_256); // another one could not be checked here
        return HexFormat.of().formatHex(fields.hex("manifest", Sha256.BYTES));
    }

    private static long folders(JsonFields fields) throws MalformedJsonException {
        return fields.has("manifest") ? fields.number("folders", 0, FILES_MAX) : 0;
    }
}
