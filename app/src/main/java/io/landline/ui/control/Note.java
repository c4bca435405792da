package io.landline.ui.control;

/// A sentence below a field: what it says of what was typed. Immutable; any thread.
public record Note(Kind kind, String sentence) {
    public enum Kind { NONE, HINT, GOOD, WARNING, BAD }

    public static final Note NOTHING = new Note(Kind.NONE, "");

    public static Note hint(String sentence) {
        return new Note(Kind.HINT, sentence);
    }

    public static Note good(String sentence) {
        return new Note(Kind.GOOD, sentence);
    }

    public static Note warning(String sentence) {
        return new Note(Kind.WARNING, sentence);
    }

    public static Note bad(String sentence) {
        return new Note(Kind.BAD, sentence);
    }

    public boolean isNothing() {
        return kind == Kind.NONE;
    }
}
