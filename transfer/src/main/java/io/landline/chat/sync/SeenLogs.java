package io.landline.chat.sync;

import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Finds what a person has seen who read up to a place: of each log all entries that stand there or before it. In a log
/// that goes on behind the place some entries are looked up, and somebody may have thousands of such logs. So it is
/// done in pieces. Confined to the conversations' thread.
final class SeenLogs {
    /// Searched in one piece, some questions each.
    static final int SEARCHED_A_PIECE = 32;

    private final ChatContext context;
    private final ConversationId conversation;
    private final TimelinePosition place;
    private final List<TimelinePosition> unseen;
    private final Map<LogKey, Long> before;
    private final Iterator<LogState> logs;
    private final Map<LogKey, Long> upTo = new HashMap<>();

    /// @param unseen entries of some logs; each ends what was seen of its log
    /// @param before what was read of each log before
    SeenLogs(ChatContext context, ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen,
            Map<LogKey, Long> before) {
        this.context = context;
        this.conversation = conversation;
        this.place = place;
        this.unseen = unseen;
        this.before = before;
        logs = context.entries().logs(conversation).iterator();
    }

    ConversationId conversation() {
        return conversation;
    }

    /// Of each log with news the last number that was seen.
    Map<LogKey, Long> upTo() {
        return upTo;
    }

    /// Looks at some more logs.
    ///
    /// @return whether more are left
    boolean next() {
        for (int searched = 0; searched < SEARCHED_A_PIECE;) {
            if (!logs.hasNext()) return false;
            LogState log = logs.next();
            long read = before.getOrDefault(log.key(), 0L);
            if (log.to() <= read || log.lamportFrom() > place.lamport() || context.isOwn(log.key())) continue;
            if (log.lamportTo() < place.lamport()) {
                note(log, read, log.to());
                continue;
            }
            searched++;
            LogState now = context.entries().log(log.key()); // its beginning may be cut off since the first piece
            if (now != null) note(now, read, search(now, Math.max(read, now.from() - 1)));
        }
        return true;
    }

    private long search(LogState log, long from) {
        return LogPositions.last(context.entries(), log, from, each -> each.compareTo(place) <= 0);
    }

    private void note(LogState log, long read, long last) {
        long seen = last;
        for (TimelinePosition each : unseen) {
            if (isOf(log.key(), each)) seen = Math.min(seen, each.number() - 1);
        }
        if (seen > read && seen >= log.from()) upTo.put(log.key(), seen);
    }

    private static boolean isOf(LogKey log, TimelinePosition entry) {
        return log.log() == entry.log() && log.author().equals(entry.author());
    }
}
