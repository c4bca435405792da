package io.landline.ui.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Clicks that follow each other at one place, as a double click. Where the first of them opened or closed a sheet, a
/// menu or a page, the others were meant for what stood there before: they press nothing. JavaFX thread.
public final class ClickSeries {
    /// As the toolkit's own double click on a desktop that tells none. The toolkit counts in each window for itself: a
    /// click in a menu and one below it are counted here.
    static final Duration WITHIN = Duration.ofMillis(500);
    /// In pixels, each way: a hand is not quite still.
    private static final double STILL = 5;
    /// The same where the toolkit, which knows what this desktop takes for one place, counts on.
    private static final double NEAR = 16;

    private final Scene scene;
    private final LongSupplier nanos;
    private final EventHandler<MouseEvent> heard = this::heard;
    private final ListChangeListener<Window> menus = this::menusChanged;
    /// How often what stands in the window has changed.
    private int changes;
    private @Nullable Press last;
    /// Of a series: as its first press found it.
    private int changesBefore;
    private boolean isRefusing;

    /// @param scene the window's, or a menu's
    private record Press(@Nullable Scene scene, MouseButton button, int count, double x, double y, long nanos) {
        /// As the toolkit counts, in this scene alone.
        boolean begins() {
            return count <= 1;
        }

        boolean isNextOf(@Nullable Press before) {
            return before != null && before.scene == scene && before.count == count - 1 && isWithin(NEAR, before);
        }

        /// As we count, whatever the scene.
        boolean follows(@Nullable Press before) {
            return before != null && nanos - before.nanos < WITHIN.toNanos() && isWithin(STILL, before);
        }

        private boolean isWithin(double pixels, Press before) {
            return before.button == button && Math.abs(x - before.x) <= pixels && Math.abs(y - before.y) <= pixels;
        }
    }

    private ClickSeries(Scene scene, LongSupplier nanos) {
        this.scene = scene;
        this.nanos = nanos;
    }

    /// From now on, in this scene and in the menus over its window.
    public static void attach(Scene scene) {
        attach(scene, System::nanoTime);
    }

    static void attach(Scene scene, LongSupplier nanos) {
        var series = new ClickSeries(scene, nanos);
        scene.getProperties().put(ClickSeries.class, series);
        scene.addEventFilter(MouseEvent.ANY, series.heard);
        Window.getWindows().addListener(new WeakListChangeListener<>(series.menus)); // the scene keeps it
    }

    /// A sheet, a notice or a page came or went where this node is.
    public static void changed(Node node) {
        Scene around = node.getScene();
        if (around != null && around.getProperties().get(ClickSeries.class) instanceof ClickSeries series) {
            series.changes++;
        }
    }

    private void menusChanged(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window each : change.getAddedSubList()) {
                if (each instanceof PopupWindow menu && isOver(menu, scene.getWindow())) {
                    menu.getScene().addEventFilter(MouseEvent.ANY, heard);
                }
            }
            for (Window each : change.getRemoved()) {
                if (each instanceof PopupWindow menu) menu.getScene().removeEventFilter(MouseEvent.ANY, heard);
            }
        }
    }

    /// Also as a menu within a menu.
    private static boolean isOver(PopupWindow menu, @Nullable Window wanted) {
        Window owner = menu.getOwnerWindow();
        while (owner instanceof PopupWindow outer) owner = outer.getOwnerWindow();
        return owner != null && owner == wanted;
    }

    private void heard(MouseEvent event) {
        EventType<? extends MouseEvent> type = event.getEventType();
        if (type == MouseEvent.MOUSE_PRESSED) pressed(event);
        boolean isOfPress = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_RELEASED
                || type == MouseEvent.MOUSE_CLICKED || type == MouseEvent.MOUSE_DRAGGED
                || type == MouseEvent.DRAG_DETECTED;
        if (isRefusing && isOfPress) event.consume();
    }

    private void pressed(MouseEvent event) {
        Press before = last;
        var now = new Press(event.getSource() instanceof Scene shown ? shown : null, event.getButton(),
                event.getClickCount(), event.getScreenX(), event.getScreenY(), nanos.getAsLong());
        last = now;
        boolean isBelowOrInMenu = before != null && before.scene != now.scene && now.follows(before);
        if (isBelowOrInMenu) {
            isRefusing = true;
        } else if (now.begins()) {
            changesBefore = changes;
            isRefusing = false;
        } else {
            boolean tookMenuFirst = !now.isNextOf(before);
            isRefusing |= tookMenuFirst || changes != changesBefore;
        }
    }
}
