package io.landline.ui.lab.card;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of a table as text, for letters of one width: each column is as wide as its widest cell. Stateless; any thread.
final class AlignedColumns {
    private static final String BETWEEN = "  ";

    private AlignedColumns() {}

    /// @param rows all of one length
    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row, rows)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            int column = i;
            int width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
            line.append(row.get(i)).repeat(' ', width - row.get(i).length()).append(BETWEEN);
        }
        return line.toString().stripTrailing();
    }
}
