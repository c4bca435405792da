package io.landline.ui.start;

import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.start.EventNotices.RoomsQuestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Our rooms as they were a moment ago, for questions that others can cause without end: they are read once in [#KEPT].
/// Any thread.
final class RecentRooms implements RoomsQuestion {
    static final Duration KEPT = Duration.ofSeconds(1);
    /// Of more that ask while the rooms are being read the others get no answer.
    static final int WAITING_MAX = 64;

    private final RoomsQuestion rooms;
    private final Supplier<Duration> uptime;
    /// This object's lock guards these.
    private final List<Consumer<List<OwnRoom>>> waiting = new ArrayList<>();
    private @Nullable Duration askedAt;
    private @Nullable List<OwnRoom> answer;

    RecentRooms(RoomsQuestion rooms, Supplier<Duration> uptime) {
        this.rooms = rooms;
        this.uptime = uptime;
    }

    @Override
    public void ask(Consumer<List<OwnRoom>> then) {
        List<OwnRoom> known;
        boolean asks;
        synchronized (this) {
            asks = claim(uptime.get());
            known = answer;
            if (known == null && waiting.size() < WAITING_MAX) waiting.add(then);
        }
        if (known != null) then.accept(known);
        if (asks) rooms.ask(this::answered);
    }

    /// Whether the caller is to have them read. A question that failed has no answer, and is put anew.
    private boolean claim(Duration now) {
        if (askedAt != null && now.minus(askedAt).compareTo(KEPT) < 0) return false;
        askedAt = now;
        answer = null;
        return true;
    }

    private void answered(List<OwnRoom> all) {
        List<Consumer<List<OwnRoom>>> asked;
        synchronized (this) {
            answer = all;
            asked = List.copyOf(waiting);
            waiting.clear();
        }
        asked.forEach(each -> each.accept(all));
    }
}
