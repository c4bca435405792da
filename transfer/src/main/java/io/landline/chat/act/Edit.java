package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.util.Set;

/// Another text in the place of a message's. Counts from the author of the target, from any log of theirs.
///
/// @param mentions in the place of those of the target
public record Edit(Reference target, String text, Set<Fingerprint> mentions) implements Act {
    /// Of one target; the first ones in the order of the timeline count.
    public static final int COUNTED_MAX = 64;
    /// Of its text, in UTF-8 bytes: as long as that of a message.
    public static final int TEXT_BYTES_MAX = 16 * 1024;

    public Edit {
        if (!ActBody.isFilled(text, TEXT_BYTES_MAX)) throw new IllegalArgumentException("the text of an edit");
        if (mentions.size() > Mentions.MAX) throw new IllegalArgumentException(mentions.size() + " mentions");
        mentions = Set.copyOf(mentions);
    }

    public static Edit ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        String text = ActBody.filled(fields.text("text", TEXT_BYTES_MAX), "text", TEXT_BYTES_MAX);
        return new Edit(Reference.read(fields, ActBody.TARGET), text, Mentions.read(fields));
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        json.addProperty("text", text);
        Mentions.add(json, mentions);
        return ActBody.bytes(json);
    }
}
