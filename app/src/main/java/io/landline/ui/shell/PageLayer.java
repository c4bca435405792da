package io.landline.ui.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Where the page in front stands. A notice above it moves its upper edge; what one reads in the page keeps its place
/// in the window, as far as nothing goes out of sight for it (docs/window.md, "Components"). JavaFX thread.
final class PageLayer extends StackPane {
    /// Somebody wants to see what is further up.
    static final Set<KeyCode> UP = Set.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME, KeyCode.TAB, KeyCode.F6);

    private @Nullable Parent page;
    /// What was in sight before the edge moved; empty while it does not.
    private List<HeldContent> held = List.of();
    private double lower;
    /// What may stand higher inside its part. Some of it may be hidden when the edge is back at the top.
    private final Set<HeldContent> moved = new LinkedHashSet<>();
    /// Whether mouse or keyboard were ever here: before that nobody has a place to lose, and the head of the first page
    /// shall be seen.
    private boolean isUsed;
    /// In this place; null while the mouse is elsewhere.
    private @Nullable Point2D mouse;

    PageLayer() {
        ScrollKeys.give(this);
        setMinHeight(0);
        addEventFilter(InputEvent.ANY, _ -> isUsed = true);
        addEventFilter(MouseEvent.ANY, this::pointed);
        layoutYProperty().addListener((_, before, now) -> edgeMoves(now.doubleValue() - before.doubleValue()));
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) release();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (UP.contains(event.getCode())) release();
        });
    }

    private void pointed(MouseEvent event) {
        boolean isOver = event.getEventType() != MouseEvent.MOUSE_EXITED;
        mouse = isOver ? sceneToLocal(event.getSceneX(), event.getSceneY()) : null;
        moved.stream().filter(each -> !each.isPointedAt()).forEach(HeldContent::release);
    }

    private boolean isMouseIn(Bounds bounds) {
        return mouse != null && sceneToLocal(bounds).contains(mouse);
    }

    void show(Parent shown) {
        release();
        forget();
        held = List.of();
        lower = 0;
        page = shown;
        getChildren().setAll(shown);
        setAlignment(shown, Pos.TOP_LEFT); // what has no room is cut at the end, not at the head
    }

    private void edgeMoves(double pixels) {
        Parent shown = page;
        if (shown == null || !isUsed) return;
        if (held.isEmpty()) held = held(shown);
        if (mouse != null) mouse = mouse.subtract(0, pixels);
        lower += pixels;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List<HeldContent> now = held;
        double nearer = lower;
        held = List.of();
        lower = 0;
        if (!now.isEmpty() && page != null) {
            page.layout(); // only then it is known how far each part can be scrolled
            for (HeldContent each : now) each.hold(nearer);
            moved.addAll(now);
        }
        if (getLayoutY() <= 0) forget();
    }

    private void forget() {
        moved.forEach(HeldContent::release);
        moved.clear();
    }

    private List<HeldContent> held(Parent shown) {
        return HeldContent.of(shown, this, this::getLayoutY, this::isMouseIn);
    }

    private void release() {
        if (page != null && getLayoutY() > 0) held(page).forEach(HeldContent::release);
    }
}
