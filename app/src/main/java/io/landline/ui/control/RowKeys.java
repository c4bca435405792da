package io.landline.ui.control;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;

/// The keys of a list with headings between its rows: they go from row to row that can be chosen. JavaFX thread.
public final class RowKeys {
    private RowKeys() {}

    /// For the arrows, Home, End and the page keys: finds the row, and consumes the event. All other keys pass.
    ///
    /// @param choose is given the index of the row that was found; it is not called if none was found
    public static <T> void pressed(KeyEvent event, ListView<T> list, Predicate<? super T> canBeChosen,
            IntConsumer choose) {
        if (event.isShortcutDown() || event.isAltDown()) return;
        List<T> rows = list.getItems();
        int from = list.getFocusModel().getFocusedIndex();
        int found;
        switch (event.getCode()) {
            case UP -> found = NextRow.of(rows, from - 1, -1, canBeChosen);
            case DOWN -> found = NextRow.of(rows, from + 1, 1, canBeChosen);
            case HOME -> found = NextRow.of(rows, 0, 1, canBeChosen);
            case END -> found = NextRow.of(rows, rows.size() - 1, -1, canBeChosen);
            case PAGE_UP -> found = around(rows, Math.max(0, from - page(list)), -1, canBeChosen);
            case PAGE_DOWN -> found = around(rows, Math.min(rows.size() - 1, from + page(list)), 1, canBeChosen);
            default -> {
                return;
            }
        }
        event.consume();
        if (found != NextRow.NONE) choose.accept(found);
    }

    /// The row itself or the next one in that direction; at the end of the list the next one back.
    private static <T> int around(List<T> rows, int from, int direction, Predicate<? super T> canBeChosen) {
        int ahead = NextRow.of(rows, from, direction, canBeChosen);
        return ahead == NextRow.NONE ? NextRow.of(rows, from, -direction, canBeChosen) : ahead;
    }

    /// How many rows further a page is: one less than are seen.
    private static int page(ListView<?> list) {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return 1;
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        return first == null || last == null ? 1 : Math.max(1, last.getIndex() - first.getIndex());
    }
}
