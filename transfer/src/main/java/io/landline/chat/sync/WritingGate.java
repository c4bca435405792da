package io.landline.chat.sync;

import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps what this user writes back until others were asked what was said before: so it comes after that. Else the
/// first words of somebody who is new in a room, or was away, would stand among what was said long ago. Once in a run
/// for each room, and never for long. Any thread.
final class WritingGate {
    /// A history that was lost is asked for first, and for no longer than this ([#askFirst]).
    static final Duration LOST_HISTORY_MAX = Duration.ofSeconds(5);
    /// After the first meeting in a room. The exchange takes some ten milliseconds; a person waits no longer than this.
    static final Duration FIRST_MEETING_MAX = Duration.ofSeconds(2);
    /// Between two looks whether the exchange is over.
    private static final Duration LOOK = Duration.ofMillis(20);

    /// A first meeting in this run.
    ///
    /// @param begun whether the conversations know the member: before that nobody is there who could be asked
    private record FirstMeeting(Duration until, CountDownLatch over, AtomicBoolean begun) {}

    private volatile CountDownLatch lost = new CountDownLatch(0);
    /// By room that was joined on a session.
    private final Map<ConversationId, FirstMeeting> firstMeetings = new ConcurrentHashMap<>();
    private volatile boolean opened;

    /// The history of this profile was lost, and others may have it.
    void askFirst() {
        lost = new CountDownLatch(1);
    }

    /// A room was joined: what is written there waits from now on, though the conversations have not heard of it yet.
    void joined(RoomId room, Duration uptime) {
        meeting(room, uptime);
    }

    /// The conversations know the member, and ask.
    void begun(RoomId room, Duration uptime) {
        meeting(room, uptime).begun().set(true);
    }

    private FirstMeeting meeting(RoomId room, Duration uptime) {
        return firstMeetings.computeIfAbsent(ConversationId.of(room),
                _ -> new FirstMeeting(uptime.plus(FIRST_MEETING_MAX), new CountDownLatch(1), new AtomicBoolean()));
    }

    /// Nothing waits any more.
    void open() {
        opened = true;
        lost.countDown();
        firstMeetings.values().forEach(meeting -> meeting.over().countDown());
    }

    /// Lets go what need not wait any more.
    ///
    /// @param isCaughtUp whether all members of a conversation who are connected said what they have, and nothing of it
    ///     is still asked for
    /// @param isSomebodyAsked whether somebody said what they have, and nothing is still asked for
    /// @return when to look again; null where nothing waits
    @Nullable
    Duration tick(Duration uptime, Predicate<ConversationId> isCaughtUp, BooleanSupplier isSomebodyAsked) {
        if (lost.getCount() > 0 && (uptime.compareTo(LOST_HISTORY_MAX) >= 0 || isSomebodyAsked.getAsBoolean())) {
            lost.countDown();
        }
        boolean waits = lost.getCount() > 0;
        for (Map.Entry<ConversationId, FirstMeeting> each : firstMeetings.entrySet()) {
            FirstMeeting meeting = each.getValue();
            if (meeting.over().getCount() == 0) continue;
            boolean isOver = meeting.begun().get() && isCaughtUp.test(each.getKey());
            if (isOver || uptime.compareTo(meeting.until()) >= 0) {
                meeting.over().countDown();
            } else {
                waits = true;
            }
        }
        return waits ? uptime.plus(LOOK) : null;
    }

    /// Returns when something may be written into this conversation.
    void await(ConversationId conversation) {
        await(lost, LOST_HISTORY_MAX);
        FirstMeeting meeting = firstMeetings.get(conversation);
        if (meeting != null) await(meeting.over(), FIRST_MEETING_MAX);
    }

    private void await(CountDownLatch latch, Duration most) {
        if (opened || latch.getCount() == 0) return;
        try {
            if (!latch.await(most.toMillis(), TimeUnit.MILLISECONDS)) latch.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // who is in a hurry writes now
        }
    }
}
