package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;

/// What a person wrote in one entry.
public record EntryText(String value) {
    /// See docs/protocol/conversations.md, "An entry". In UTF-8 bytes, as it travels, not in characters as it is typed.
    /// A pasted page of code fits.
    public static final int MAX_BYTES = 16 * 1024;

    public EntryText {
        if (!fits(value)) {
            throw new IllegalArgumentException("text must be whole characters of 1 to " + MAX_BYTES + " bytes");
        }
    }

    /// Whether a text may be sent: 1 to [#MAX_BYTES] bytes, and no half of a surrogate pair (UTF-8 has none). The
    /// composer asks this before it enables Send; reading asks the same.
    public static boolean fits(String text) {
        return !text.isEmpty() && UTF_8.newEncoder().canEncode(text) && text.getBytes(UTF_8).length <= MAX_BYTES;
    }

    /// The body of a [EntryKind#TEXT] entry: `{"text":…}`.
    public byte[] toBody() {
        var object = new JsonObject();
        object.addProperty("text", value);
        return object.toString().getBytes(UTF_8);
    }

    /// Reads the body of a text entry; fields of later versions are ignored. The chain and the signature hold, no
    /// matter what the body says, so a body that cannot be read is shown as such and ends no session.
    public static EntryText ofBody(byte[] body) throws MalformedJsonException {
        String text = StrictJson.object(body).text("text", MAX_BYTES);
        if (!fits(text)) throw new MalformedJsonException("text is empty");
        return new EntryText(text);
    }
}
