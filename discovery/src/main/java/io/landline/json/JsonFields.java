package io.landline.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of one object that a stranger sent, each asked for with its type and its bounds. Unknown fields are never
/// looked at, so later versions may add some. A missing or wrong field is a [MalformedJsonException]. Confined to the
/// thread that reads it.
public final class JsonFields {
    /// The highest whole number that every reader of JSON keeps exactly (RFC 8259 §6).
    public static final long INTEGER_MAX = (1L << 53) - 1;

    private final JsonObject object;

    JsonFields(JsonObject object) { this.object = object; }

    public boolean has(String name) {
        JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    /// All fields as they came, also the unknown ones: for an author's own words that are written once more.
    public JsonObject copy() {
        return object.deepCopy();
    }

    /// A text of at most `bytesMax` UTF-8 bytes; may be empty.
    public String text(String name, int bytesMax) throws MalformedJsonException {
        return textOf(name, primitive(name), bytesMax);
    }

    /// A text that is more than spaces.
    public String filled(String name, int bytesMax) throws MalformedJsonException {
        String text = text(name, bytesMax);
        if (text.isBlank()) throw new MalformedJsonException(name + " is empty");
        return text;
    }

    /// The text, or null where the field is absent or null.
    public @Nullable String textOrNull(String name, int bytesMax) throws MalformedJsonException {
        return has(name) ? text(name, bytesMax) : null;
    }

    /// A whole number within these bounds, both included.
    public long number(String name, long min, long max) throws MalformedJsonException {
        return numberOf(name, primitive(name), min, max);
    }

    private static long numberOf(String name, JsonPrimitive value, long min, long max) throws MalformedJsonException {
        if (!value.isNumber()) throw new MalformedJsonException(name + " is not a number");
        try {
            long number = Long.parseLong(value.getAsString());
            if (number < min || number > max) {
                throw new MalformedJsonException(name + " is outside " + min + " to " + max);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new MalformedJsonException(name + " is not a whole number", e);
        }
    }

    public long numberOr(String name, long absent, long min, long max) throws MalformedJsonException {
        return has(name) ? number(name, min, max) : absent;
    }

    /// `true` or `false`; absent counts as false.
    public boolean flag(String name) throws MalformedJsonException {
        return has(name) && saidFlag(name);
    }

    /// `true` or `false`, which has to be said: where neither is the careful one.
    public boolean saidFlag(String name) throws MalformedJsonException {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) throw new MalformedJsonException(name + " is neither true nor false");
        return value.getAsBoolean();
    }

    public boolean flagOr(String name, boolean absent) throws MalformedJsonException {
        return has(name) ? flag(name) : absent;
    }

    /// Exactly `bytes` bytes, as lower- or upper-case hex.
    public byte[] hex(String name, int bytes) throws MalformedJsonException {
        String digits = text(name, 2 * bytes);
        if (digits.length() != 2 * bytes || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw new MalformedJsonException(name + " is not " + bytes + " bytes in hex");
        }
        return HexFormat.of().parseHex(digits);
    }

    public JsonFields object(String name) throws MalformedJsonException {
        if (object.get(name) instanceof JsonObject inner) return new JsonFields(inner);
        throw new MalformedJsonException(name + " is not an object");
    }

    /// A list of at most `max` objects; absent counts as empty.
    public List<JsonFields> objects(String name, int max) throws MalformedJsonException {
        var list = new ArrayList<JsonFields>();
        for (JsonElement item : array(name, max)) {
            if (!(item instanceof JsonObject inner)) {
                throw new MalformedJsonException(name + " holds something that is not an object");
            }
            list.add(new JsonFields(inner));
        }
        return list;
    }

    /// A list of at most `max` texts of at most `bytesMax` bytes each; absent counts as empty.
    public List<String> texts(String name, int max, int bytesMax) throws MalformedJsonException {
        var list = new ArrayList<String>();
        for (JsonElement item : array(name, max)) {
            if (!(item instanceof JsonPrimitive value)) {
                throw new MalformedJsonException(name + " holds something that is not a text");
            }
            list.add(textOf(name, value, bytesMax));
        }
        return list;
    }

    /// A list of at most `max` whole numbers within these bounds, both included; absent counts as empty.
    public List<Integer> numbers(String name, int max, int from, int to) throws MalformedJsonException {
        var list = new ArrayList<Integer>();
        for (JsonElement item : array(name, max)) {
            if (!(item instanceof JsonPrimitive value)) {
                throw new MalformedJsonException(name + " holds something that is not a number");
            }
            list.add((int) numberOf(name, value, from, to));
        }
        return list;
    }

    private JsonArray array(String name, int max) throws MalformedJsonException {
        if (!has(name)) return new JsonArray();
        if (!(object.get(name) instanceof JsonArray array)) throw new MalformedJsonException(name + " is not a list");
        if (array.size() > max) throw new MalformedJsonException(name + " has more than " + max + " items");
        return array;
    }

    private JsonPrimitive primitive(String name) throws MalformedJsonException {
        if (object.get(name) instanceof JsonPrimitive value) return value;
        throw new MalformedJsonException(name + (has(name) ? " is a list or an object" : " is missing"));
    }

    private static String textOf(String name, JsonPrimitive value, int bytesMax) throws MalformedJsonException {
        if (!value.isString()) throw new MalformedJsonException(name + " is not a text");
        String text = value.getAsString();
        if (text.getBytes(UTF_8).length > bytesMax) {
            throw new MalformedJsonException(name + " has more than " + bytesMax + " bytes");
        }
        return text;
    }

    /// The value as it stands, for handing back what somebody gave us; null where absent.
    public @Nullable JsonElement raw(String name) {
        return object.get(name);
    }
}
