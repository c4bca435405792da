package io.landline.session.accept;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionSlotsTest {
    private static final int FEW = 4;

    private final SessionSlots slots = new SessionSlots();
    private final SessionSlots few = new SessionSlots(FEW);
    private final Map<Fingerprint, Duration> used = new HashMap<>();

    @Test
    void h3_peopleOfOpenRoomsHoldSixteenPlacesAnAddress() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_AN_ADDRESS_MAX; i++) {
            taken(claim(slots, i, Standing.OPEN_ROOM, 1));
        }
        assertFalse(claim(slots, 100, Standing.OPEN_ROOM, 1).taken());
        taken(claim(slots, 100, Standing.OPEN_ROOM, 2));
    }

    @Test
    void h3_peopleOfOpenRoomsHold128PlacesAndTheBusiestAddressGivesWay() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) taken(claim(slots, i, Standing.OPEN_ROOM, i / 16));
        used.put(peer(16 * 3), Duration.ZERO);
        assertEquals(List.of(peer(16 * 3)), claim(slots, 500, Standing.OPEN_ROOM, 99).givingWay());
    }

    @Test
    void h3_whereEachAddressHoldsOneANewcomerOfTheSameStandingIsTurnedAway() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) taken(claim(slots, i, Standing.OPEN_ROOM, i));
        assertFalse(claim(slots, 500, Standing.OPEN_ROOM, 200).taken());
        taken(claim(slots, 501, Standing.MEMBER, 200));
    }

    @Test
    void h3_anAddressThatWouldHoldAsManyTakesNothing() {
        for (int i = 0; i < 2; i++) taken(claim(few, i, Standing.MEMBER, 1));
        for (int i = 2; i < FEW; i++) taken(claim(few, i, Standing.MEMBER, 2));
        assertFalse(claim(few, 10, Standing.MEMBER, 2).taken());
        few.release(peer(3));
        taken(claim(few, 11, Standing.MEMBER, 1));
        assertEquals(1, claim(few, 12, Standing.MEMBER, 2).givingWay().size(), "three are more than two");
        assertFalse(claim(few, 13, Standing.MEMBER, 2).taken());
        assertEquals(1, claim(few, 14, Standing.MEMBER, 3).givingWay().size());
    }

    @Test
    void h3_aBetterStandingAlwaysFindsAPlaceAndTheWorstGoesFirst() {
        taken(claim(few, 0, Standing.MEMBER, 1));
        taken(claim(few, 1, Standing.STRANGER, 2));
        taken(claim(few, 2, Standing.OPEN_ROOM, 3));
        taken(claim(few, 3, Standing.VOUCHED, 4));
        for (int gone : new int[]{1, 2, 3, 0}) {
            assertEquals(List.of(peer(gone)), claim(few, 10 + gone, Standing.TRUSTED, 9).givingWay());
        }
        assertFalse(claim(few, 50, Standing.MEMBER, 9).taken());
        assertFalse(claim(few, 51, Standing.TRUSTED, 9).taken());
        assertEquals(1, claim(few, 52, Standing.TRUSTED, 8).givingWay().size());
    }

    @Test
    void h3_amongThoseOfOneAddressTheLongestIdleGives() {
        for (int i = 0; i < FEW; i++) {
            taken(claim(few, i, Standing.OPEN_ROOM, 1));
            used.put(peer(i), Duration.ofSeconds(i == 2 ? 1 : 60));
        }
        assertEquals(List.of(peer(2)), claim(few, 9, Standing.MEMBER, 1).givingWay());
    }

    @Test
    void h3_membersHoldSixtyFourPlacesAnAddressAndTrustedOnesAreNotCounted() {
        for (int i = 0; i < CostRules.MEMBER_SESSIONS_AN_ADDRESS_MAX; i++) {
            taken(claim(slots, i, i == 5 ? Standing.VOUCHED : Standing.MEMBER, 1));
        }
        assertFalse(claim(slots, 100, Standing.VOUCHED, 1).taken());
        assertEquals(List.of(peer(5)), claim(slots, 101, Standing.MEMBER, 1).givingWay());
        assertFalse(claim(slots, 102, Standing.MEMBER, 1).taken());
        for (int i = 0; i < 100; i++) taken(claim(slots, 200 + i, Standing.TRUSTED, 1));
    }

    @Test
    void h17_noBoundPerAddressHoldsForThisMachine() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) taken(near(i, Standing.OPEN_ROOM));
        assertFalse(near(900, Standing.OPEN_ROOM).taken());
        for (int i = 0; i < 200; i++) taken(near(1_000 + i, Standing.MEMBER));
    }

    @Test
    void h3_amongStrangersTheNewestFindsAPlace() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) taken(claim(slots, i, Standing.STRANGER, i));
        assertEquals(1, claim(slots, 500, Standing.STRANGER, 200).givingWay().size());
    }

    @Test
    void whoMovesUpLeavesTheFormerPlaceAndKeepsItWhereThereIsNone() {
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_AN_ADDRESS_MAX; i++) {
            taken(claim(slots, i, Standing.OPEN_ROOM, 1));
        }
        taken(claim(slots, 100, Standing.STRANGER, 1));
        assertFalse(claim(slots, 100, Standing.OPEN_ROOM, 1).taken());
        assertEquals(Standing.STRANGER, slots.standing(peer(100)));
        taken(claim(slots, 100, Standing.MEMBER, 1));
        taken(claim(slots, 100, Standing.OPEN_ROOM, 1));
        assertEquals(Standing.MEMBER, slots.standing(peer(100)));
        taken(claim(slots, 0, Standing.MEMBER, 1));
        taken(claim(slots, 101, Standing.OPEN_ROOM, 1));
    }

    @Test
    void whoIsRefusedCostsNobodyAPlace() {
        var small = new SessionSlots(CostRules.OPEN_ROOM_SESSIONS_MAX);
        for (int i = 0; i < CostRules.OPEN_ROOM_SESSIONS_MAX; i++) taken(claim(small, i, Standing.MEMBER, i));
        taken(claim(small, 0, Standing.MEMBER, 0));
        assertFalse(claim(small, 300, Standing.OPEN_ROOM, 200).taken());
        assertEquals(List.of(), claim(small, 1, Standing.MEMBER, 1).givingWay());
    }

    private static void taken(SessionSlots.Decision decision) {
        assertTrue(decision.taken());
        assertEquals(List.of(), decision.givingWay());
    }

    private SessionSlots.Decision claim(SessionSlots at, int number, Standing standing, int host) {
        return at.claim(new SessionSlots.Holder(peer(number), standing, host(host), false), this::usedAt);
    }

    private SessionSlots.Decision near(int number, Standing standing) {
        return slots.claim(new SessionSlots.Holder(peer(number), standing, InetAddress.getLoopbackAddress(), true),
                this::usedAt);
    }

    private Duration usedAt(Fingerprint peer) {
        return used.getOrDefault(peer, Duration.ofSeconds(30));
    }

    private static InetAddress host(int number) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, (byte) (number >> 8), (byte) number});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
