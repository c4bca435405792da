package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The messages of a timeline that are selected, to be copied, forwarded or deleted together. Confined to the JavaFX
/// thread.
public final class SelectedMessages {
    /// As many as anybody selects one by one; each that is forwarded is a message of its own.
    static final int COUNT_MAX = 100;

    private final TreeMap<TimelinePosition, TimelineItem> chosen = new TreeMap<>();
    private final ReadOnlyObjectWrapper<@Nullable List<TimelineItem>> items = new ReadOnlyObjectWrapper<>();

    /// In the order of the timeline; null while nothing is being selected.
    public ReadOnlyObjectProperty<@Nullable List<TimelineItem>> items() {
        return items.getReadOnlyProperty();
    }

    public boolean isActive() {
        return items.get() != null;
    }

    boolean has(TimelinePosition position) {
        return chosen.containsKey(position);
    }

    /// Selects it, or does no longer; with the last one selecting ends.
    void toggle(TimelineItem item) {
        if (chosen.remove(item.position()) == null && isSelectable(item) && chosen.size() < COUNT_MAX) {
            chosen.put(item.position(), item);
        }
        changed();
    }

    static boolean isSelectable(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Text _, TimelineItem.Offer _, TimelineItem.PollItem _ -> true;
            case TimelineItem.Deleted _, TimelineItem.Unknown _, TimelineItem.NewWords _, BoxItem _ -> false;
        };
    }

    /// What is held of the timeline now: what was changed is so here too, what was deleted is not selected any more.
    void refresh(List<TimelineRow> rows) {
        if (!isActive()) return;
        boolean isOther = false;
        for (TimelineRow row : rows) {
            if (!(row instanceof TimelineRow.Message message)) continue;
            TimelineItem before = chosen.get(message.item().position());
            if (before == null || before.equals(message.item())) continue;
            isOther = true;
            if (isSelectable(message.item())) {
                chosen.put(message.item().position(), message.item());
            } else {
                chosen.remove(message.item().position());
            }
        }
        if (isOther) changed();
    }

    /// What is not kept here any more is not selected any more.
    void drop(Predicate<TimelinePosition> isGone) {
        if (chosen.keySet().removeIf(isGone)) changed();
    }

    /// These are not selected any more: what was to be done with them is done.
    void end(List<TimelineItem> done) {
        done.forEach(each -> chosen.remove(each.position()));
        changed();
    }

    /// Nothing is selected any more.
    public void end() {
        chosen.clear();
        changed();
    }

    private void changed() {
        items.set(chosen.isEmpty() ? null : List.copyOf(chosen.values()));
    }
}
