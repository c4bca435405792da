package io.landline.handshake;

import static io.landline.handshake.NegotiatorTest.CLASS;
import static io.landline.handshake.NegotiatorTest.CLASS_OTHER_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.handshake.TwoNodes.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A room that another one continues is joined with who proved it before, and with nobody else.
class RetiredRoomTest {
    private final TwoNodes nodes = new TwoNodes();

    /// The words of the room were changed at these nodes.
    private void meetAfterTheChange(Node... changed) {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        for (Node each : changed) {
            each.happens(() -> each.negotiator.ourRooms(List.of(CLASS_OTHER_KEY), List.of(CLASS)));
        }
        nodes.begin();
        nodes.carry();
    }

    @Test
    void whoProvedTheOldWordsBeforeJoinsTheRetiredRoomWithoutAnExchange() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        for (Node changed : List.of(nodes.server, nodes.client)) {
            meetAfterTheChange(changed);
            assertEquals(List.of("joined #class", "settled"), nodes.client.told);
            assertEquals(List.of("joined #class", "settled"), nodes.server.told);
            assertEquals(0, nodes.client.sentOf(FrameType.EXCHANGE));
        }
    }

    @Test
    void h29_aStrangerWithTheOldWordsComesInNoMore() {
        meetAfterTheChange(nodes.server);
        assertEquals(List.of("refused #class wrong-key", "settled without"), nodes.server.told);
        assertEquals(List.of("refused #class wrong-key", "settled without"), nodes.client.told);
        assertTrue(nodes.server.trust.pinned().isEmpty());
        assertTrue(nodes.client.trust.pinned().isEmpty());
    }

    @Test
    void aRetiredRoomIsNeverTriedByTheSideThatBegins() {
        meetAfterTheChange(nodes.client);
        nodes.uptime = nodes.uptime.plus(ExchangeRun.TIME_MAX);
        nodes.server.happens(() -> nodes.server.negotiator.timePassed());
        nodes.carry();
        assertEquals(1, nodes.client.sentOf(FrameType.EXCHANGE), "with the new words alone");
        assertTrue(nodes.client.trust.pinned().isEmpty());
        assertTrue(nodes.server.trust.pinned().isEmpty());
    }

    @Test
    void whoTookTheNewWordsJoinsBothRooms() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        meetAfterTheChange(nodes.server, nodes.client);
        assertEquals(2, nodes.client.told.stream().filter("joined #class"::equals).count());
        assertEquals(1, nodes.client.sentOf(FrameType.EXCHANGE), "for the new words");
    }
}
