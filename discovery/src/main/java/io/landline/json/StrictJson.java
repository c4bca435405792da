package io.landline.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/// Reads one JSON object off a packet or a frame, strictly (RFC 8259): UTF-8 without errors, no duplicate keys, no lone
/// surrogates, bounded depth, members and number length, nothing after the end. Gson's reflective reader is not used
/// because it takes duplicate keys and wrong types silently. Stateless; any thread.
public final class StrictJson {
    /// No message of ours nests deeper than four; a stranger's may for extensions.
    public static final int DEPTH_MAX = 16;
    /// Keys of one object, or items of one array. The largest of ours is a page of a manifest.
    public static final int MEMBERS_MAX = 4_096;
    /// Digits and signs of one number: a 64-bit number needs 20.
    public static final int NUMBER_CHARACTERS_MAX = 32;

    private StrictJson() {}

    /// The object in these bytes. The caller has bounded their number already.
    public static JsonFields object(byte[] utf8) throws MalformedJsonException {
        String text;
        try {
            text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("not UTF-8", e);
        }
        return object(text);
    }

    /// The object in this text.
    public static JsonFields object(String text) throws MalformedJsonException {
        // Gson would skip it (RFC 8259 §8.1)
        if (text.startsWith("\uFEFF")) throw new MalformedJsonException("a byte order mark");
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEPTH_MAX);
            JsonElement root = element(reader);
            if (!(root instanceof JsonObject object)) throw new MalformedJsonException("not a JSON object");
            if (reader.peek() != JsonToken.END_DOCUMENT) throw new MalformedJsonException("text after the end");
            return new JsonFields(object);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new MalformedJsonException("not strict JSON", e);
        }
    }

    /// One member of a text that [#object] refuses, so that the refusal can name it: null where the text is not an
    /// object in JSON, and where the member is absent, stands twice or is refused itself.
    public static @Nullable JsonElement member(String text, String name) {
        return member(text, name, false);
    }

    /// As [#member], of an object of which only the beginning is here: what stands whole in it.
    public static @Nullable JsonElement memberOfBeginning(String beginning, String name) {
        return member(beginning, name, true);
    }

    private static @Nullable JsonElement member(String text, String name, boolean mayBreakOff) {
        JsonElement found = null;
        try (var reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(DEPTH_MAX);
            reader.beginObject();
            boolean more = reader.hasNext();
            while (more) {
                boolean isMeant = reader.nextName().equals(name);
                if (isMeant && found != null) return null;
                JsonElement value = isMeant ? element(reader) : null;
                if (!isMeant) reader.skipValue();
                more = reader.hasNext(); // where a number breaks off, more digits may have followed
                if (isMeant) found = value;
            }
            reader.endObject();
            return mayBreakOff || reader.peek() == JsonToken.END_DOCUMENT ? found : null;
        } catch (IOException | IllegalStateException | NumberFormatException | MalformedJsonException _) {
            return mayBreakOff ? found : null; // it is refused already
        }
    }

    /// Recursion is bounded by the reader's nesting limit.
    private static JsonElement element(JsonReader reader) throws IOException, MalformedJsonException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> members(reader);
            case BEGIN_ARRAY -> items(reader);
            case STRING -> new JsonPrimitive(whole(reader.nextString()));
            case NUMBER -> new JsonPrimitive(number(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> throw new MalformedJsonException("a value is missing");
        };
    }

    private static JsonObject members(JsonReader reader) throws IOException, MalformedJsonException {
        var object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = whole(reader.nextName());
            if (object.has(name)) throw new MalformedJsonException("a key stands twice");
            if (object.size() == MEMBERS_MAX) throw new MalformedJsonException("more than " + MEMBERS_MAX + " keys");
            object.add(name, element(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonArray items(JsonReader reader) throws IOException, MalformedJsonException {
        var array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            if (array.size() == MEMBERS_MAX) throw new MalformedJsonException("more than " + MEMBERS_MAX + " items");
            array.add(element(reader));
        }
        reader.endArray();
        return array;
    }

    private static Number number(String digits) throws MalformedJsonException {
        if (digits.length() > NUMBER_CHARACTERS_MAX) {
            throw new MalformedJsonException("a number of " + digits.length() + " characters");
        }
        var number = new BigDecimal(digits);
        // 60e0 has the value of a whole number, and is not written as one: a decimal place keeps that to be seen
        boolean isPlain = digits.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return isPlain || number.scale() != 0 ? number : number.setScale(1);
    }

    private static String whole(String text) throws MalformedJsonException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            boolean paired = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) throw new MalformedJsonException("half a character");
            i++;
        }
        return text;
    }
}
