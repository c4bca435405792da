package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import org.jspecify.annotations.Nullable;

/// The field `take` of an offer: the wish that it answers. Stateless; any thread.
public final class TakeField {
    private static final String FIELD = "take";

    private TakeField() {}

    /// Null if the offer answers no wish, or if the field is malformed.
    public static @Nullable TakeId of(byte @Nullable [] offer) {
        if (offer == null) return null;
        try {
            JsonFields fields = StrictJson.object(offer);
            return fields.has(FIELD) ? TakeId.of(fields.hex(FIELD, TakeId.BYTES)) : null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /// The body of an offer with this field.
    public static byte[] with(byte[] offer, TakeId take) {
        try {
            JsonObject object = StrictJson.object(offer).copy();
            object.addProperty(FIELD, take.hex());
            return object.toString().getBytes(UTF_8);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("the body of an offer", e);
        }
    }
}
