package io.landline.ui.chats.timeline;

import io.landline.ui.control.NodeTree;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys that move the keyboard from row to row. The toolkit guesses heights, and may leave the row out of sight to
/// which it went: it is brought back there. What comes at the end does not push that row out of sight either. JavaFX
/// thread.
final class TimelineSteps {
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.HOME);
    private static final Set<KeyCode> UP = Set.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME);

    private final ListView<TimelineRow> list;
    private final TimelineFlow flow;
    private boolean begun;
    private boolean isUp;
    private int from;
    private boolean holding;

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
        isUp |= UP.contains(event.getCode());
        return true;
    }

    /// After the layout that the key led to: the row is in sight.
    void end() {
        int row = list.getFocusModel().getFocusedIndex();
        boolean hasStepped = begun && row != from && row >= 0 && row < list.getItems().size();
        if (hasStepped) {
            flow.keepInSight(row);
            holding = (isUp || holding) && row < list.getItems().size() - 1;
        }
        begun = false;
        isUp = false;
    }

    /// Whether the keyboard went up from the newest and has not come back to it: its row stays where it is, also while
    /// the end is in sight.
    boolean isHolding() {
        return holding;
    }

    /// The keyboard is somewhere now.
    ///
    /// @return whether it has left a row that was held
    boolean moved(@Nullable Node owner) {
        return owner != null && !NodeTree.isIn(owner, list) && release();
    }

    /// A person wants the end, or uses the mouse.
    ///
    /// @return whether a row was held
    boolean release() {
        boolean before = holding;
        holding = false;
        isUp = false;
        return before;
    }
}
