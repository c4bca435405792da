package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who types right after showing it again (docs/protocol/activity.md).
class HiddenTypingTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    HiddenTypingTest() {
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
    }

    private static String types(World.Node who) {
        return "+" + who.id().brief() + " " + CONVERSATION.hex();
    }

    private static String stopped(World.Node who) {
        return "-" + who.id().brief() + " " + CONVERSATION.hex();
    }

    private void annaTypes() {
        anna.core.typing(CONVERSATION, world.uptime);
        while (world.step());
    }

    private static String hides(World.Node who) {
        return who.id().brief() + " HERE hides ";
    }

    private static String hidesNoMore(World.Node who) {
        return who.id().brief() + " HERE ";
    }

    /// The peer passes typing over until it knows that nothing is hidden any more.
    @Test
    void typingRightAfterSharingAgainArrives() {
        anna.core.shareActivity(false);
        world.settle(SOON);
        world.pass(PeerActivity.STATUS_EVERY);
        anna.core.shareActivity(true);
        annaTypes();
        anna.tick(world.uptime);
        while (world.step());
        assertEquals(List.of(hides(anna), hidesNoMore(anna), types(anna)), ben.heard.activity);
    }

    @Test
    void typingWhileTheNextStatusHasToWaitArrivesAfterIt() {
        anna.core.shareActivity(false);
        anna.tick(world.uptime);
        while (world.step());
        anna.core.shareActivity(true);
        annaTypes();
        assertEquals(List.of(hides(anna)), ben.heard.activity);
        world.settle(PeerActivity.STATUS_EVERY.plus(SOON));
        assertEquals(List.of(hides(anna), hidesNoMore(anna), types(anna)), ben.heard.activity);
    }

    @Test
    void whoTypedBeforeHidingIsSeenAgainAtTheNextKey() {
        annaTypes();
        anna.core.shareActivity(false);
        anna.tick(world.uptime);
        while (world.step());
        anna.core.shareActivity(true);
        annaTypes();
        world.settle(PeerActivity.STATUS_EVERY);
        assertEquals(List.of(types(anna), stopped(anna), hides(anna), hidesNoMore(anna), types(anna)),
                ben.heard.activity);
    }

    @Test
    void typingThatWaitsIsNotToldOnceTheMessageIsSentOrIsHiddenAgain() {
        anna.core.shareActivity(false);
        anna.tick(world.uptime);
        while (world.step());
        anna.core.shareActivity(true);
        annaTypes();
        anna.say(CONVERSATION, "done");
        world.settle(PeerActivity.STATUS_EVERY.plus(SOON));
        assertEquals(List.of(hides(anna), hidesNoMore(anna)), ben.heard.activity);
        anna.core.shareActivity(false);
        world.settle(Duration.ofMillis(100));
        anna.core.shareActivity(true);
        annaTypes();
        anna.core.shareActivity(false);
        anna.core.shareActivity(true);
        world.settle(PeerActivity.STATUS_EVERY.plus(SOON));
        assertFalse(ben.heard.activity.contains(types(anna)), ben.heard.activity::toString);
    }
}
