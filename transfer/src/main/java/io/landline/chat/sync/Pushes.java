package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.PushPace;
import io.landline.cost.Standing;
import io.landline.cost.TokenBucket;
import io.landline.frame.Frame;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What this user writes, on its way to one peer. At the pace of people each entry goes at once. What is written faster
/// waits until the peer takes one more frame, and goes in that together: so the peer need not ask for it. The last of
/// it waits for the next tick, 100 ms at most. More bytes than the peer takes unasked are not sent. Told the time;
/// confined to the conversations' thread.
final class Pushes {
    /// Frames of entries that go out as these are written: a fourth of those that a peer takes.
    static final int PER_SECOND = 250;
    /// A choice: those of four seconds.
    static final int BURST = 1_000;
    /// Entries of one conversation that wait for the next frame. Above it the peer is told what we have, and asks for
    /// them in larger batches.
    static final int TOGETHER_MAX = 32;
    private static final Duration APART = Duration.ofSeconds(1).dividedBy(PER_SECOND);

    private final Predicate<Frame> lane;
    private final Supplier<Standing> standing;
    private final TokenBucket pace = new TokenBucket(PER_SECOND, BURST);
    private final PushPace bytes = new PushPace();
    private final Map<ConversationId, List<Entry>> waiting = new LinkedHashMap<>();

    /// @param lane     offers a frame to the peer; false where that takes none now
    /// @param standing of the peer here: it is taken for what we are to the peer
    Pushes(Predicate<Frame> lane, Supplier<Standing> standing) {
        this.lane = lane;
        this.standing = standing;
    }

    /// Sends what was just written, or keeps it for the next frame.
    ///
    /// @param frame of these entries alone
    /// @return false where neither is possible: nothing of the conversation waits any more, and the peer must be told
    ///         in another way
    boolean push(ConversationId conversation, List<Entry> entries, Frame frame, Duration uptime) {
        List<Entry> before = waiting.remove(conversation);
        if (before == null) {
            if (pace.take(uptime)) return offer(frame, uptime);
            return keep(conversation, new ArrayList<>(entries));
        }
        before.addAll(entries);
        if (!fits(before)) return false;
        return pace.take(uptime) ? send(conversation, before, uptime) : keep(conversation, before);
    }

    private boolean keep(ConversationId conversation, List<Entry> entries) {
        if (!fits(entries)) return false;
        waiting.put(conversation, entries);
        return true;
    }

    private static boolean fits(List<Entry> entries) {
        return entries.size() <= TOGETHER_MAX
                && entries.stream().mapToLong(Entry::sentBytes).sum() <= EntriesFrame.ENTRY_BYTES_MAX;
    }

    private boolean send(ConversationId conversation, List<Entry> entries, Duration uptime) {
        return offer(new EntriesFrame(EntriesFrame.UNASKED, conversation, entries).encode(), uptime);
    }

    private boolean offer(Frame frame, Duration uptime) {
        return bytes.takes(frame.body().length, standing.get(), uptime) && lane.test(frame);
    }

    /// Sends what waited long enough. The answer is when to call this again; `latest` where nothing waits.
    ///
    /// @param failed a conversation in which the peer must be told in another way
    Duration tick(Duration uptime, Duration latest, Consumer<ConversationId> failed) {
        for (Iterator<Map.Entry<ConversationId, List<Entry>>> each = waiting.entrySet().iterator(); each.hasNext();) {
            if (!pace.take(uptime)) return uptime.plus(APART);
            Map.Entry<ConversationId, List<Entry>> next = each.next();
            each.remove();
            if (!send(next.getKey(), next.getValue(), uptime)) failed.accept(next.getKey());
        }
        return latest;
    }

    /// What waits of a conversation is not sent any more.
    void forget(ConversationId conversation) {
        waiting.remove(conversation);
    }
}
