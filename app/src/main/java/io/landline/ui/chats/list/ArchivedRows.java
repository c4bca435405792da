package io.landline.ui.chats.list;

import io.landline.node.port.Chats.Conversation;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// How many conversations are archived, and whether the list shows them too. Confined to the JavaFX thread.
public final class ArchivedRows {
    private final Runnable changed;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    /// @param changed told when they are to be shown, or no longer
    ArchivedRows(Runnable changed) { this.changed = changed; }

    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    public void toggle() {
        shown.set(!shown.get());
        changed.run();
    }

    void take(List<Conversation> all) {
        int now = (int) all.stream().filter(Conversation::archived).count();
        count.set(now);
        if (now == 0) shown.set(false);
    }
}
