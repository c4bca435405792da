package io.landline.node.handin.rule;

import java.util.List;

/// A list for a spreadsheet (RFC 4180), with text that others wrote. A cell that a spreadsheet would take for a formula
/// gets an apostrophe before it. Confined to one thread.
public final class HandInTable {
    private static final String FORMULAS_BEGIN_WITH = "=+-@\t\r";

    private final StringBuilder out = new StringBuilder();

    public void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.append(',');
            out.append('"').append(harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
        }
        out.append("\r\n");
    }

    private static String harmless(String text) {
        boolean isFormula = !text.isEmpty() && FORMULAS_BEGIN_WITH.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }

    public String text() {
        return out.toString();
    }
}
