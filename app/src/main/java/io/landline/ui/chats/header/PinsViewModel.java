package io.landline.ui.chats.header;

import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What is pinned in the open conversation, one of it at a time. Confined to the JavaFX thread, but for [#changed].
public final class PinsViewModel implements AutoCloseable {
    /// @param place of the item among all, from 1; the latest pin is the first
    record Shown(TimelineItem item, int place, int count) {}

    private record Loaded(String key, List<TimelineItem> pinned) {}

    private final PageContext context;
    private final Refresh<Loaded> refresh;
    private final ConversationWatch watch;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private List<TimelineItem> pinned = List.of();
    private int place;
    /// Read on background threads too.
    private volatile @Nullable String key;

    public PinsViewModel(PageContext context) {
        this.context = context;
        refresh = new Refresh<>(context.background(), this::load, this::show);
        watch = new ConversationWatch(context.node(), context.background(), this::changed, refresh::changed);
    }

    /// Another conversation is open now; null for none.
    public void open(@Nullable String conversation) {
        if (conversation != null && conversation.equals(key)) return;
        key = conversation;
        pinned = List.of();
        place = 0;
        shown.set(null);
        refresh.changed();
    }

    private void changed(String conversation) {
        if (conversation.equals(key)) refresh.changed();
    }

    private Loaded load() throws CommandException {
        String now = key;
        return now == null ? new Loaded("", List.of()) : new Loaded(now, context.node().chats().acts().pinned(now));
    }

    private void show(Loaded loaded) {
        if (!loaded.key().equals(key)) return; // another one was opened meanwhile, and is loaded next
        TimelineItem before = place < pinned.size() ? pinned.get(place) : null;
        List<EntryId> known = pinned.stream().map(TimelineItem::id).toList();
        pinned = loaded.pinned();
        place = 0;
        boolean isNew = !pinned.isEmpty() && !known.contains(pinned.getFirst().id());
        for (int i = 0; i < pinned.size() && !isNew; i++) {
            if (before != null && pinned.get(i).id().equals(before.id())) place = i;
        }
        show();
    }

    private void show() {
        shown.set(pinned.isEmpty() ? null : new Shown(pinned.get(place), place + 1, pinned.size()));
    }

    /// Whether anything is pinned.
    public ObservableValue<Boolean> isAny() {
        return shown.map(_ -> true).orElse(false);
    }

    /// Null while nothing is pinned.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Shows the next older one, and after the oldest the latest again.
    void step() {
        if (pinned.isEmpty()) return;
        place = (place + 1) % pinned.size();
        show();
    }

    @Override
    public void close() {
        refresh.close();
        watch.close();
    }
}
