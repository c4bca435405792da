package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Names an entry of the same conversation (docs/protocol/acts.md, "Kinds"). Where the id differs from that of the
/// entry in this place, it names nothing. Immutable; any thread.
///
/// @param log the log's random id
/// @param number the entry's in its log, from 1
/// @param idStart the first 8 bytes of the entry's id
public record Reference(Fingerprint author, long log, long number, long idStart) {
    /// @param name of the field that holds it
    public static Reference read(JsonFields fields, String name) throws MalformedJsonException {
        return read(fields.object(name));
    }

    static Reference read(JsonFields fields) throws MalformedJsonException {
        return new Reference(Fingerprint.of(fields.hex("author", Fingerprint.BYTES)), eightBytes(fields, "log"),
                fields.number("seq", 1, JsonFields.INTEGER_MAX), eightBytes(fields, "id"));
    }

    private static long eightBytes(JsonFields fields, String name) throws MalformedJsonException {
        return ByteBuffer.wrap(fields.hex(name, Long.BYTES)).getLong();
    }

    /// As it stands in a body.
    public JsonObject toJson() {
        var json = new JsonObject();
        json.addProperty("author", author.hex());
        json.addProperty("log", HexFormat.of().toHexDigits(log));
        json.addProperty("seq", number);
        json.addProperty("id", HexFormat.of().toHexDigits(idStart));
        return json;
    }
}
