package io.landline.ui.chats.timeline;

import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that move the keyboard from row to row. The toolkit guesses heights, and may leave the row out of sight to
/// which it went: it is brought back there. JavaFX thread.
final class TimelineSteps {
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.HOME);

    private final ListView<TimelineRow> list;
    private final TimelineFlow flow;
    private boolean begun;
    private int from;

    TimelineSteps(ListView<TimelineRow> list, TimelineFlow flow) {
        this.list = list;
        this.flow = flow;
    }

    /// Before the toolkit takes the key.
    ///
    /// @return whether the key steps
    boolean begin(KeyEvent event) {
        boolean isStep = KEYS.contains(event.getCode()) && !event.isShortcutDown() && !event.isAltDown();
        if (event.getTarget() != list || !isStep) return false;
        from = list.getFocusModel().getFocusedIndex();
        begun = true;
        return true;
    }

    /// After the layout that the key led to: the row is in sight.
    ///
    /// @return whether the keyboard has gone to another row since
    boolean end() {
        int row = list.getFocusModel().getFocusedIndex();
        boolean hasStepped = begun && row != from && row >= 0 && row < list.getItems().size();
        if (hasStepped) flow.keepInSight(row);
        begun = false;
        return hasStepped;
    }
}
