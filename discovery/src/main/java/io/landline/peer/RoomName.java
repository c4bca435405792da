package io.landline.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The public name of a room. Two names are the same room name when their canonical forms are equal. Immutable; equal
/// to another one with the same letters.
public final class RoomName {
    /// In UTF-8 bytes (docs/protocol/presence.md, "Fields").
    public static final int MAX_BYTES = 64;

    private final String value;
    /// Kept: every list of rooms of a peer is compared with ours, and that with each of many peers.
    private final String canonical;

    /// Throws an IllegalArgumentException if it does not fit ([#fits]).
    public RoomName(String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException(
                    "a room name has 1 to " + MAX_BYTES + " bytes and no control characters");
        }
        this.value = value;
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        canonical = Normalizer.normalize(folded, Normalizer.Form.NFKC);
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

    /// As it was given.
    public String value() { return value; }

    /// NFKC, upper then lower case in the root locale, NFKC: what is compared, and what goes into keys and ids.
    public String canonical() { return canonical; }

    /// Whether both name the same room name; says nothing of keys.
    public boolean isSameAs(RoomName other) {
        return canonical.equals(other.canonical);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RoomName it && value.equals(it.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
