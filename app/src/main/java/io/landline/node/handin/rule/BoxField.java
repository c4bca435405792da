package io.landline.node.handin.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.chat.act.Reference;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import org.jspecify.annotations.Nullable;

/// The field `for` of an offer: the box into which its files are handed in. Stateless; any thread.
public final class BoxField {
    private static final String FIELD = "for";

    private BoxField() {}

    /// Null for an offer that is for no box, or says so in a way that nobody can read.
    public static @Nullable Reference of(byte @Nullable [] offer) {
        if (offer == null) return null;
        try {
            JsonFields fields = StrictJson.object(offer);
            return fields.has(FIELD) ? Reference.read(fields, FIELD) : null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /// The body of an offer with this field.
    public static byte[] with(byte[] offer, Reference box) {
        try {
            JsonObject object = StrictJson.object(offer).copy();
            object.add(FIELD, box.toJson());
            return object.toString().getBytes(UTF_8);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("the body of an offer", e);
        }
    }
}
