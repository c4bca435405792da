package io.landline.ui.lab.report;

import io.landline.node.export.SpreadsheetText;
import io.landline.ui.lab.report.LabReport.Table;
import java.util.List;

/// A table as comma-separated values (RFC 4180), for a spreadsheet, with text that peers sent ([SpreadsheetText]).
/// Stateless; any thread.
public final class Csv {
    /// A minus before a number stays.
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    private Csv() {}

    public static String of(Table table) {
        var csv = new StringBuilder();
        row(csv, table.columns());
        for (List<String> each : table.rows()) row(csv, each);
        return csv.toString();
    }

    private static void row(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) csv.append(',');
            csv.append(cell(cells.get(i)));
        }
        csv.append("\r\n");
    }

    private static String cell(String text) {
        String harmless = text.matches(NUMBER) ? text : SpreadsheetText.harmless(text);
        boolean plain = harmless.chars().allMatch(c -> c >= ' ' && c != '"' && c != ',' && c != ';');
        return plain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
