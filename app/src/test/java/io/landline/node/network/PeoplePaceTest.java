package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.node.event.EventBus;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeoplePaceTest {
    private static final Duration NOW = Duration.ofHours(1);
    private static final int CHANGES = 200;

    private final PeoplePace pace = new PeoplePace();
    private final List<NodeEvent> told = new ArrayList<>();

    private static Person person(int peer, String name) {
        byte[] fingerprint = new byte[Fingerprint.BYTES];
        fingerprint[0] = (byte) peer;
        return new Person(Fingerprint.of(fingerprint), new PeerName(name), List.of(), List.of());
    }

    private void take(Person person, boolean wasHere, LeaveReason left, Duration now) {
        NodeEvent event = pace.take(person, wasHere, left, now);
        if (event != null) told.add(event);
    }

    private void appearedAndChanged(int peer) {
        take(person(peer, "Ada"), false, null, NOW);
        for (int i = 1; i <= CHANGES; i++) take(person(peer, "Ada " + i), true, null, NOW);
    }

    @Test
    void h38_ofSomebodyWhoChangesWithoutEndAFewChangesAreToldAndTheNewestState() {
        appearedAndChanged(1);
        assertEquals(AskPace.PEOPLE_SAVED_MAX, told.size());
        assertTrue(pace.isWaiting());
        assertEquals(List.of(), pace.due(NOW));
        assertEquals(List.of(new NodeEvent.PeerChanged(person(1, "Ada " + CHANGES))), pace.due(NOW.plusSeconds(1)));
        assertFalse(pace.isWaiting());
    }

    @Test
    void othersAreToldAtOnce() {
        appearedAndChanged(1);
        told.clear();
        take(person(2, "Ben"), false, null, NOW);
        assertEquals(List.of(new NodeEvent.PeerAppeared(person(2, "Ben"))), told);
    }

    @Test
    void whoAppearedWithoutThoseWhoLeftIsTheTrueList() {
        Duration soon = NOW.plus(PacedEvents.LOOK);
        appearedAndChanged(1);
        take(person(1, "Ada"), true, LeaveReason.LEAVE, NOW);
        assertEquals(List.of(new NodeEvent.PeerLeft(person(1, "Ada"), LeaveReason.LEAVE)), pace.due(soon));
        told.clear();
        for (int i = 0; i < CHANGES; i++) {
            take(person(1, "Ada"), false, null, soon);
            take(person(1, "Ada"), true, LeaveReason.LEAVE, soon);
        }
        assertEquals(List.of(), pace.due(soon));
        assertFalse(pace.isWaiting(), "nobody was told that she came");
        take(person(1, "Ada"), false, null, soon);
        take(person(1, "Eve"), true, null, soon);
        assertEquals(List.of(), told);
        assertEquals(List.of(new NodeEvent.PeerAppeared(person(1, "Eve"))), pace.due(soon.plus(PacedEvents.LOOK)));
    }

    @Test
    void theEndTellsWhatWaits() {
        var seen = new ArrayList<NodeEvent>();
        var events = new EventBus(InstantSource.system());
        events.begin(new NodeEvent.Bye());
        events.watch((event, _) -> seen.add(event));
        var people = new PeopleEvents(events);
        people.appeared(person(1, "Ada"));
        for (int i = 1; i <= CHANGES; i++) people.changed(person(1, "Ada " + i));
        people.close();
        assertEquals(new NodeEvent.PeerChanged(person(1, "Ada " + CHANGES)), seen.getLast());
        people.left(person(1, "Ada"), LeaveReason.LEAVE);
        assertEquals(new NodeEvent.PeerLeft(person(1, "Ada"), LeaveReason.LEAVE), seen.getLast());
    }
}
