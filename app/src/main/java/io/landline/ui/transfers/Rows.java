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
            if (i < shown.size() && shown.get(i).equals(row)) continue;
            shown.remove(row);
            shown.add(i, row);
        }
    }
}
