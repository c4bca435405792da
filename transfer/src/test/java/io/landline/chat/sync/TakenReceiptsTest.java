package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.pace.ReceiptPace;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Each receipt that is news is written to the disk and told to people and programs.
class TakenReceiptsTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int WRITTEN = 2 * ReceiptPace.BURST;

    private final World world = new World(1);
    private final World.Node node = world.node();
    private final World.End mallory = world.scripted(node, Identity.generate(), ROOM);
    private long log;

    @BeforeEach
    void written() {
        for (int i = 0; i < WRITTEN; i++) {
            Entry entry = node.say(CONVERSATION, "text " + i);
            log = entry.header().log();
        }
    }

    private void delivered(World.End by, long upTo) throws MalformedFrameException {
        by.receive(new ReceiptsFrame(CONVERSATION, List.of(new ReceiptsFrame.Row(log, upTo)))
                .encode(FrameType.DELIVERED));
    }

    private long upTo(World.End of) {
        return node.heard.delivered.getOrDefault(of.peer().hex() + "%016x".formatted(log), 0L);
    }

    private void flood() throws MalformedFrameException {
        for (int i = 1; i <= WRITTEN; i++) delivered(mallory, i);
    }

    @Test
    void h38_receiptsForEachSingleEntryAreTakenAtAPace() throws MalformedFrameException {
        flood();
        assertEquals(ReceiptPace.BURST, node.heard.receipts);
        assertEquals(ReceiptPace.BURST, upTo(mallory));
    }

    @Test
    void theHighestIsNotLost() throws MalformedFrameException {
        flood();
        Duration next = node.tick(world.uptime);
        assertTrue(next.compareTo(world.uptime.plus(Receipts.FLUSHES_APART)) <= 0, "it is looked at again soon");
        node.tick(world.uptime.plusSeconds(1));
        assertEquals(WRITTEN, upTo(mallory));
        assertEquals(ReceiptPace.BURST + 1, node.heard.receipts, "of those that waited one is told");
    }

    @Test
    void receiptsOfOthersWaitForNobodyElse() throws MalformedFrameException {
        World.End ben = world.scripted(node, Identity.generate(), ROOM);
        flood();
        delivered(ben, WRITTEN);
        assertEquals(WRITTEN, upTo(ben));
    }
}
