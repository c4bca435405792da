package io.landline.ui.chats.composer;

/// Where the name of an emoji begins that a person closes with a colon. Not in code: there colons are signs of the
/// language. Stateless; any thread.
final class ClosedName {
    private static final char SIGN = ':';
    private static final char CODE = '`';
    private static final String FENCE = "```";
    private static final int NONE = -1;

    private ClosedName() {}

    /// The place of the colon before the name; below zero for none.
    ///
    /// @param end of the name
    static int signOf(String text, int end) {
        int sign = text.lastIndexOf(SIGN, end - 1);
        if (sign < 0 || sign == end - 1 || end - sign > CompletionViewModel.LETTERS_MAX) return NONE;
        boolean isName = text.substring(sign + 1, end).codePoints().allMatch(ClosedName::isOfName);
        boolean begins = sign == 0 || isBefore(text.codePointBefore(sign));
        return isName && begins && !isCode(text, sign) ? sign : NONE;
    }

    /// A bracket or a quotation mark is no part of a name, but `+` is, as of a thumb.
    private static boolean isOfName(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || "_-+'’".indexOf(codePoint) >= 0;
    }

    /// `12:30:` is a time, `std::map:` a name of a program, and `[:x:` a part of a list.
    private static boolean isBefore(int codePoint) {
        return codePoint != SIGN && codePoint != '[' && !Character.isLetterOrDigit(codePoint);
    }

    /// Whether it comes behind backticks that are not closed yet.
    private static boolean isCode(String text, int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        boolean isInBlock = false;
        for (String each : text.substring(0, line).split("\n")) isInBlock ^= each.strip().startsWith(FENCE);
        boolean isInLine = false;
        for (int i = line; i < at; i++) {
            boolean beginsRun = text.charAt(i) == CODE && (i == line || text.charAt(i - 1) != CODE);
            isInLine ^= beginsRun;
        }
        return isInBlock || isInLine;
    }
}
