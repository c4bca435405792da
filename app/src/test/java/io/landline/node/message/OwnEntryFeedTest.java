package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnEntryFeedTest {
    private final OwnEntryFeed feed = new OwnEntryFeed();

    /// It is told on the conversations' queue: there it would keep what was written from those who come after.
    @Test
    void aWatcherThatThrowsKeepsNoOtherFromHearing() {
        var heard = new ArrayList<NodeEvent>();
        feed.watch((_, _) -> {
            throw new IllegalStateException("on purpose");
        });
        Subscription second = feed.watch((event, _) -> heard.add(event));
        feed.tell(new NodeEvent.Bye(), Instant.EPOCH);
        assertEquals(List.of(new NodeEvent.Bye()), heard);
        second.close();
        feed.tell(new NodeEvent.Bye(), Instant.EPOCH);
        assertEquals(1, heard.size());
    }

    @Test
    void whoAskedIsGoneWithTheEndOfTheirWatch() {
        assertFalse(feed.isWatched());
        Subscription only = feed.watch((_, _) -> {});
        assertTrue(feed.isWatched());
        only.close();
        assertFalse(feed.isWatched());
    }
}
