package io.landline.language;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages that Landline speaks.
public enum Language {
    ENGLISH("en", "English"),
    FRENCH("fr", "Français"),
    GERMAN("de", "Deutsch"),
    SPANISH("es", "Español"),
    ARABIC("ar", "العربية");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /// As it is stored (BCP 47).
    public String tag() {
        return tag;
    }

    /// As those who speak it call it.
    public String ownName() {
        return ownName;
    }

    /// With the digits 0 to 9 in every language: addresses and sizes have no others.
    public Locale locale() {
        return Locale.forLanguageTag(isMirrored() ? tag + "-u-nu-latn" : tag);
    }

    /// Whether it is written from the right, and the window is mirrored.
    public boolean isMirrored() {
        return LeftToRight.isMirrored(Locale.forLanguageTag(tag));
    }

    /// The language of this tag; null where Landline does not speak it.
    public static @Nullable Language ofTag(String tag) {
        for (Language language : values()) if (language.tag.equals(tag)) return language;
        return null;
    }

    /// The one that this system's user reads, else English.
    public static Language ofSystem() {
        Language own = ofTag(Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
        return own == null ? ENGLISH : own;
    }
}
