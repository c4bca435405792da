package io.landline.ui.control;

/// A sentence below a field: what it says of what was typed. Immutable; any thread.
public record FieldNote(Kind kind, String sentence) {
    public enum Kind { NONE, HINT, GOOD, WARNING, BAD }

    public static final FieldNote NOTHING = new FieldNote(Kind.NONE, "");

    public static FieldNote hint(String sentence) {
        return new FieldNote(Kind.HINT, sentence);
    }

    public static FieldNote good(String sentence) {
        return new FieldNote(Kind.GOOD, sentence);
    }

    public static FieldNote warning(String sentence) {
        return new FieldNote(Kind.WARNING, sentence);
    }

    public static FieldNote bad(String sentence) {
        return new FieldNote(Kind.BAD, sentence);
    }

    public boolean isNothing() {
        return kind == Kind.NONE;
    }
}
