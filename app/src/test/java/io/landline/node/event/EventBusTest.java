package io.landline.node.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The order in which events are told, and their times.
class EventBusTest {
    private static final Instant OPENED = Instant.parse("2026-11-29T20:17:45Z");
    private static final Instant STARTED = OPENED.plusSeconds(3);

    private Instant now = OPENED;

    /// The line of a warning stood below that of the start, with an earlier time.
    @Test
    void whatHappensBeforeTheStartIsToldAfterItWithItsTime() {
        var bus = new EventBus((InstantSource) () -> now);
        var told = new ArrayList<NodeEvent>();
        var times = new ArrayList<Instant>();
        bus.watch((event, at) -> {
            told.add(event);
            times.add(at);
        });
        var early = new NodeEvent.Failure(FailureCode.STORAGE, "early");
        bus.publish(early);
        now = STARTED;
        var first = new NodeEvent.Bye();
        bus.begin(first);
        assertEquals(List.of(first, early), told);
        assertEquals(List.of(STARTED, STARTED), times);
    }

    @Test
    void aWatcherThatThrowsKeepsNoOtherFromHearing() {
        var bus = new EventBus((InstantSource) () -> now);
        var told = new ArrayList<NodeEvent>();
        bus.watch((_, _) -> {
            throw new IllegalStateException("a bug");
        });
        bus.watch((event, _) -> told.add(event));
        bus.begin(new NodeEvent.Bye());
        bus.publish(new NodeEvent.Bye());
        assertEquals(List.of(new NodeEvent.Bye(), new NodeEvent.Bye()), told);
    }
}
