package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far a person has read a conversation: one place. It moves to the newest entry that stood wholly on the screen
/// for a while, and never back; what stands above it counts as read. Time is told. Confined to the JavaFX thread.
final class ReadMark {
    /// An entry that is in sight for less was scrolled past.
    static final Duration DWELL = Duration.ofMillis(500);

    private final Map<TimelinePosition, Duration> since = new HashMap<>();
    /// Entries that came above the place after it was there.
    private final Set<TimelinePosition> late = new HashSet<>();
    private @Nullable TimelinePosition place;

    /// The newest entry that was read; null for none.
    @Nullable
    TimelinePosition place() {
        return place;
    }

    /// Begins anew, at what was read before.
    void begin(@Nullable TimelinePosition read) {
        place = read;
        late.clear();
    }

    boolean isAbove(TimelinePosition entry) {
        return place == null || entry.compareTo(place) > 0;
    }

    /// An entry came now.
    void came(TimelinePosition entry) {
        if (!isAbove(entry)) late.add(entry);
    }

    /// These entries stand wholly on the screen now, and a person may read them.
    ///
    /// @return whether there is more that was read than before
    boolean see(Collection<TimelinePosition> whole, Duration now) {
        since.keySet().retainAll(whole);
        for (TimelinePosition entry : whole) since.putIfAbsent(entry, now);
        return tick(now);
    }

    /// Nobody looks now.
    void lookAway() {
        since.clear();
    }

    /// Time has passed.
    ///
    /// @return as [#see]
    boolean tick(Duration now) {
        TimelinePosition newest = place;
        boolean more = false;
        for (var entry : since.entrySet()) {
            if (entry.getValue().plus(DWELL).compareTo(now) > 0) continue;
            more |= late.remove(entry.getKey());
            if (newest == null || entry.getKey().compareTo(newest) > 0) newest = entry.getKey();
        }
        return newest != null && moveTo(newest) || more;
    }

    /// When [#tick] may move the mark, if nothing else happens; null for never.
    @Nullable
    Duration next() {
        Duration first = null;
        for (var entry : since.entrySet()) {
            if (!isAbove(entry.getKey()) && !late.contains(entry.getKey())) continue;
            Duration due = entry.getValue().plus(DWELL);
            if (first == null || due.compareTo(first) < 0) first = due;
        }
        return first;
    }

    /// A person went there by an act of their own: all up to there is read.
    ///
    /// @return whether the mark moved
    boolean moveTo(TimelinePosition entry) {
        if (!isAbove(entry)) return false;
        place = entry;
        return true;
    }
}
