package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.port.NodeEvent.PeerLeft;
import io.landline.peer.LeaveReason;
import io.landline.people.People;
import io.landline.people.Person;

/// Turns changes of the list of people into events. Under the list's lock, so the events keep its order.
public final class PeopleEvents implements People.Listener {
    private final EventBus events;

    public PeopleEvents(EventBus events) { this.events = events; }

    @Override
    public void appeared(Person person) {
        events.publish(new PeerAppeared(person));
    }

    @Override
    public void changed(Person person) {
        events.publish(new PeerChanged(person));
    }

    @Override
    public void left(Person person, LeaveReason reason) {
        events.publish(new PeerLeft(person, reason));
    }
}
