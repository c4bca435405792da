package io.landline.node.shelf;

import io.landline.node.event.EventBus;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.shelf.ShelfSettings;
import io.landline.shelf.Shelves;
import io.landline.storage.choices.SqliteShelves;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What shelves are made of, opened and closed together. Any thread.
public final class ShelfParts implements AutoCloseable {
    final SqliteShelves store;
    final OwnShelves own;
    public final ShelfTaker taker;
    public final Shelves shelves;
    private final ShelfEvents seen;

    /// @param changed told of a room to which somebody opened a folder, or closed it, or went away with it
    public ShelfParts(Fingerprint self, OwnShelves own, ShelfSettings settings, ShelfTaker.Stores stores,
            ShelfTaker.Taking taking, EventBus events, ConversationLabels labels, Consumer<ConversationId> changed) {
        store = stores.wishes();
        this.own = own;
        taker = new ShelfTaker(self, stores, taking, events);
        seen = new ShelfEvents(events, taking.names(), labels);
        shelves = new Shelves(settings, (shelf, isOpen) -> {
            seen.changed(shelf, isOpen);
            changed.accept(ConversationId.of(shelf.room()));
        });
    }

    /// Our rooms changed, or somebody was blocked or unblocked.
    public void roomsChanged() {
        own.removeThoseOfLeftRooms();
        shelves.changed();
    }

    public static Supplier<Duration> uptime() {
        long start = System.nanoTime();
        return () -> Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        shelves.close();
        seen.close();
        taker.close();
    }
}
