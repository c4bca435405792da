package io.landline.node.export;

/// Text of others made safe for a table that a spreadsheet opens: what it would take for a formula, and may run, gets
/// an apostrophe before it. Which signs end a cell depends on the computer's language, and quotation marks do not hold
/// everywhere. So a cell may also begin behind a semicolon, a tab, or the end of a line, and a quotation mark there is
/// passed over. Stateless; any thread.
public final class SpreadsheetText {
    /// Those of full width count in East Asian versions.
    private static final String FORMULAS_BEGIN_WITH = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    /// Before a formula at the beginning they are passed over by some.
    private static final String ENDS = "\t\r\n";
    private static final String CELLS_END_WITH = ";" + ENDS;

    private SpreadsheetText() {}

    public static String harmless(String text) {
        var out = new StringBuilder(text.length() + 1);
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isFormula = FORMULAS_BEGIN_WITH.indexOf(c) >= 0 || i == 0 && ENDS.indexOf(c) >= 0;
            if (begins && isFormula) out.append('\'');
            out.append(c);
            boolean isOpened = begins && i > 0 && c == '"';
            begins = isOpened || CELLS_END_WITH.indexOf(c) >= 0;
        }
        return out.toString();
    }
}
