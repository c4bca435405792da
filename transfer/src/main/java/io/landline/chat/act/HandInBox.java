package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import java.time.Instant;

/// A box into which the members of a room with a key hand in files (docs/protocol/hand-in.md): the body of an entry
/// that is shown, and that offers and a close name. Its author is the collector. Immutable; any thread.
///
/// @param until what comes later is late, by the collector's clock; whole milliseconds
/// @param pattern which file names are wanted, as `*.pdf, *.odt`; empty for all
/// @param maxBytes of all that one member hands in, 1 to [#SIZE_BYTES_MAX]
/// @param open false for a box that takes nothing
public record HandInBox(String title, Instant until, String pattern, long maxBytes, boolean open) {
    /// In UTF-8 bytes. It becomes the name of a folder too.
    public static final int TITLE_BYTES_MAX = 200;
    /// In UTF-8 bytes: a dozen endings.
    public static final int PATTERN_BYTES_MAX = 200;
    /// 2 GiB of one member: thirty of them fit on the disk of a laptop.
    public static final long SIZE_BYTES_MAX = 2L * 1024 * 1024 * 1024;

    /// Whether a box can be open until then: a moment since 1970 that the message can name.
    public static boolean isTime(Instant until) {
        return !until.isBefore(Instant.EPOCH) && !until.isAfter(Instant.ofEpochMilli(JsonFields.INTEGER_MAX));
    }

    public HandInBox {
        if (!fits(title, pattern, maxBytes)) throw new IllegalArgumentException("a box that does not fit");
        if (!isTime(until)) {
            throw new IllegalArgumentException("until " + until);
        }
        until = Instant.ofEpochMilli(until.toEpochMilli());
    }

    /// Whether there may be such a box. What a person types and what a member sends is asked the same.
    public static boolean fits(String title, String pattern, long maxBytes) {
        return !title.isBlank() && ActBody.isFilled(title, TITLE_BYTES_MAX)
                && (pattern.isEmpty() || ActBody.isFilled(pattern, PATTERN_BYTES_MAX)) && 1 <= maxBytes
                && maxBytes <= SIZE_BYTES_MAX;
    }

    public static HandInBox ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        String title = fields.text("title", TITLE_BYTES_MAX);
        String pattern = fields.text("pattern", PATTERN_BYTES_MAX);
        long maxBytes = fields.number("maxBytes", 1, SIZE_BYTES_MAX);
        if (!fits(title, pattern, maxBytes)) throw new MalformedJsonException("a hand-in box without a title");
        return new HandInBox(title, Instant.ofEpochMilli(fields.number("until", 0, JsonFields.INTEGER_MAX)), pattern,
                maxBytes,
                fields.flag("open"));
    }

    public byte[] toBody() {
        var json = new JsonObject();
        json.addProperty("title", title);
        json.addProperty("until", until.toEpochMilli());
        json.addProperty("pattern", pattern);
        json.addProperty("maxBytes", maxBytes);
        json.addProperty("open", open);
        return ActBody.bytes(json);
    }
}
