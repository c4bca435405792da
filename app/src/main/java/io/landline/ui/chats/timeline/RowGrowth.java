package io.landline.ui.chats.timeline;

import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// Tells when the row that a cell shows becomes higher or lower. A cell that comes to show another row gets another
/// height too, and that is no news: a list that scrolls for it gives its cells other rows again, without end. JavaFX
/// thread.
final class RowGrowth {
    private final ListCell<TimelineRow> cell;
    private final Runnable grown;
    private @Nullable Object rowId;
    private double height;

    private RowGrowth(ListCell<TimelineRow> cell, Runnable grown) {
        this.cell = cell;
        this.grown = grown;
    }

    /// @param grown is run in the middle of a layout
    static void watch(ListCell<TimelineRow> cell, Runnable grown) {
        var growth = new RowGrowth(cell, grown);
        // each layout of the cell begins with this, when the row and its height are known
        cell.needsLayoutProperty().subscribe(needsLayout -> {
            if (!needsLayout) growth.look();
        });
    }

    private void look() {
        TimelineRow row = cell.isEmpty() ? null : cell.getItem();
        Object before = rowId;
        rowId = row == null ? null : row.id();
        double change = cell.getHeight() - height;
        height = cell.getHeight();
        if (change != 0 && before != null && before.equals(rowId)) grown.run();
    }
}
