package io.landline.ui.chats.timeline;

import io.landline.ui.control.NodeTree;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Keys that move the keyboard from row to row. The toolkit guesses heights, and may leave the row out of sight to
/// which it went: it is brought back there. Neither what comes at the end nor a lower list hides that row.
/// JavaFX thread.
final class TimelineSteps {
    private static final Set<KeyCode> KEYS = Set.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN,
            KeyCode.HOME);
    private static final Set<KeyCode> UP = Set.of(KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME);

    private final ListView<TimelineRow> list;
    private final TimelineFlow flow;
    private boolean begun;
    private @Nullable Object from;
    private boolean isUp;
    private boolean holding;
    private boolean inSight;
    private @Nullable Object keyboardRow;

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
        if (!begun) from = focused();
        begun = true;
        isUp |= UP.contains(event.getCode());
        return true;
    }

    /// After the layout that the keys led to: the row is in sight, also where the last of several keys moved nothing.
    /// Keys that led nowhere scroll nothing, but where the row is out of sight.
    ///
    /// @return whether a key stepped
    boolean end() {
        int row = list.getFocusModel().getFocusedIndex();
        boolean hasStepped = begun && row >= 0 && row < list.getItems().size();
        if (hasStepped) {
            if (Objects.equals(from, focused())) {
                flow.bringBack(row);
            } else {
                flow.keepInSight(row);
            }
            holding = (isUp || holding) && row < list.getItems().size() - 1;
        }
        begun = false;
        isUp = false;
        return hasStepped;
    }

    /// Rows stand where the person sees them: whether the one with the keyboard is among them is kept for [#stay].
    void remember() {
        boolean hasKeyboard = list.getScene() != null && list.getScene().getFocusOwner() == list;
        inSight = hasKeyboard && flow.isInSight(list.getFocusModel().getFocusedIndex());
    }

    /// Rows or the list have another height: a row that was in sight with the keyboard still is, be it in part. What a
    /// person has scrolled to stays.
    void stay() {
        int row = list.getFocusModel().getFocusedIndex();
        if (inSight && row >= 0 && row < list.getItems().size()) flow.bringBack(row);
    }

    /// What the row with the keyboard is of: rows that come above change its number.
    private @Nullable Object focused() {
        TimelineRow row = list.getFocusModel().getFocusedItem();
        return row == null ? null : row.id();
    }

    /// Rows are about to change: the keyboard's is kept for [#afterChange].
    void beforeChange() {
        keyboardRow = focused();
    }

    /// The keyboard is on the same row as before: where a row is replaced and none is selected, the toolkit takes it to
    /// the first one. A selected row has the keyboard anyway.
    void afterChange() {
        int row = keyboardRow == null ? -1 : flow.indexOf(keyboardRow);
        if (row >= 0 && list.getSelectionModel().isEmpty()) list.getFocusModel().focus(row);
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
        if (owner == list) arrived();
        return owner != null && !NodeTree.isIn(owner, list) && release();
    }

    /// The toolkit marks the first row until a person has chosen another, and the first arrow would scroll to it.
    private void arrived() {
        boolean isSeen = flow.isInSight(list.getFocusModel().getFocusedIndex());
        int last = flow.last();
        if (!isSeen && last >= 0 && list.getSelectionModel().isEmpty()) list.getFocusModel().focus(last);
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
