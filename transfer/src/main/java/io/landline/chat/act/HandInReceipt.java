package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The collector has what a member handed in (docs/protocol/hand-in.md): the body of an entry of their direct
/// conversation. It counts from the author of the box. Immutable; any thread.
///
/// @param offer by which the files came
/// @param box into which they were handed in
/// @param root the offer's SHA-256 over all its chunk hashes, in hex; null where a part of it was taken
/// @param at when all of it was there, by the collector's clock; whole milliseconds
/// @param late whether that was after the end
/// @param bytes how much of it was taken
public record HandInReceipt(EntryId offer, Reference box, @Nullable String root, Instant at, boolean late, long bytes) {
    private static final String ROOT = "root";

    public HandInReceipt {
        at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    public static HandInReceipt ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        String root = fields.has(ROOT) ? HexFormat.of().formatHex(fields.hex(ROOT, Sha256.BYTES)) : null;
        return new HandInReceipt(EntryId.of(fields.hex("offer", EntryId.BYTES)), Reference.read(fields, "for"), root,
                Instant.ofEpochMilli(fields.number("at", 0, JsonFields.INTEGER_MAX)), fields.flag("late"),
                fields.number("bytes", 0, HandInBox.SIZE_BYTES_MAX));
    }

    public byte[] toBody() {
        var json = new JsonObject();
        json.addProperty("offer", offer.hex());
        json.add("for", box.toJson());
        if (root != null) json.addProperty(ROOT, root);
        json.addProperty("at", at.toEpochMilli());
        json.addProperty("late", late);
        json.addProperty("bytes", bytes);
        return ActBody.bytes(json);
    }
}
