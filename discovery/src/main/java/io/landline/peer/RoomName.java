package io.landline.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/// The public name of a room. Two names are the same room name when their canonical forms are equal.
public record RoomName(String value) {
    /// In UTF-8 bytes (docs/protocol/presence.md, "Fields").
    public static final int MAX_BYTES = 64;

    public RoomName {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "a room name has 1 to " + MAX_BYTES + " bytes and no control characters");
        }
    }

    /// Whether a room may be given this name: it fits, and there is something to see of it.
    public static boolean mayBeChosen(String name) {
        return fits(name) && !BlankText.is(name);
    }

    /// The one check for what is stored or received.
    public static boolean fits(String name) {
        int size = name.getBytes(UTF_8).length;
        return 0 < size && size <= MAX_BYTES && !name.isBlank() && name.codePoints().noneMatch(Character::isISOControl);
    }

    /// NFKC, upper then lower case in the root locale, NFKC: what is compared, and what goes into keys and ids.
    public String canonical() {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /// Whether both name the same room name; says nothing of keys.
    public boolean isSameAs(RoomName other) {
        return canonical().equals(other.canonical());
    }
}
