package io.landline.ui.control;

import java.util.List;
import java.util.function.Predicate;

/// Where the keyboard goes in a list with headings between its rows. Stateless; any thread.
public final class NextRow {
    /// There is none in that direction.
    public static final int NONE = -1;

    private NextRow() {}

    /// The number of the next row that can be chosen, this one included; [#NONE] for none.
    ///
    /// @param direction 1 for down, -1 for up
    public static <T> int of(List<T> rows, int from, int direction, Predicate<? super T> canBeChosen) {
        for (int i = from; i >= 0 && i < rows.size(); i += direction) {
            if (canBeChosen.test(rows.get(i))) return i;
        }
        return NONE;
    }
}
