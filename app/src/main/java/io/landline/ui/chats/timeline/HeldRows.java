package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.text.TimeFormatter;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The rows of what is held of the open conversation, with what is no part of the entries: which long texts
/// are shown to their end, and what the marks show of the people. The viewport hears before and after each change.
/// Confined to the JavaFX thread.
final class HeldRows {
    private final TimeFormatter times;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final Set<TimelinePosition> whole = new HashSet<>();
    private TimelineViewport viewport = TimelineViewport.NONE;
    private boolean room;
    private boolean reaches;

    HeldRows(TimeFormatter times) {
        this.times = times;
    }

    /// Updated in place.
    ObservableList<TimelineRow> rows() {
        return rows;
    }

    TimelineViewport viewport() {
        return viewport;
    }

    void showIn(TimelineViewport place) {
        viewport = place;
    }

    /// What of the conversation's people the marks depend on; false where that is known.
    boolean setPeople(boolean isRoom, boolean someoneHere) {
        if (room == isRoom && reaches == someoneHere) return false;
        room = isRoom;
        reaches = someoneHere;
        return true;
    }

    /// A long text is shown to its end from the next [#show] on, or its beginning again.
    void toggleWhole(TimelinePosition position) {
        if (!whole.remove(position)) whole.add(position);
    }

    /// The same; it stays whole where it is.
    void unfold(TimelinePosition position) {
        whole.add(position);
    }

    /// @param unread the line stands above this entry; null for none
    void show(HeldEntries now, @Nullable TimelinePosition unread) {
        viewport.beforeChange();
        ListPatch.update(rows, new TimelineRows(times, room, reaches, unread, whole).of(now.items()),
                TimelineRow::id);
        viewport.afterChange();
    }
}
