package io.landline.ui.shell;

import io.landline.ui.control.PaneScroll;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Arrows, Page Up, Page Down, Home and End scroll what is too high for the window, where what has the keyboard has no
/// use of its own for them, as a field, a list or a choice of several has. JavaFX thread.
final class ScrollKeys {
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.HOME, KeyCode.END);
    /// Of what is in sight: an arrow goes on by some lines, and a page leaves the last line to go on from.
    private static final double ARROW_SHARE = 0.1;
    private static final double PAGE_SHARE = 0.9;

    private final Node place;

    private ScrollKeys(Node place) { this.place = place; }

    /// To all that can be scrolled in this place, now and later.
    static void give(Node place) {
        // before a button takes an arrow for the way to the next button
        place.addEventFilter(KeyEvent.KEY_PRESSED, new ScrollKeys(place)::pressed);
    }

    private void pressed(KeyEvent event) {
        if (!KEYS.contains(event.getCode()) || hasModifier(event)) return;
        if (!(event.getTarget() instanceof Node focused) || !isFree(focused)) return;
        ScrollPane scrolled = around(focused);
        if (scrolled == null) return;
        double inSight = scrolled.getViewportBounds().getHeight();
        double beyond = PaneScroll.outside(scrolled);
        if (beyond < 1) return;
        double by = switch (event.getCode()) {
            case UP -> -ARROW_SHARE * inSight;
            case DOWN -> ARROW_SHARE * inSight;
            case PAGE_UP -> -PAGE_SHARE * inSight;
            case PAGE_DOWN -> PAGE_SHARE * inSight;
            case HOME -> -beyond;
            default -> beyond;
        };
        PaneScroll.by(scrolled, by);
        event.consume();
    }

    private static boolean hasModifier(KeyEvent event) {
        return event.isShiftDown() || event.isControlDown() || event.isAltDown() || event.isMetaDown();
    }

    /// What scrolls the part with the keyboard; null where nothing does, or a list that has keys of its own.
    private @Nullable ScrollPane around(Node focused) {
        for (Node each = focused; each != null; each = each.getParent()) {
            if (each instanceof ListView<?>) return null;
            if (each instanceof ScrollPane it) return it;
            if (each.equals(place)) return null;
        }
        return null;
    }

    private static boolean isFree(Node focused) {
        @Nullable
        Control control = control(focused);
        return control == null || control instanceof ScrollPane || control instanceof Button
                || control instanceof CheckBox || control instanceof Hyperlink || control instanceof Label;
    }

    /// The innermost one around it.
    private static @Nullable Control control(Node focused) {
        for (Node each = focused; each != null; each = each.getParent()) if (each instanceof Control it) return it;
        return null;
    }
}
