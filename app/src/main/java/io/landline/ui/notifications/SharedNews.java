package io.landline.ui.notifications;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What people write directly that this user does not know well. The first few have a notification each; all others
/// share one, so that no number of people fills the screen. Confined to the JavaFX thread.
final class SharedNews {
    /// As many of them have a notification of their own at one time, and come to have one within [#APART_WITHIN].
    static final int APART_MAX = 8;
    static final Duration APART_WITHIN = Duration.ofMinutes(1);
    /// The shared one was closed: what comes meanwhile is counted, and shows after it.
    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    /// How many messages of a conversation it stands for, and who wrote the last one there.
    private record Counted(int messages, String author) {}

    /// By conversation; where something came last stands last.
    private final SequencedMap<String, Counted> counts = new LinkedHashMap<>();
    /// When the latest of these people came to have their own, as uptime; the oldest first.
    private final Deque<Duration> apart = new ArrayDeque<>();
    private boolean standing;
    private @Nullable Duration closedAt;

    /// Whether news of this conversation belong here. If not, they get a notification of their own now.
    ///
    /// @param own how many of these people have one now
    boolean takes(String conversation, int own, Duration uptime) {
        if (counts.containsKey(conversation)) return true;
        while (!apart.isEmpty() && uptime.minus(apart.element()).compareTo(APART_WITHIN) >= 0) apart.remove();
        if (own >= APART_MAX || apart.size() >= APART_MAX) return true;
        apart.add(uptime);
        return false;
    }

    /// Something came.
    ///
    /// @param heldBack how much came there in quiet hours
    void add(String conversation, String author, int heldBack) {
        int before = remove(conversation);
        counts.putLast(conversation, new Counted(before + heldBack + 1, author));
    }

    /// The conversation gets a notification of its own; gives what was counted of it.
    int remove(String conversation) {
        Counted counted = counts.remove(conversation);
        return counted == null ? 0 : counted.messages();
    }

    /// @return whether any of it is over
    boolean removeIf(Predicate<String> isOver) {
        return counts.keySet().removeIf(isOver);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /// Whether it stands on the screen.
    boolean isStanding() {
        return standing;
    }

    boolean mayShow(Duration uptime) {
        return standing || closedAt == null || uptime.minus(closedAt).compareTo(AGAIN_AFTER) >= 0;
    }

    /// What is to be shown now; not while it is empty.
    SharedNotification shown(boolean audible) {
        standing = true;
        long messages = counts.values().stream().mapToLong(Counted::messages).sum();
        return new SharedNotification((int) Math.min(messages, Integer.MAX_VALUE), counts.size(),
                counts.lastEntry().getValue().author(), audible);
    }

    /// The user closed it, or it went by itself.
    void closed(Duration uptime) {
        closedAt = uptime;
        takenBack();
    }

    /// It is not on the screen any more; what comes later counts from one.
    void takenBack() {
        standing = false;
        counts.clear();
    }
}
