package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent;
import io.landline.peer.LeaveReason;
import io.landline.people.People;
import io.landline.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns changes of the list of people into events, of each person no more than [PeoplePace] lets through. Under the
/// list's lock, so the events keep its order. The end tells what waits.
public final class PeopleEvents implements People.Listener, AutoCloseable {
    private final PeoplePace pace = new PeoplePace();
    private final PacedEvents events;

    public PeopleEvents(EventBus events) { this.events = new PacedEvents("people-events", events, pace); }

    @Override
    public void appeared(Person person) {
        take(person, false, null);
    }

    @Override
    public void changed(Person person) {
        take(person, true, null);
    }

    @Override
    public void left(Person person, LeaveReason reason) {
        take(person, true, reason);
    }

    private void take(Person person, boolean wasHere, @Nullable LeaveReason left) {
        events.tell(now -> {
            NodeEvent event = pace.take(person, wasHere, left, now);
            return event == null ? List.of() : List.of(event);
        });
    }

    @Override
    public void close() {
        events.close();
    }
}
