package io.landline.chat.sync;

import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.ReceiptStore;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.chat.TimelinePosition;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.frame.ReceiptsFrame.Row;
import io.landline.chat.pace.ReceiptPace.Told;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import io.landline.queue.SerialQueue;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Delivered and read: sent to authors, accepted from the readers of the entries. Confined to the conversations'
/// thread.
final class Receipts {
    /// At most 10 a second to each author (docs/protocol/conversations.md, "Who speaks when").
    static final Duration INTERVAL_MIN = Duration.ofMillis(100);
    /// Between two looks at the receipts of all peers: in a large room each has an interval of its own.
    static final Duration FLUSHES_APART = Duration.ofMillis(20);
    /// Own logs of which a peer read what is not here yet: four in each of sixteen rooms.
    static final int AHEAD_MAX = 64;

    private final ChatContext context;
    private final ConversationAccess access;
    private final PeerActivity activity;

    /// @param activity whether reading is told, and seen of others
    Receipts(ChatContext context, ConversationAccess access, PeerActivity activity) {
        this.context = context;
        this.access = access;
        this.activity = activity;
    }

    /// Others' entries are committed here up to that number: their author hears it, if connected, and else from *what I
    /// have*.
    void stored(LogKey log, long upTo) {
        for (PeerLink link : access.members(log.conversation())) {
            if (link.peer.equals(log.author())) link.deliveredDue.put(log, upTo);
        }
    }

    /// A person has seen all that is here.
    void readHere(ConversationId conversation) {
        Map<LogKey, Long> before = readBefore(conversation);
        Map<LogKey, Long> read = new HashMap<>();
        for (LogState log : context.entries().logs(conversation)) {
            if (log.to() > before.getOrDefault(log.key(), 0L)) read.put(log.key(), log.to());
        }
        noteRead(conversation, read);
    }

    /// Begins to find what a person has seen who read up to this place.
    ///
    /// @param unseen entries of some logs; each ends what was seen of its log
    SeenLogs seen(ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen) {
        return new SeenLogs(context, conversation, place, unseen, readBefore(conversation));
    }

    /// A person has seen this, and all of it was found.
    void readHere(SeenLogs seen) {
        noteRead(seen.conversation(), seen.upTo());
    }

    /// One question: a conversation may have thousands of logs, and a person reads all the time.
    private Map<LogKey, Long> readBefore(ConversationId conversation) {
        return context.stores().receipts().upTo(conversation, context.me(), Receipt.READ);
    }

    private void noteRead(ConversationId conversation, Map<LogKey, Long> upTo) {
        upTo.keySet().removeIf(context::isOwn);
        if (upTo.isEmpty()) return;
        Set<LogKey> news = context.stores().receipts().advance(upTo, context.me(), Receipt.READ);
        if (news.isEmpty() || !activity.isShared()) return;
        Map<Fingerprint, List<LogKey>> logs = news.stream().collect(Collectors.groupingBy(LogKey::author));
        for (PeerLink link : access.members(conversation)) {
            for (LogKey log : logs.getOrDefault(link.peer, List.of())) link.readDue.put(log, upTo.get(log));
        }
    }

    /// What was read while the author was away is told at each meeting; telling it twice does no harm.
    void joined(PeerLink link, ConversationId conversation) {
        if (!activity.isShared()) return;
        ReceiptStore store = context.stores().receipts();
        for (LogKey log : store.logs(conversation, link.peer, context.me())) {
            link.readDue.put(log, store.upTo(log, context.me(), Receipt.READ));
        }
    }

    /// Sends to all what is due, and takes what came too fast. Returns when to call this again, so that what is due by
    /// then waits no longer than it must; [SerialQueue#NEVER] where all had time to pass since their last.
    Duration flushAll(Duration uptime) {
        Duration next = SerialQueue.NEVER;
        for (PeerLink link : access.links()) {
            flush(link, uptime);
            takeIn(link, uptime);
            Duration again = link.receiptsIn.isEmpty()
                    ? link.receiptsAt.plus(INTERVAL_MIN)
                    : uptime.plus(FLUSHES_APART);
            if (again.compareTo(uptime) > 0 && again.compareTo(next) < 0) next = again;
        }
        Duration soonest = uptime.plus(FLUSHES_APART);
        return next.compareTo(soonest) < 0 ? soonest : next;
    }

    /// Sends what is due, if the last ones were long enough ago; what the lane does not take stays due.
    void flush(PeerLink link, Duration uptime) {
        if (link.deliveredDue.isEmpty() && link.readDue.isEmpty()) return;
        if (uptime.minus(link.receiptsAt).compareTo(INTERVAL_MIN) < 0) return;
        link.receiptsAt = uptime;
        flush(link, FrameType.DELIVERED, link.deliveredDue);
        flush(link, FrameType.READ, link.readDue);
    }

    private void flush(PeerLink link, int type, Map<LogKey, Long> due) {
        while (!due.isEmpty()) {
            ConversationId conversation = due.keySet().iterator().next().conversation();
            var rows = new ArrayList<Row>();
            for (var receipt : due.entrySet()) {
                if (rows.size() == ReceiptsFrame.ROWS_MAX) break;
                if (receipt.getKey().conversation().equals(conversation)) {
                    rows.add(new Row(receipt.getKey().log(), receipt.getValue()));
                }
            }
            if (access.maySync(link, conversation) && !link.offer(new ReceiptsFrame(conversation, rows).encode(type))) {
                return;
            }
            forget(due, conversation, rows.size());
        }
    }

    private static void forget(Map<LogKey, Long> due, ConversationId conversation, int count) {
        int left = count;
        for (Iterator<LogKey> logs = due.keySet().iterator(); left > 0 && logs.hasNext();) {
            if (!logs.next().conversation().equals(conversation)) continue;
            logs.remove();
            left--;
        }
    }

    /// A receipt counts only from a member of the conversation, and only for what we really wrote there (H39); the rest
    /// is ignored.
    void received(PeerLink link, Receipt receipt, ReceiptsFrame frame, Duration uptime) {
        if (!access.maySync(link, frame.conversation())) return;
        var rows = new LinkedHashMap<LogKey, List<Row>>();
        for (Row row : frame.rows()) {
            var log = new LogKey(frame.conversation(), context.me(), row.log());
            rows.computeIfAbsent(log, _ -> new ArrayList<>()).add(row);
        }
        Map<LogKey, LogState> own = context.entries().logs(frame.conversation(), rows.keySet());
        rows.forEach((log, its) -> {
            LogState state = own.get(log);
            long held = state == null ? 0 : state.to();
            // the highest alone: each that is news is written to the disk
            long upTo = its.stream().mapToLong(Row::upTo).filter(to -> to <= held).max().orElse(0);
            if (upTo > 0) took(link, receipt, log, upTo);
            long ahead = its.stream().mapToLong(Row::upTo).max().orElse(0);
            if (receipt == Receipt.READ && ahead > held) link.readAhead.merge(log, ahead, Math::max);
        });
        takeIn(link, uptime);
    }

    private void took(PeerLink link, Receipt receipt, LogKey log, long upTo) {
        link.receiptsIn.add(new Told(log, Receipt.DELIVERED), upTo);
        if (receipt == Receipt.READ && activity.isShared()) link.receiptsIn.add(new Told(log, Receipt.READ), upTo);
    }

    /// Own entries that a profile lacked are here again, up to that number: what peers read of them counts now. They
    /// tell it once a session, and often before the entries. That it was delivered they say with *what I have*.
    void restored(LogKey log, long upTo) {
        for (PeerLink link : access.members(log.conversation())) {
            Long ahead = link.readAhead.get(log);
            if (ahead == null || ahead > upTo) continue;
            link.readAhead.remove(log);
            took(link, Receipt.READ, log, ahead);
        }
    }

    /// The peer says that it has our log up to this entry: as good as a receipt, if it names that very entry.
    void held(PeerLink link, LogState own, HaveFrame.Row row, Duration uptime) {
        if (row.to() > own.to()) return;
        byte @Nullable [] hash = row.to() == own.to() ? own.hash() : context.entries().hashAt(own.key(), row.to());
        if (!Arrays.equals(hash, row.hash())) return;
        link.receiptsIn.add(new Told(own.key(), Receipt.DELIVERED), row.to());
        takeIn(link, uptime);
    }

    /// Takes as many as the pace allows; the others wait for the next tick.
    private void takeIn(PeerLink link, Duration uptime) {
        link.receiptsIn.take(uptime, (told, upTo) -> advance(link, told.log(), told.receipt(), upTo));
    }

    private void advance(PeerLink link, LogKey log, Receipt receipt, long upTo) {
        if (!context.stores().receipts().advance(log, link.peer, receipt, upTo)) return;
        switch (receipt) {
            case DELIVERED -> context.events().add(to -> to.delivered(log.conversation(), link.peer, log, upTo));
            case READ -> context.events().add(to -> to.read(log.conversation(), link.peer, log, upTo));
        }
    }
}
