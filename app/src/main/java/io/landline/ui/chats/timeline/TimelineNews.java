package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/// What others wrote in the open conversation while nobody looked at its end: the line above the first of it, and how
/// many entries it is. The line stays while the person reads on; a new one comes only after they looked away. Confined
/// to the JavaFX thread, but for [#isFollowing].
final class TimelineNews {
    private final TimelineReading reading;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    /// Read on background threads too, where what changed is loaded.
    private volatile boolean following = true;
    private int unreadThere;
    private @Nullable TimelinePosition line;

    TimelineNews(TimelineReading reading) {
        this.reading = reading;
    }

    /// How many entries of others came while something else was in sight.
    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /// The first entry that was not seen: the line stands above it; null for none.
    @Nullable
    TimelinePosition line() {
        return line;
    }

    /// Whether the view stays at the newest entry, whatever comes. Any thread.
    boolean isFollowing() {
        return following;
    }

    void setFollowing(boolean follows) {
        following = follows;
    }

    private boolean isLookedAt() {
        return reading.inFront().get() && following;
    }

    /// The first load: the line stands above what is unread.
    void begin(@Nullable TimelinePosition unread) {
        line = unread;
    }

    /// The node knows this as the first that is unread; null for none. A burst leaves it above what is held.
    void setFirstUnread(@Nullable TimelinePosition first) {
        if (line == null && !isLookedAt() && first != null && reading.isAbove(first)) line = first;
    }

    /// These are held now.
    void came(HeldEntries now) {
        if (line == null && !isLookedAt()) line = now.firstOfOthers(reading::isAbove);
    }

    /// A person who answers has read what was there.
    void answered() {
        line = null;
    }

    /// The conversation is not in front any more: a new line comes, where all of the last was seen.
    void lookAway(HeldEntries now) {
        if (now.firstOfOthers(reading::isAbove) == null) line = null;
    }

    /// How many entries nobody has seen here, as the node counts them; false where that is known.
    boolean setUnreadThere(int unread) {
        boolean isOther = unreadThere != unread;
        unreadThere = unread;
        return isOther;
    }

    /// Counts anew, by these.
    void count(HeldEntries now) {
        if (isLookedAt() && now.reachesEnd()) {
            count.set(0);
            return;
        }
        int held = now.countOfOthers(reading::isAbove);
        count.set(now.reachesEnd() ? held : Math.max(held, unreadThere - reading.lateInAll()));
    }
}
