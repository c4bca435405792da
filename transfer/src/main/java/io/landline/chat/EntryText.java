package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.chat.act.Mentions;
import io.landline.chat.act.Reference;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.BlankText;
import io.landline.peer.Fingerprint;
import io.landline.peer.Utf8Length;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a person wrote in one entry.
///
/// @param reply what it answers; null for nothing
/// @param mentions the people that the text mentions
public record EntryText(String value, @Nullable Reference reply, Set<Fingerprint> mentions) {
    /// See docs/protocol/conversations.md, "An entry". In UTF-8 bytes, as it travels, not in characters as it is typed.
    /// A pasted page of code fits.
    public static final int MAX_BYTES = 16 * 1024;
    private static final String REPLY = "reply";

    public EntryText {
        if (!fits(value)) {
            throw new IllegalArgumentException("text must be whole characters of 1 to " + MAX_BYTES + " bytes");
        }
        if (mentions.size() > Mentions.MAX) throw new IllegalArgumentException(mentions.size() + " mentions");
        mentions = Collections.unmodifiableSet(new LinkedHashSet<>(mentions));
    }

    /// One that answers nothing and calls nobody.
    public EntryText(String value) { this(value, null, Set.of()); }

    /// Whether a text can be an entry: 1 to [#MAX_BYTES] bytes, and no half of a surrogate pair (UTF-8 has none).
    /// Reading asks the same.
    public static boolean fits(String text) {
        return !text.isEmpty() && Utf8Length.isAtMost(MAX_BYTES, text);
    }

    /// Whether a text has nothing to read: it is empty, or all of it is spaces, tabs, ends of lines and invisible
    /// characters, as joiners are. Beside others these belong to the text: they make emoji, and words of Persian.
    /// Nobody sends a blank text; it can be read, since earlier versions sent it.
    public static boolean isBlank(String text) {
        return BlankText.is(text);
    }

    /// Whether a person may send a text. The composer asks this before it enables Send.
    public static boolean maySend(String text) {
        return !isBlank(text) && fits(text);
    }

    /// The body of a [EntryKind#TEXT] entry: `{"text":…}`, with what it answers and the people it calls.
    public byte[] toBody() {
        var object = new JsonObject();
        object.addProperty("text", value);
        if (reply != null) object.add(REPLY, reply.toJson());
        Mentions.add(object, mentions);
        return object.toString().getBytes(UTF_8);
    }

    /// Reads the body of a text entry; fields of later versions are ignored. The chain and the signature hold, no
    /// matter what the body says, so a body that cannot be read is shown as such and ends no session.
    public static EntryText ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = StrictJson.object(body);
        String text = fields.text("text", MAX_BYTES);
        if (!fits(text)) throw new MalformedJsonException("text is empty");
        return new EntryText(text, fields.has(REPLY) ? Reference.read(fields, REPLY) : null, Mentions.read(fields));
    }
}
