package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;

/// Keeps a message in sight of everybody in the conversation, or ends that. Everybody may.
///
/// @param on false takes it back
public record Pin(Reference target, boolean on) implements Act {
    /// Pinned messages that a conversation shows: those that were pinned last.
    public static final int SHOWN_MAX = 50;

    public static Pin ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        return new Pin(Reference.read(fields, ActBody.TARGET), fields.flag("on"));
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        json.addProperty("on", on);
        return ActBody.bytes(json);
    }
}
