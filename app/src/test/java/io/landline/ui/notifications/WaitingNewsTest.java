package io.landline.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.NodeEvent;
import io.landline.ui.chats.FakeChats;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingNewsTest {
    private final WaitingNews waiting = new WaitingNews();

    private static NodeEvent joined(String name) {
        return new NodeEvent.Joined(FakeChats.peer(1), name, "#class");
    }

    @Test
    void ofABurstTheOldestGo() {
        for (int i = 0; i <= WaitingNews.COUNT_MAX; i++) waiting.add(joined("P" + i), false);
        List<NodeEvent> all = waiting.takeAll();
        assertEquals(WaitingNews.COUNT_MAX, all.size());
        assertEquals(joined("P1"), all.getFirst());
        assertEquals(List.of(), waiting.takeAll());
    }

    @Test
    void nobodysBurstTakesThePlaceOfSomebodyWellKnown() {
        waiting.add(joined("Friend"), true);
        for (int i = 0; i < 10 * WaitingNews.COUNT_MAX; i++) waiting.add(joined("P" + i), false);
        assertEquals(joined("Friend"), waiting.takeAll().getFirst());
    }

    @Test
    void theyComeInTheirOrder() {
        waiting.add(joined("first"), false);
        waiting.add(joined("Friend"), true);
        waiting.add(joined("last"), false);
        assertEquals(List.of(joined("first"), joined("Friend"), joined("last")), waiting.takeAll());
    }
}
