package io.landline.chat.act;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Utf8Length;
import java.util.HashSet;
import java.util.List;

/// What the bodies of all acts have in common.
final class ActBody {
    static final String TARGET = "target";

    private ActBody() {}

    static JsonFields read(byte[] body) throws MalformedJsonException {
        if (body.length > Act.BODY_BYTES_MAX) throw new MalformedJsonException("an act of " + body.length + " bytes");
        return StrictJson.object(body);
    }

    static JsonObject about(Reference target) {
        var json = new JsonObject();
        json.add(TARGET, target.toJson());
        return json;
    }

    static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(UTF_8);
    }

    static JsonArray numbers(List<Integer> numbers) {
        var array = new JsonArray(numbers.size());
        numbers.forEach(array::add);
        return array;
    }

    /// A text of 1 to this many UTF-8 bytes.
    static String filled(String text, String name, int bytesMax) throws MalformedJsonException {
        if (!isFilled(text, bytesMax)) {
            throw new MalformedJsonException(name + " is empty or longer than " + bytesMax + " bytes");
        }
        return text;
    }

    /// Whether a text has 1 to this many UTF-8 bytes, and no half of a surrogate pair.
    static boolean isFilled(String text, int bytesMax) {
        return !text.isEmpty() && Utf8Length.isAtMost(bytesMax, text);
    }

    static boolean hasTwice(List<?> items) {
        return new HashSet<>(items).size() < items.size();
    }
}
