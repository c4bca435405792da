package io.landline.ui.text;

/// A file's name in two parts that are shown apart, so that nothing in the name can pretend another extension (H41):
/// `invoice<RLO>fdp` and `.exe`. Both are somebody's text.
///
/// @param extension with its dot; may be empty
public record FileName(String stem, String extension) {
    /// Longer ones are no extensions, but the end of a sentence.
    private static final int EXTENSION_MAX = 12;

    public static FileName of(String name) {
        String path = name.replace('\\', '/');
        String last = path.substring(path.lastIndexOf('/') + 1);
        int end = last.length();
        while (end > 0 && isDropped(last.charAt(end - 1))) end--;
        int dot = last.lastIndexOf('.', end - 1);
        boolean hasOne = dot > 0 && end - dot - 1 >= 1 && last.codePointCount(dot + 1, end) <= EXTENSION_MAX;
        String extension = hasOne ? withoutUnseen(last.substring(dot, end)) : "";
        if (extension.length() <= 1) return new FileName(last, "");
        return new FileName(last.substring(0, dot), extension);
    }

    /// What Windows drops at the end of a name, silently.
    private static boolean isDropped(char c) {
        return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static String withoutUnseen(String extension) {
        var seen = new StringBuilder();
        extension.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && !Character.isISOControl(c))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    public FileKind kind() {
        return FileKind.of(extension);
    }
}
