package io.landline.ui.shell;

import io.landline.ui.shell.HeldContent.Pointer;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where a sheet lies over the page: in the middle of what the notices leave free. A notice that comes or goes covers
/// nothing of it and moves nothing that one reads in it: the sheet's lower edge stays, its upper edge gives way where
/// it has to. Where what it holds gets higher or lower, its upper edge stays instead, as far as there is room below
/// (docs/window.md, "Components"). JavaFX thread.
final class SheetLayer extends StackPane {
    /// What its middle follows from.
    private record Room(double width, double height, double wanted) {}

    private final Parent sheet;
    private double notices;
    private @Nullable Room room;
    /// Of the sheet, as it lies without the notices that came since.
    private double top;
    private double bottom;
    /// Whether somebody points at it or pressed anything in it: before that, it is being filled, and nobody has a place
    /// to lose.
    private boolean isUsed;
    /// What was in sight before the height of the notices changed; empty while it does not.
    private List<HeldContent> held = List.of();

    SheetLayer(Parent sheet) {
        super(sheet);
        this.sheet = sheet;
        getStyleClass().add("shade");
        ScrollKeys.give(this);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> isUsed = true);
        sheet.addEventFilter(MouseEvent.MOUSE_MOVED, _ -> isUsed = true);
        addEventFilter(KeyEvent.KEY_PRESSED, _ -> isUsed = true);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) release();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (PageLayer.UP.contains(event.getCode())) release();
        });
    }

    /// The notices above it are this high now.
    void below(double high) {
        if (high == notices) return;
        if (held.isEmpty() && room != null) {
            held = HeldContent.of(sheet, this, () -> sheet.getLayoutY() - top, Pointer.ANYWHERE);
        }
        notices = high;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        List<HeldContent> before = held;
        held = List.of();
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double wide = Math.max(sheet.minWidth(-1), Math.min(width, sheet.maxWidth(-1)));
        boolean wraps = sheet.getContentBias() == Orientation.HORIZONTAL;
        var now = new Room(width, getHeight(), snapSizeY(sheet.prefHeight(wraps ? wide : -1)));
        double highest = snappedTopInset() + notices;
        double lowest = getHeight() - snappedBottomInset();
        if (!now.equals(room)) {
            boolean grows = isUsed && room != null && room.width == now.width && room.height == now.height;
            room = now;
            before = List.of();
            double high = Math.min(now.wanted, Math.max(0, lowest - highest));
            top = snapPositionY(grows
                    ? Math.max(Math.min(top, highest), Math.min(top, lowest - high))
                    : highest + (lowest - highest - high) / 2);
            bottom = Math.min(lowest, Math.max(top, highest) + high);
        }
        double edge = Math.max(top, highest);
        double least = Math.max(sheet.minHeight(wraps ? wide : -1), (bottom - top) / 2);
        double high = Math.max(0, Math.max(bottom - edge, Math.min(least, lowest - edge)));
        layoutInArea(sheet, snappedLeftInset(), edge, width, high, 0, Insets.EMPTY, HPos.CENTER, VPos.TOP);
        if (before.isEmpty()) return;
        sheet.layout(); // only then it is known how far each part can be scrolled
        for (HeldContent each : before) each.hold(0);
    }

    private void release() {
        if (notices > 0) HeldContent.of(sheet, this, () -> 0, Pointer.ANYWHERE).forEach(HeldContent::release);
    }
}
