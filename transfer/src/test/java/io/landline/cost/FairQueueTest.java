package io.landline.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private static final long MILLISECOND = 1_000_000;

    private final FairQueue<String, Integer> turns = new FairQueue<>();

    /// Each at an address of its own.
    private void add(String flow, Standing standing, int item) {
        turns.add(flow, standing, flow, item);
    }

    private String serve(long nanos) {
        var turn = turns.next();
        assertNotNull(turn);
        turns.charge(turn.flow(), nanos);
        return turn.flow();
    }

    @Test
    void nothingWaitsAtTheBeginning() {
        assertTrue(turns.isEmpty());
        assertNull(turns.next());
    }

    @Test
    void theOrderOfOneFlowIsKept() {
        for (int i = 0; i < 5; i++) add("ada", Standing.MEMBER, i);
        var items = new ArrayList<Integer>();
        for (var turn = turns.next(); turn != null; turn = turns.next()) {
            turns.charge(turn.flow(), MILLISECOND);
            items.add(turn.item());
        }
        assertEquals(List.of(0, 1, 2, 3, 4), items);
    }

    @Test
    void whatIsNotFinishedIsTheNextOfItsFlowAndOthersGoInBetween() {
        add("mallory", Standing.MEMBER, 1);
        add("mallory", Standing.MEMBER, 2);
        var served = new ArrayList<String>();
        int pieces = 3;
        for (var turn = turns.next(); turn != null; turn = turns.next()) {
            served.add(turn.flow() + turn.item());
            if (turn.item() == 1 && --pieces > 0) turns.resume(turn.flow(), turn.item());
            turns.charge(turn.flow(), 20 * MILLISECOND);
            if (served.size() == 1) add("ada", Standing.MEMBER, 0);
        }
        assertEquals(List.of("mallory1", "ada0", "mallory1", "mallory1", "mallory2"), served);
    }

    @Test
    void aPersonWhoSaysLittleIsServedBeforeThoseWhoFlood() {
        for (int flooder = 0; flooder < 90; flooder++) {
            for (int i = 0; i < 3; i++) add("flooder" + flooder, Standing.MEMBER, i);
        }
        for (int i = 0; i < 100; i++) serve(10 * MILLISECOND);
        add("ada", Standing.MEMBER, 0);
        int waited = 0;
        while (!serve(10 * MILLISECOND).equals("ada")) waited++;
        assertTrue(waited <= 90, "waited for " + waited);
        add("ada", Standing.MEMBER, 1);
        assertTrue(!turns.isEmpty());
    }

    @Test
    void timeIsSharedByWeight() {
        for (int i = 0; i < 1_000; i++) {
            add("friend", Standing.TRUSTED, i);
            add("stranger", Standing.OPEN_ROOM, i);
        }
        int friend = 0;
        for (int i = 0; i < 170; i++) if (serve(MILLISECOND).equals("friend")) friend++;
        assertTrue(friend >= 155, "friend was served " + friend + " of 170 times");
    }

    @Test
    void ofTwoThatComeAtOnceTheBetterStandingGoesFirst() {
        add("stranger", Standing.OPEN_ROOM, 1);
        add("friend", Standing.TRUSTED, 1);
        assertEquals("friend", serve(MILLISECOND));
    }

    @Test
    void aForgottenFlowIsNotServed() {
        add("ada", Standing.MEMBER, 1);
        turns.forget("ada");
        assertNull(turns.next());
        turns.charge("ada", MILLISECOND);
    }

    /// How often this flow is served of a thousand times, where all have more than that waiting.
    private int servedOfAThousand(String flow) {
        int served = 0;
        for (int i = 0; i < 1_000; i++) if (serve(MILLISECOND).equals(flow)) served++;
        return served;
    }

    @Test
    void h38_allPeopleOfOpenRoomsTogetherDelayAMemberAsOneOfThemWould() {
        for (int person = 0; person < 120; person++) {
            for (int i = 0; i < 1_000; i++) add("invented" + person, Standing.OPEN_ROOM, i);
        }
        for (int i = 0; i < 1_000; i++) add("ada", Standing.MEMBER, i);
        int served = servedOfAThousand("ada");
        assertTrue(served >= 750, "a member was served " + served + " of 1,000 times");
    }

    @Test
    void h38_oneAddressWithManyMembersHasNoMoreTurnsThanAnother() {
        for (int person = 0; person < 60; person++) {
            for (int i = 0; i < 1_000; i++) turns.add("mallory" + person, Standing.MEMBER, "mallory's", i);
        }
        for (int i = 0; i < 1_000; i++) turns.add("ada", Standing.MEMBER, "ada's", i);
        int served = servedOfAThousand("ada");
        assertTrue(served >= 450, "a member at another address was served " + served + " of 1,000 times");
    }

    /// How many turns a flow waits for that was served a moment ago, where these begin all at once.
    private int turnsBefore(String flow, Standing standing, Runnable others) {
        add(flow, standing, 0);
        serve(MILLISECOND);
        others.run();
        add(flow, standing, 1);
        int waited = 0;
        while (!serve(20 * MILLISECOND).equals(flow)) waited++;
        return waited;
    }

    @Test
    void h38_aMemberDoesNotWaitForAllPeopleOfOpenRoomsWhoBeginAtOnce() {
        int waited = turnsBefore("ada", Standing.MEMBER, () -> {
            for (int person = 0; person < 120; person++) add("invented" + person, Standing.OPEN_ROOM, 0);
        });
        assertTrue(waited <= 1, "waited for " + waited + " turns");
    }

    @Test
    void h38_aMemberDoesNotWaitForAllIdentitiesOfOneMachineThatBeginAtOnce() {
        int waited = turnsBefore("ada", Standing.MEMBER, () -> {
            for (int person = 0; person < 60; person++) turns.add("mallory" + person, Standing.MEMBER, "mallory's", 0);
        });
        assertTrue(waited <= 1, "waited for " + waited + " turns");
    }

    @Test
    void membersOfOneAddressShareItsTurnsEvenly() {
        for (int person = 0; person < 4; person++) {
            for (int i = 0; i < 1_000; i++) turns.add("member" + person, Standing.MEMBER, "the router's", i);
        }
        int served = servedOfAThousand("member2");
        assertTrue(served >= 240 && served <= 260, "one of four was served " + served + " of 1,000 times");
    }
}
