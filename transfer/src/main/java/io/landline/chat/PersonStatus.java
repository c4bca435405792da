package io.landline.chat;

import java.util.stream.Collectors;

/// What a person says of themselves while connected: here, away or busy, with a few words. It is never stored.
///
/// @param text one line of at most [#TEXT_MAX] characters, may be empty; longer ones are cut, control characters become
///        blanks. Somebody's text
/// @param hides the person tells nobody when they type, read and were here, and sees none of it
public record PersonStatus(State state, String text, boolean hides) {
    /// In code points. See docs/protocol/activity.md, "STATUS (0x27)".
    public static final int TEXT_MAX = 80;
    /// Nothing said.
    public static final PersonStatus NONE = new PersonStatus(State.HERE, "", false);

    /// In the order of their numbers on the wire.
    public enum State { HERE, AWAY, BUSY }

    public PersonStatus {
        text = text.codePoints()
                .limit(TEXT_MAX)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
    }

    /// Whether some of a text is left out.
    public static boolean cuts(String text) {
        return text.codePointCount(0, text.length()) > TEXT_MAX;
    }

    public PersonStatus withHides(boolean now) {
        return new PersonStatus(state, text, now);
    }
}
