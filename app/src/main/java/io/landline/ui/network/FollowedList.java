package io.landline.ui.network;

import io.landline.ui.control.NodeTree;
import io.landline.ui.fx.FxThread;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;

/// Keeps the end of a list in sight until a person scrolls away or chooses a row, and again once they are back at the
/// end. JavaFX thread.
final class FollowedList<T> {
    /// A row with only its last pixels below the edge counts as seen.
    private static final double BOTTOM_PIXELS = 0.5;

    /// Pulses until the heights of new rows are known.
    private static final int ATTEMPTS_MAX = 4;

    private final ListView<T> list;
    private final BooleanProperty following;
    private final FxThread fx;
    private final ListChangeListener<T> changed = _ -> follow();
    private final Subscription subscriptions;
    private final Runnable settle = this::settle;
    private int attempts;

    FollowedList(ListView<T> list, BooleanProperty following, FxThread fx) {
        this.list = list;
        this.following = following;
        this.fx = fx;
        list.getItems().addListener(changed);
        list.addEventFilter(ScrollEvent.SCROLL, _ -> leave(true));
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node node && (NodeTree.isInRow(node) || isInScrollBar(node))) leave(false);
        });
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isInScrollBar(node)) leave(true);
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        subscriptions = Subscription.combine(following.subscribe(this::follow),
                list.heightProperty().subscribe(this::follow), list.fixedCellSizeProperty().subscribe(this::follow));
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN, HOME -> leave(false);
            case END -> following.set(true);
            default -> {
            }
        }
    }

    /// @param unlessAtEnd whether the place where the list then stands decides
    private void leave(boolean unlessAtEnd) {
        if (list.getItems().isEmpty()) return;
        following.set(false);
        if (unlessAtEnd) fx.post(() -> following.set(isAtEnd()));
    }

    private boolean isAtEnd() {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return true;
        IndexedCell<?> bottom = flow.getLastVisibleCell();
        return bottom != null && bottom.getIndex() == list.getItems().size() - 1
                && bottom.getLayoutY() + bottom.getHeight() <= flow.getHeight() + BOTTOM_PIXELS;
    }

    private static boolean isInScrollBar(Node target) {
        for (Node each = target; each != null; each = each.getParent()) if (each instanceof ScrollBar) return true;
        return false;
    }

    /// Rows that come into sight are higher or lower than the toolkit guessed, so it looks again after the next pulses.
    private void follow() {
        if (!toEnd()) return;
        Scene scene = list.getScene();
        if (scene == null) return;
        if (attempts == 0) scene.addPostLayoutPulseListener(settle);
        attempts = ATTEMPTS_MAX;
    }

    private boolean toEnd() {
        boolean wanted = following.get() && !list.getItems().isEmpty();
        if (wanted) list.scrollTo(list.getItems().size() - 1);
        return wanted;
    }

    private void settle() {
        attempts = isAtEnd() || !toEnd() ? 0 : attempts - 1;
        if (attempts <= 0) stopSettling();
    }

    private void stopSettling() {
        attempts = 0;
        Scene scene = list.getScene();
        if (scene != null) scene.removePostLayoutPulseListener(settle);
    }

    void close() {
        stopSettling();
        subscriptions.unsubscribe();
        list.getItems().removeListener(changed);
    }
}
