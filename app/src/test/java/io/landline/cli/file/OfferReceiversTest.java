package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.landline.cli.connection.PeerWait;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whom `send` waits for, and for how long.
class OfferReceiversTest {
    private static final String BOB = "b0";
    private static final String CY = "c0";
    private static final Duration LONG = PeerWait.FOUND_WITHIN.plusMillis(1);

    private Duration now = Duration.ofHours(1);

    private OfferReceivers receivers(@Nullable String room) {
        return new OfferReceivers("0ffe", room, now);
    }

    private void hear(OfferReceivers receivers, String event, String peer) {
        receivers.heard(JsonParser.parseString("{'event':'" + event + "','peer':'" + peer
                + "','offer':'0ffe','room':'#class','resumable':false}").getAsJsonObject(), now);
    }

    private static JsonArray peers(String peer, String joined) {
        return JsonParser.parseString("[{'peer':'" + peer + "','joined':[" + joined + "]}]").getAsJsonArray();
    }

    @Test
    void aReceiverWhoIsNotHereIsWaitedForTenSeconds() {
        var receivers = receivers(null);
        receivers.here(peers(BOB, "")); // heard of, and not connected
        hear(receivers, "offered", BOB);
        now = now.plus(PeerWait.FOUND_WITHIN);
        assertFalse(receivers.isAway(now));
        now = now.plusMillis(1);
        assertTrue(receivers.isAway(now));
    }

    @Test
    void aReceiverWhoWasHereBeforeTheOfferIsWaitedForUntilTheyDecide() {
        var receivers = receivers(null);
        receivers.here(peers(BOB, "'#class'"));
        hear(receivers, "offered", BOB);
        now = now.plus(LONG);
        assertFalse(receivers.isAway(now));
        hear(receivers, "transfer-failed", BOB);
        assertTrue(receivers.isOver(now));
        assertFalse(receivers.hasArrived());
    }

    @Test
    void theTenSecondsBeginWhenTheReceiverGoesHoweverLongNothingHappenedBefore() {
        var receivers = receivers(null);
        receivers.here(peers(BOB, "'#class'"));
        hear(receivers, "offered", BOB);
        now = now.plus(LONG);
        hear(receivers, "session-closed", BOB);
        assertFalse(receivers.isAway(now));
        now = now.plus(PeerWait.FOUND_WITHIN);
        assertFalse(receivers.isAway(now));
        hear(receivers, "session-opened", BOB);
        now = now.plus(LONG);
        assertFalse(receivers.isAway(now), "an address that changed is no absence");
    }

    @Test
    void whoGoesAwayUndecidedIsWaitedForTenSecondsMore() {
        var receivers = receivers(null);
        receivers.here(peers(BOB, "'#class'"));
        hear(receivers, "offered", BOB);
        now = now.plus(LONG);
        hear(receivers, "typing", BOB); // still here
        hear(receivers, "session-closed", BOB);
        assertFalse(receivers.isAway(now));
        now = now.plus(LONG);
        assertTrue(receivers.isAway(now));
    }

    @Test
    void aTransferThatHasBegunIsWaitedForOverABreak() {
        var receivers = receivers(null);
        hear(receivers, "offered", BOB);
        hear(receivers, "progress", BOB);
        hear(receivers, "session-closed", BOB);
        now = now.plus(LONG.multipliedBy(60));
        assertTrue(receivers.isBroken());
        assertFalse(receivers.isAway(now));
        hear(receivers, "session-opened", BOB);
        assertFalse(receivers.isBroken());
        hear(receivers, "transferred", BOB);
        assertTrue(receivers.isOver(now));
        assertTrue(receivers.hasArrived());
    }

    @Test
    void anOfferToARoomByANewNodeGoesToEachWhoJoins() {
        var receivers = receivers("#class");
        receivers.here(peers(BOB, "'#class'"));
        hear(receivers, "transferred", BOB);
        assertFalse(receivers.isOver(now), "the next one may be on their way");
        now = now.plus(OfferReceivers.NEXT_MEMBER_WITHIN);
        hear(receivers, "joined", CY);
        now = now.plus(LONG);
        assertFalse(receivers.isOver(now), "Cy has not decided");
        hear(receivers, "transferred", CY);
        now = now.plus(OfferReceivers.NEXT_MEMBER_WITHIN);
        assertFalse(receivers.isOver(now));
        now = now.plusMillis(1);
        assertTrue(receivers.isOver(now));
        hear(receivers, "joined", BOB);
        now = now.plus(LONG);
        assertTrue(receivers.isOver(now), "Bob has it already");
    }

    @Test
    void membersOfOtherRoomsAreNotWaitedFor() {
        var receivers = receivers("#other");
        receivers.here(peers(BOB, "'#class', '#other (open)'"));
        hear(receivers, "joined", CY);
        hear(receivers, "transferred", BOB);
        now = now.plus(LONG);
        assertTrue(receivers.isOver(now));
    }
}
