package io.landline.node.shelf;

import io.landline.node.event.EventBus;
import io.landline.node.event.PacedEvents;
import io.landline.node.event.PeerNames;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.node.room.ConversationLabels;
import io.landline.room.ConversationId;
import io.landline.shelf.SeenShelf;

/// Turns what others do with their shelves into events, no more than [ShelfPace] lets through. Any thread.
final class ShelfEvents implements AutoCloseable {
    private final ShelfPace pace = new ShelfPace();
    private final PacedEvents events;
    private final PeerNames names;
    private final ConversationLabels labels;

    ShelfEvents(EventBus events, PeerNames names, ConversationLabels labels) {
        this.events = new PacedEvents("shelf-events", events, pace);
        this.names = names;
        this.labels = labels;
    }

    void changed(SeenShelf shelf, boolean isOpen) {
        var event = new ShelfSeen(labels.label(ConversationId.of(shelf.room())), shelf.owner(),
                names.name(shelf.owner()), shelf.id().hex(), shelf.title(), isOpen);
        events.tell(now -> pace.take(shelf, event, now));
    }

    @Override
    public void close() {
        events.close();
    }
}
