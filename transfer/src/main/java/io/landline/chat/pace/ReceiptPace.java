package io.landline.chat.pace;

import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.cost.TokenBucket;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/// The receipts of one peer on their way into the store. Each that is news is written to the disk and told to people
/// and programs, so they are taken at a pace. Of those that wait the highest of each log alone is kept: nothing is
/// lost, and there are no more than this node has logs. Confined to the conversations' thread.
public final class ReceiptPace {
    /// Honest nodes send ten a second to each author; one of *read* counts twice.
    public static final int PER_SECOND = 64;
    /// After a pause: those of half a minute of a busy room.
    public static final int BURST = 1_024;

    /// What is told of a log.
    public record Told(LogKey log, Receipt receipt) {}

    private final Map<Told, Long> waiting = new LinkedHashMap<>();
    private final TokenBucket pace = new TokenBucket(PER_SECOND, BURST);

    public void add(Told told, long upTo) {
        waiting.merge(told, upTo, Math::max);
    }

    /// Hands on as many as may be taken now, those first that wait longest.
    public void take(Duration uptime, ObjLongConsumer<Told> to) {
        for (Iterator<Map.Entry<Told, Long>> each = waiting.entrySet().iterator(); each.hasNext()
                && pace.take(uptime);) {
            Map.Entry<Told, Long> next = each.next();
            Told told = next.getKey();
            long upTo = next.getValue();
            each.remove();
            to.accept(told, upTo);
        }
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }
}
