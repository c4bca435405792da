package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;

/// A reaction to a message, or the end of one.
///
/// @param emoji [#isEmoji]
/// @param on false takes it back
public record React(Reference target, String emoji, boolean on) implements Act {
    /// In UTF-8 bytes. The longest of Unicode's emoji has 35.
    public static final int EMOJI_BYTES_MAX = 64;
    /// Of one person on one message; the first ones in the order of the timeline are shown.
    public static final int SHOWN_A_PERSON = 8;

    public React {
        if (!isEmoji(emoji)) throw new IllegalArgumentException("no emoji");
    }

    /// Whether it may travel as one: 1 to [#EMOJI_BYTES_MAX] bytes without blanks and control characters. Which of
    /// these are pictures is the window's to know: a later Unicode has more.
    public static boolean isEmoji(String text) {
        return ActBody.isFilled(text, EMOJI_BYTES_MAX) && text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    public static React ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        String emoji = fields.text("emoji", EMOJI_BYTES_MAX);
        if (!isEmoji(emoji)) throw new MalformedJsonException("emoji is none");
        return new React(Reference.read(fields, ActBody.TARGET), emoji, fields.flag("on"));
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        json.addProperty("emoji", emoji);
        json.addProperty("on", on);
        return ActBody.bytes(json);
    }
}
