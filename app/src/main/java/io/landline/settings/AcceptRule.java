package io.landline.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which offers of files are accepted without a question (design.md §7). As it is chosen; who counts as known is not decided here.
public enum AcceptRule {
    /// Every member of a keyed room.
    ALL,
    /// Members whose safety number was compared, or from whom the user accepted by hand before.
    KNOWN,
    /// The user decides each time.
    ASK, NONE;

    /// As it is typed and stored: `all`, `known`, `ask`, `none`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rule of this word; null where there is none.
    public static @Nullable AcceptRule ofWord(String word) {
        for (AcceptRule rule : values()) {
            if (rule.word().equals(word)) return rule;
        }
        return null;
    }
}
