package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.handshake.RefusalReason;
import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.peer.Fingerprint;
import io.landline.session.EndReason;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionPaceTest {
    private static final Duration NOW = Duration.ofHours(1);
    private static final int TIMES = 1_000;
    private static final Fingerprint ADA = peer(1);

    private final ConnectionPace pace = new ConnectionPace();
    private final List<NodeEvent> told = new ArrayList<>();

    private static Fingerprint peer(int number) {
        byte[] fingerprint = new byte[Fingerprint.BYTES];
        ByteBuffer.wrap(fingerprint).putInt(number);
        return Fingerprint.of(fingerprint);
    }

    private static SessionOpened opened(Fingerprint peer, int port) {
        return new SessionOpened(peer, "Ada", "10.0.0.7:" + port);
    }

    private static SessionClosed closed(Fingerprint peer, int port) {
        return new SessionClosed(peer, "Ada", "10.0.0.7:" + port, EndReason.LEAVING);
    }

    private static Joined joined(String room) {
        return new Joined(ADA, "Ada", room);
    }

    private static Refused refused(String room) {
        return new Refused(ADA, "Ada", room, RefusalReason.WRONG_KEY);
    }

    private void take(NodeEvent event) {
        told.addAll(pace.take(ADA, event, NOW));
    }

    private void comesAndGoesWithoutEnd() {
        for (int i = 0; i < TIMES; i++) {
            take(opened(ADA, i));
            take(joined("#class"));
            take(closed(ADA, i));
        }
    }

    private List<NodeEvent> whatComesLater() {
        var later = new ArrayList<NodeEvent>();
        for (int second = 1; pace.isWaiting(); second++) {
            List<NodeEvent> due = pace.due(NOW.plusSeconds(second));
            assertTrue(due.size() <= AskPace.CONNECTIONS_PER_SECOND, due::toString);
            later.addAll(due);
        }
        return later;
    }

    @Test
    void h38_ofSomebodyWhoConnectsWithoutEndAFewSessionsAreToldAndTheLastState() {
        comesAndGoesWithoutEnd();
        assertEquals(AskPace.CONNECTIONS_SAVED_MAX, told.size());
        take(opened(ADA, TIMES));
        take(joined("#class"));
        take(joined("#staff"));
        assertEquals(List.of(closed(ADA, TIMES - 1), opened(ADA, TIMES), joined("#class"), joined("#staff")),
                whatComesLater());
    }

    @Test
    void ofTheSessionThatWasToldLastTheEndIsToldBeforeTheNextOne() {
        take(opened(ADA, 0));
        for (int i = 0; i < TIMES; i++) take(joined("#class"));
        told.clear();
        take(closed(ADA, 0));
        comesAndGoesWithoutEnd();
        take(opened(ADA, TIMES));
        assertEquals(List.of(closed(ADA, TIMES - 1), opened(ADA, TIMES)), whatComesLater());
        assertEquals(List.of(), told);
    }

    @Test
    void aSessionOfWhichNobodyWasToldIsNotToldToEnd() {
        for (int i = 0; i < TIMES; i++) take(refused("#class"));
        take(opened(ADA, 0));
        take(joined("#class"));
        take(closed(ADA, 0));
        assertEquals(List.of(refused("#class")), whatComesLater());
    }

    @Test
    void h38_ofSomebodyWhoIsRefusedInRoomsWithoutEndTheNewestAreTold() {
        for (int i = 0; i < TIMES; i++) take(refused("#room-" + i));
        assertEquals(AskPace.CONNECTIONS_SAVED_MAX, told.size());
        List<NodeEvent> later = whatComesLater();
        assertEquals(ConnectionPace.REFUSALS_MAX, later.size());
        assertEquals(refused("#room-" + (TIMES - 1)), later.getLast());
    }

    @Test
    void h38_refusalsOfStrangersUnderEverNewNamesAreToldAtAPace() {
        for (int i = 0; i < 2 * ConnectionPace.PEOPLE_MAX; i++) {
            Fingerprint stranger = peer(10 + i);
            told.addAll(pace.take(stranger, new Refused(stranger, "Zoe", null, RefusalReason.NO_COMMON_ROOM), NOW));
        }
        assertEquals(ConnectionPace.REFUSALS_SAVED_MAX, told.size());
        assertEquals(List.of(opened(ADA, 1)), pace.take(ADA, opened(ADA, 1), NOW), "a session waits for none of them");
        int later = 0;
        for (int second = 1; pace.isWaiting(); second++) {
            int due = pace.due(NOW.plusSeconds(second)).size();
            assertTrue(due <= ConnectionPace.REFUSALS_PER_SECOND, due + " at once");
            later += due;
        }
        assertEquals(ConnectionPace.PEOPLE_MAX, later);
    }

    @Test
    void aSessionIsToldThoughARefusalOfThePersonStillWaits() {
        for (int i = 0; i < ConnectionPace.REFUSALS_SAVED_MAX; i++) {
            Fingerprint stranger = peer(10 + i);
            pace.take(stranger, new Refused(stranger, "Zoe", null, RefusalReason.NO_COMMON_ROOM), NOW);
        }
        take(refused("#class"));
        take(opened(ADA, 1));
        assertEquals(List.of(), told);
        assertEquals(List.of(opened(ADA, 1)), pace.due(NOW));
        assertEquals(List.of(refused("#class")), pace.due(NOW.plusSeconds(1)));
    }

    @Test
    void othersAreToldAtOnce() {
        comesAndGoesWithoutEnd();
        assertEquals(List.of(opened(peer(2), 1)), pace.take(peer(2), opened(peer(2), 1), NOW));
    }

    @Test
    void theEndTellsWhatWaits() {
        var seen = new ArrayList<NodeEvent>();
        var events = new EventBus(InstantSource.system());
        events.begin(new NodeEvent.Bye());
        events.watch((event, _) -> seen.add(event));
        var news = new ConnectionNews(events, new LastSeen(InstantSource.system()));
        for (int i = 0; i < TIMES; i++) {
            news.opened(opened(ADA, i));
            news.closed(closed(ADA, i));
        }
        news.opened(opened(ADA, TIMES));
        news.close();
        assertEquals(opened(ADA, TIMES), seen.getLast());
        news.closed(closed(ADA, TIMES));
        assertEquals(closed(ADA, TIMES), seen.getLast());
        assertFalse(seen.size() > TIMES, "all of it was told");
    }
}
