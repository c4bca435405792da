package io.landline.ui.chats;

import io.landline.ui.chats.list.ListRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which row of the list a press was meant for. Rows change places by themselves: a message comes, somebody leaves. Who
/// was about to press would open another conversation, and say there what is for somebody else. JavaFX thread.
final class AimedRow {
    /// Nobody sees a row and presses it as soon as this: what stood there before is meant.
    static final Duration AIMED_BEFORE = Duration.ofMillis(300);

    private final InstantSource clock;
    /// The first is what was seen [#AIMED_BEFORE] ago.
    private final List<Seen> seen = new ArrayList<>();

    /// @param rows their ids, from above
    /// @param since when they stand so
    private record Seen(List<String> rows, Instant since) {}

    AimedRow(InstantSource clock) {
        this.clock = clock;
        seen.add(new Seen(List.of(), Instant.MIN)); // before the first rows nobody could aim at any
    }

    /// The rows were made anew.
    void arranged(List<ListRow> rows) {
        List<String> now = rows.stream().map(ListRow::id).toList();
        if (seen.getLast().rows().equals(now)) return;
        seen.add(new Seen(now, clock.instant()));
        forget();
    }

    private void forget() {
        Instant now = clock.instant();
        while (seen.size() > 1 && !isRecent(seen.get(1), now)) seen.removeFirst();
    }

    /// A clock that was put back makes nothing recent.
    private static boolean isRecent(Seen rows, Instant now) {
        return rows.since().isAfter(now.minus(AIMED_BEFORE)) && !rows.since().isAfter(now);
    }

    /// The id of the row that stood here when somebody aimed; null for none.
    @Nullable
    String at(int index) {
        forget();
        List<String> then = seen.getFirst().rows();
        return index < 0 || index >= then.size() ? null : then.get(index);
    }
}
