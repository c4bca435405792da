package io.landline.ui.transfers;

import java.util.HashSet;
import java.util.List;

/// Makes a shown list equal to another one by the changes that are needed, so that selection and scroll position stay. Stateless.
final class Rows {
    private Rows() {}

    /// @param wanted each row once
    static <T> void become(List<T> shown, List<T> wanted) {
        if (shown.equals(wanted)) return;
        var kept = new HashSet<>(wanted);
        shown.removeIf(row -> !kept.contains(row));
        for (int i = 0; i < wanted.size(); i++) {
            T row = wanted.get(i);
            if (isAt(shown, i, row)) continue;
            if (isAt(shown, i + 1, row)) { // the one above it moved down
                shown.remove(i);
                continue;
            }
            shown.remove(row);
            shown.add(i, row);
        }
    }

    private static <T> boolean isAt(List<T> rows, int place, T row) {
        return place < rows.size() && rows.get(place).equals(row);
    }
}
