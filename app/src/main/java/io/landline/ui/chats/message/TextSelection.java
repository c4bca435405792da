package io.landline.ui.chats.message;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The letters that are selected in a timeline: of one message at most. They belong to the message, not to the cell
/// that shows it now. Confined to the JavaFX thread.
public final class TextSelection {
    /// @param rowId of the message
    /// @param shown its text as it was shown
    public record Letters(Object rowId, String shown, int start, int end) {
        public String text() {
            return shown.substring(start, end);
        }
    }

    private final ReadOnlyObjectWrapper<@Nullable Letters> letters = new ReadOnlyObjectWrapper<>();

    /// Null for nothing.
    public ReadOnlyObjectProperty<@Nullable Letters> letters() {
        return letters.getReadOnlyProperty();
    }

    /// Selects these letters, and no others any more; nothing, where both places are equal.
    public void select(Object rowId, String shown, int start, int end) {
        letters.set(start == end ? null : new Letters(rowId, shown, start, end));
    }

    void clear() {
        letters.set(null);
    }

    /// What is selected in this message, while it shows this text; null for nothing. A message that was unfolded since
    /// then shows another.
    @Nullable
    public Letters in(Object rowId, String shown) {
        Letters now = letters.get();
        return now != null && now.rowId().equals(rowId) && now.shown().equals(shown) ? now : null;
    }

    /// The keyboard goes to this row: what is selected elsewhere is no longer meant.
    public void keepOnly(@Nullable Object rowId) {
        Letters now = letters.get();
        if (now != null && rowId != null && !now.rowId().equals(rowId)) clear();
    }
}
