package io.landline.node.shelf;

import io.landline.cost.AskPace;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.shelf.SeenShelf;
import io.landline.shelf.ShelfId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often programs are told of one person's shelves. Each word of a member may open and close 32 of them. What comes
/// too fast waits, and of each shelf the newest is told: who folds the events has the true list as it was at most a
/// while ago. Not thread-safe.
final class ShelfPace implements PacedEvents.Pace {
    private record Key(Fingerprint owner, RoomId room, ShelfId shelf) {}

    /// What is to be told of one shelf.
    ///
    /// @param closes null where it is closed by what was told last
    /// @param opens null where it is closed now
    private record News(@Nullable ShelfSeen closes, @Nullable ShelfSeen opens) {
        boolean isNothing() {
            return closes == null ? opens == null : opens != null && closes.title().equals(opens.title());
        }

        List<ShelfSeen> events() {
            var events = new ArrayList<ShelfSeen>();
            if (closes != null) events.add(closes);
            if (opens != null) events.add(opens);
            return events;
        }
    }

    private final AskPace pace = AskPace.ofShelfEvents();
    private final Map<Key, News> waiting = new LinkedHashMap<>();

    /// A shelf was opened or closed.
    ///
    /// @param event what says so
    /// @return what is to be told now
    List<ShelfSeen> take(SeenShelf shelf, ShelfSeen event, Duration now) {
        var key = new Key(shelf.owner(), shelf.room(), shelf.id());
        News waits = waiting.get(key);
        if (waits == null && pace.allow(shelf.owner(), 1, now) > 0) return List.of(event);
        ShelfSeen opens = event.open() ? event : null;
        var news = new News(waits != null ? waits.closes() : event.open() ? null : event, opens);
        if (news.isNothing()) {
            waiting.remove(key);
        } else {
            waiting.put(key, news);
        }
        return List.of();
    }

    @Override
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    @Override
    public List<ShelfSeen> due(Duration now) {
        var due = new ArrayList<ShelfSeen>();
        waiting.entrySet().removeIf(each -> {
            if (pace.allow(each.getKey().owner(), 1, now) == 0) return false;
            due.addAll(each.getValue().events());
            return true;
        });
        return due;
    }

    /// Nothing: with the node ends what it knows of others' shelves.
    @Override
    public List<ShelfSeen> rest() {
        waiting.clear();
        return List.of();
    }
}
