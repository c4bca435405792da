package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats;
import io.landline.ui.page.PageContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// What a person reads of the open conversation, and what came late and waits to be read. Keeps the mark, and tells the
/// node of it. Confined to the JavaFX thread, but for [#told].
final class TimelineReading {
    private static final System.Logger LOG = System.getLogger(TimelineReading.class.getName());

    private final PageContext context;
    private final Chats chats;
    private final String key;
    private final Runnable changed;
    private final ReadMark mark = new ReadMark();
    private final ReadOnlyBooleanWrapper inFront = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper late = new ReadOnlyIntegerWrapper();
    private Set<TimelinePosition> inSight = Set.of();
    private volatile @Nullable TimelinePosition told;

    /// @param changed called when something else may count as read now
    TimelineReading(PageContext context, String key, Runnable changed) {
        this.context = context;
        this.key = key;
        this.changed = changed;
        chats = context.node().chats();
    }

    /// Begins anew, at what was read before.
    void begin(@Nullable TimelinePosition read) {
        mark.begin(read);
        told = read;
    }

    /// The newest entry that the node knows to be read; null for none. What is unread above it came late. Any thread.
    @Nullable
    TimelinePosition told() {
        return told;
    }

    boolean isAbove(TimelinePosition entry) {
        return mark.isAbove(entry);
    }

    /// Whether the conversation is in front, in a window that has the keyboard: only then anything is read.
    ReadOnlyBooleanProperty inFront() {
        return inFront.getReadOnlyProperty();
    }

    /// Entries count as seen from here on only if [#setInSight] is told of them again.
    void setInFront(boolean front) {
        inFront.set(front);
        if (!front) mark.lookAway();
    }

    /// How many entries came above what was read, are not read themselves, and are not in sight.
    ReadOnlyIntegerProperty late() {
        return late.getReadOnlyProperty();
    }

    /// How many of them there are in all.
    int lateInAll() {
        return mark.late().size();
    }

    /// What of others' came late and was not read, as the node has it. It is counted with the next [#setInSight].
    void setLate(List<TimelinePosition> entries) {
        mark.setLate(entries);
    }

    /// The first of them that is not in sight; null for none.
    @Nullable
    TimelinePosition firstLate() {
        return lateOutOfSight().findFirst().orElse(null);
    }

    private Stream<TimelinePosition> lateOutOfSight() {
        return mark.late().stream().filter(each -> !inSight.contains(each));
    }

    /// A person wants none of them.
    void dropLate() {
        mark.dropLate();
        tellRead();
        count();
    }

    /// These entries stand wholly on the screen.
    void setInSight(List<TimelinePosition> whole, Duration uptime) {
        inSight = Set.copyOf(whole);
        if (inFront.get() && mark.see(inSight, uptime)) tellRead();
        count();
    }

    /// Time has passed.
    void tick(Duration uptime) {
        if (inFront.get() && mark.tick(uptime)) tellRead();
        count();
    }

    /// When [#tick] is to be called; null for not at all.
    @Nullable
    Duration nextTick() {
        return mark.next();
    }

    /// By an act of the person's own.
    void readUpTo(TimelinePosition place) {
        if (mark.moveTo(place)) tellRead();
        count();
    }

    private void count() {
        late.set((int) lateOutOfSight().count());
        changed.run();
    }

    private void tellRead() {
        TimelinePosition place = mark.place();
        if (place == null) return;
        List<TimelinePosition> unseen = mark.unseen();
        context.background().run(() -> {
            chats.read(key, place, unseen);
            synchronized (this) {
                TimelinePosition before = told;
                if (before == null || before.compareTo(place) < 0) told = place;
            }
            return key;
        }, _ -> {}, why -> LOG.log(System.Logger.Level.WARNING, "what was read is not kept", why));
    }
}
