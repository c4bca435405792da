package io.landline.node.handin.rule;

import io.landline.node.export.SpreadsheetText;
import java.util.List;

/// A list for a spreadsheet (RFC 4180), with text that others wrote ([SpreadsheetText]). Confined to one thread.
public final class HandInTable {
    /// No cell has one in it.
    public static final String ROW_END = "\r\n";

    private final StringBuilder out = new StringBuilder();

    public void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) out.append(',');
            out.append('"').append(SpreadsheetText.harmless(cells.get(i)).replace("\"", "\"\"")).append('"');
        }
        out.append(ROW_END);
    }

    public String text() {
        return out.toString();
    }
}
