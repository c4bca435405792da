package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far a person has read a conversation: one place. It moves to the newest entry that stood wholly on the screen
/// for a while, and never back; what stands above it counts as read, but for what came there late. Time is told.
/// Confined to the JavaFX thread.
final class ReadMark {
    /// An entry that is in sight for less was scrolled past.
    static final Duration DWELL = Duration.ofMillis(500);

    private final Map<TimelinePosition, Duration> since = new HashMap<>();
    /// Entries that came above the place after it was there.
    private final NavigableSet<TimelinePosition> late = new TreeSet<>();
    /// The last late entry that was seen of a log: what was loaded before the node heard of that may still have it.
    private final Map<Log, Long> lateSeen = new HashMap<>();
    private @Nullable TimelinePosition place;

    private record Log(Fingerprint author, long id) {
        static Log of(TimelinePosition entry) {
            return new Log(entry.author(), entry.log());
        }
    }

    /// The newest entry that was read; null for none.
    @Nullable
    TimelinePosition place() {
        return place;
    }

    /// Begins anew, at what was read before.
    void begin(@Nullable TimelinePosition read) {
        place = read;
        late.clear();
        lateSeen.clear();
    }

    boolean isAbove(TimelinePosition entry) {
        return place == null || entry.compareTo(place) > 0;
    }

    /// What came late and was not read, as the node has it.
    void setLate(Collection<TimelinePosition> entries) {
        late.clear();
        for (TimelinePosition each : entries) {
            if (!isAbove(each) && each.number() > lateSeen.getOrDefault(Log.of(each), 0L)) late.add(each);
        }
    }

    /// What came late and was not read, the oldest first.
    NavigableSet<TimelinePosition> late() {
        return Collections.unmodifiableNavigableSet(late);
    }

    /// Of each log the first entry that came late and was not read.
    List<TimelinePosition> unseen() {
        var logs = new HashSet<Log>();
        return late.stream().filter(each -> logs.add(Log.of(each))).toList();
    }

    /// A person wants nothing of what came late: it counts as read.
    void dropLate() {
        List.copyOf(late).forEach(this::seeLate);
    }

    /// What stands before it in its log counts as seen: receipts are numbers.
    private boolean seeLate(TimelinePosition entry) {
        if (!late.contains(entry)) return false;
        Log log = Log.of(entry);
        lateSeen.merge(log, entry.number(), Math::max);
        late.removeIf(each -> each.number() <= entry.number() && Log.of(each).equals(log));
        return true;
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
            more |= seeLate(entry.getKey());
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
