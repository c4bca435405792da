package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.message.SpokenMessage;
import io.landline.ui.fx.FxThread;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What a screen reader says of others' messages that come while the user looks at their conversation: the one that
/// came, or how many came at once. Nothing is said of history, nor of what the user scrolls to. JavaFX thread.
public final class Announcements {
    private final TimelineViewModel timeline;
    private final SpokenMessage words;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Subscription changes;
    private @Nullable TimelinePosition newest;
    private boolean wasAtNewest;

    public Announcements(TimelineViewModel timeline, SpokenMessage words, FxThread fx) {
        this.timeline = timeline;
        this.words = words;
        changes = Subscription.combine(timeline.rows().subscribe(() -> fx.changed(this, this::look)),
                timeline.loaded().subscribe(_ -> look()));
    }

    /// The last sentence; empty before the first.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    private void look() {
        if (!timeline.loaded().get()) return;
        TimelinePosition before = newest;
        int came = 0;
        TimelineItem last = null;
        for (TimelineRow row : timeline.rows()) {
            if (!(row instanceof TimelineRow.Message message)) continue;
            TimelinePosition position = message.item().position();
            if (before != null && position.compareTo(before) <= 0) continue;
            newest = position;
            if (message.item().own()) continue;
            last = message.item();
            came++;
        }
        boolean follows = wasAtNewest && timeline.atNewest().get();
        wasAtNewest = timeline.atNewest().get();
        if (last == null || !follows || !timeline.reading().inFront().get()) return;
        said.set(came == 1 ? words.of(last, "") : words.texts().format("timeline.fresh", came));
    }

    public void close() {
        changes.unsubscribe();
    }
}
