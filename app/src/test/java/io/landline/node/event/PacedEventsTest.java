package io.landline.node.event;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent;
import io.landline.testing.Patience;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Looks at what waits go on, whatever watchers do.
class PacedEventsTest {
    /// One event a look.
    private static final class OneALook implements PacedEvents.Pace {
        private final Queue<NodeEvent> waiting = new ArrayDeque<>();

        @Override
        public boolean isWaiting() {
            return !waiting.isEmpty();
        }

        @Override
        public List<NodeEvent> due(Duration now) {
            return List.of(waiting.remove());
        }

        @Override
        public List<NodeEvent> rest() {
            return List.of();
        }
    }

    @Test
    void aWatcherThatThrowsEndsNoLaterLook() throws Exception {
        var bus = new EventBus(InstantSource.system());
        bus.begin(new NodeEvent.Bye());
        var told = new CountDownLatch(2);
        bus.watch((_, _) -> {
            told.countDown();
            throw new IllegalStateException("a bug");
        });
        var pace = new OneALook();
        try (var events = new PacedEvents("looks", bus, pace)) {
            events.tell(_ -> {
                pace.waiting.add(new NodeEvent.Bye());
                pace.waiting.add(new NodeEvent.Bye());
                return List.of();
            });
            assertTrue(told.await(Patience.SECONDS, TimeUnit.SECONDS), "it was told once and never again");
        }
    }
}
