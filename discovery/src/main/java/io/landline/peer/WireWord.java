package io.landline.peer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The word by which a constant of an enum is written in frames, events and answers: `too-much` for `TOO_MUCH`. So a
/// constant that travels keeps its name. Stateless; any thread.
public final class WireWord {
    private WireWord() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The constant with this word; null for a word of a later version.
    public static <E extends Enum<E>> @Nullable E find(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) if (of(constant).equals(word)) return constant;
        return null;
    }
}
