package io.landline.ui.look;

import org.jspecify.annotations.Nullable;

/// Which theme the user chose.
public enum Theme {
    /// As the system has it, also when that changes.
    SYSTEM("system"), LIGHT("light"), DARK("dark");

    private final String word;

    Theme(String word) { this.word = word; }

    /// As it is stored.
    public String word() {
        return word;
    }

    /// The theme of this word; null where there is none.
    public static @Nullable Theme ofWord(String word) {
        for (Theme theme : values()) if (theme.word.equals(word)) return theme;
        return null;
    }
}
