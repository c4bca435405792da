package io.landline.lab.echo;

import java.util.Locale;

/// What an echo server makes of a text. The course has capitals; the others are its homework.
public enum Transform {
    /// Unicode's full mapping, which may be longer than what came: `straße` becomes `STRASSE`. [Locale#ROOT], because
    /// in a Turkish locale `i` would become `İ`.
    UPPER {
        @Override
        public String of(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    LOWER {
        @Override
        public String of(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    REVERSE {
        @Override
        public String of(String text) {
            return new StringBuilder(text).reverse().toString(); // keeps surrogate pairs together
        }
    },
    /// The number of characters (code points), as text.
    LENGTH {
        @Override
        public String of(String text) {
            return String.valueOf(text.codePointCount(0, text.length()));
        }
    },
    ROT13 {
        @Override
        public String of(String text) {
            return text.codePoints()
                    .map(Transform::rotated)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    };

    private static final int HALF_THE_ALPHABET = 13;

    public abstract String of(String text);

    private static int rotated(int c) {
        if ((c >= 'a' && c <= 'm') || (c >= 'A' && c <= 'M')) return c + HALF_THE_ALPHABET;
        if ((c >= 'n' && c <= 'z') || (c >= 'N' && c <= 'Z')) return c - HALF_THE_ALPHABET;
        return c;
    }
}
