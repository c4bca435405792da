package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.Candidate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialPlanTest {
    private static final Fingerprint OWN = fingerprint(100);
    private static final Fingerprint LARGER = fingerprint(200);
    private static final Fingerprint SMALLER = fingerprint(50);
    private static final RoomListing CLASS = new RoomListing(new RoomName("class"), false);

    private final KnownAddresses knownAddresses = new KnownAddresses();
    private final DialPlan plan = new DialPlan(OWN, Duration.ofSeconds(1), new Random(7),
            target -> target.typed() || target.rooms().contains(CLASS), _ -> Standing.STRANGER, knownAddresses);

    @Test
    void theSmallerFingerprintDialsAtOnce() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        assertEquals(List.of(LARGER), due(0));
    }

    @Test
    void theLargerFingerprintWaitsForASecond() {
        plan.sighted(candidate(SMALLER, 1, false), at(0));
        assertEquals(List.of(), due(0.9));
        assertEquals(List.of(SMALLER), due(1));
    }

    @Test
    void whoAPersonWaitsForIsDialledAtOnceByTheLargerFingerprintTooWhateverFailedBefore() {
        var trying = new AtomicBoolean();
        var asked = new DialPlan(OWN, Duration.ofSeconds(1), new Random(7), _ -> trying.get(), _ -> Standing.STRANGER,
                knownAddresses);
        asked.sighted(candidate(SMALLER, 1, false), at(0));
        for (int i = 0; i < 6; i++) asked.failed(SMALLER, at(0));
        assertEquals(List.of(), asked.due(at(0.1)));
        trying.set(true);
        asked.reconsiderAtOnce(at(0.1));
        assertEquals(1, asked.due(at(0.1)).size());
        asked.reconsiderAtOnce(at(0.2));
        assertEquals(List.of(), asked.due(at(0.2)), "one attempt is under way");
    }

    @Test
    void whoIsWantedAnewWhileAConnectionEndsIsDialledAtOnceAfterIt() {
        var trying = new AtomicBoolean(true);
        var asked = new DialPlan(OWN, Duration.ofSeconds(1), new Random(7), _ -> trying.get(), _ -> Standing.STRANGER,
                knownAddresses);
        Candidate larger = candidate(LARGER, 1, false);
        // dialled four times a second
        larger.endpoints().forEach(each -> knownAddresses.add(each.address(), Standing.MEMBER));
        asked.sighted(larger, at(0));
        assertEquals(1, asked.due(at(0)).size());
        asked.connected(LARGER);
        trying.set(false);
        asked.reconsiderAtOnce(at(0.1));
        trying.set(true);
        asked.reconsiderAtOnce(at(0.1));
        asked.failed(LARGER, at(0.2));
        assertEquals(1, asked.due(at(0.2)).size());
        asked.failed(LARGER, at(0.3));
        assertEquals(List.of(), asked.due(at(0.3)), "once");
    }

    @Test
    void aKnownAddressBehindAnotherInterfaceIsDialledToo() {
        var before = new Endpoint(linkLocal(2), 5263);
        var now = new Endpoint(linkLocal(3), 5263);
        plan.sighted(new Candidate(LARGER, 1, List.of(before), List.of(CLASS), false), at(0));
        plan.connectedAt(LARGER, 1, before, List.of(CLASS), false, at(0));
        var moved = new Candidate(LARGER, 1, List.of(now), List.of(CLASS), true);
        assertTrue(plan.bringsEndpoint(moved));
        plan.sighted(moved, at(1));
        assertEquals(List.of(before, now), plan.due(at(1)).getFirst().endpoints());
    }

    @Test
    void whoListsNoRoomOfOursIsNotDialled() {
        plan.sighted(new Candidate(LARGER, 1, endpoints(2, 5263), List.of(), true), at(0));
        assertEquals(List.of(), due(100));
    }

    @Test
    void addressesOfThoseWhoAreWantedAreKnownAsSuch() {
        assertFalse(plan.isWantedAt(address(2)));
        plan.sighted(new Candidate(LARGER, 1, endpoints(2, 5263), List.of(), true), at(0));
        assertFalse(plan.isWantedAt(address(2)), "it lists no room of ours");
        plan.sighted(new Candidate(LARGER, 1, endpoints(2, 5263), List.of(CLASS), true), at(1));
        assertTrue(plan.isWantedAt(address(2)));
        assertFalse(plan.isWantedAt(address(3)));
        plan.sighted(new Candidate(LARGER, 1, endpoints(3, 5263), List.of(CLASS), true), at(2));
        assertTrue(plan.isWantedAt(address(3)), "it has moved");
        assertFalse(plan.isWantedAt(address(2)));
    }

    @Test
    void addressesAreLookedAtAnewWhereOurRoomsChanged() {
        var trying = new AtomicBoolean();
        var asked = new DialPlan(OWN, Duration.ofSeconds(1), new Random(7), _ -> trying.get(), _ -> Standing.STRANGER,
                knownAddresses);
        asked.sighted(candidate(SMALLER, 1, false), at(0));
        InetAddress there = candidate(SMALLER, 1, false).endpoints().getFirst().address();
        assertFalse(asked.isWantedAt(there));
        trying.set(true);
        asked.reconsider();
        assertTrue(asked.isWantedAt(there));
        trying.set(false);
        asked.reconsiderAtOnce(at(1));
        assertFalse(asked.isWantedAt(there));
    }

    @Test
    void whoIsBeingDialledOrConnectedIsNotDialledAgain() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        assertEquals(List.of(LARGER), due(0));
        assertEquals(List.of(), due(5));
        plan.connected(LARGER);
        plan.sighted(candidate(LARGER, 1, true), at(6));
        assertEquals(List.of(), due(7));
    }

    @Test
    void eachFailureDoublesTheWaitUpToAMinute() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        double now = 0;
        for (double wait : new double[]{1, 2, 4, 8, 16, 32, 60, 60}) {
            assertEquals(List.of(LARGER), due(now));
            plan.failed(LARGER, at(now));
            assertEquals(List.of(), due(now + wait * 0.79), "after " + wait);
            now += wait * 1.21;
        }
    }

    @Test
    void aFreshEndpointOrANewRunEndsTheBackOff() {
        knownAddresses.add(address(2), Standing.OPEN_ROOM);
        plan.sighted(candidate(LARGER, 1, false), at(0));
        for (int i = 0; i < 6; i++) {
            due(100 * i);
            plan.failed(LARGER, at(100 * i));
        }
        plan.sighted(candidate(LARGER, 1, false), at(501));
        assertEquals(List.of(), due(501));
        plan.sighted(candidate(LARGER, 1, true), at(502));
        assertEquals(List.of(LARGER), due(502));
        for (int i = 0; i < 6; i++) plan.failed(LARGER, at(503));
        plan.sighted(candidate(LARGER, 2, false), at(504));
        assertEquals(List.of(LARGER), due(504));
    }

    @Test
    void whoIsGoneIsNotDialledUntilItIsSightedAgain() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        plan.gone(LARGER);
        assertEquals(List.of(), due(100));
        plan.sighted(candidate(LARGER, 1, false), at(101));
        assertEquals(List.of(LARGER), due(101));
    }

    @Test
    void aBrokenSessionWithAPeerThatIsThereIsDialledAtOnce() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        due(0);
        plan.connected(LARGER);
        plan.lost(LARGER, at(50));
        assertEquals(List.of(LARGER), due(50));
    }

    @Test
    void h10_aPortBelow1024IsNeverDialled() {
        plan.sighted(new Candidate(LARGER, 1, endpoints(2, 1023), List.of(CLASS), true), at(0));
        assertEquals(List.of(), due(10));
        plan.sighted(new Candidate(LARGER, 1, endpoints(2, 1024), List.of(CLASS), true), at(20));
        assertEquals(List.of(LARGER), due(20));
    }

    @Test
    void h10_anAddressWhereASessionWasIsDialledFourTimesASecondWhoeverIsSaidToBeThere() {
        knownAddresses.add(address(9), Standing.OPEN_ROOM);
        sightTwentyAt(9);
        assertEquals(DialRateLimit.MET_PER_SECOND_MAX, due(0).size());
        assertEquals(0, due(0.9).size());
        assertEquals(DialRateLimit.MET_PER_SECOND_MAX, due(1).size());
    }

    @Test
    void l1_aBystanderWhoseAddressIsForgedIsDialledLessAndLess() {
        int dials = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            if (tenth % 10 == 0) sightTwentyAt(9, tenth); // new runs, so that no row backs off
            dials += fail(tenth / 10.0);
        }
        assertEquals(7, dials, "at 0, 1, 3, 7, 15, 31 and 47 s; it was 240 in this minute");
    }

    @Test
    void l1_whereAnyNodeAnswersOneASecondIsDialledTillASessionWasThere() {
        knownAddresses.answered(address(9));
        int dials = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            if (tenth % 10 == 0) sightTwentyAt(9, tenth);
            dials += fail(tenth / 10.0);
        }
        assertEquals(60, dials);
    }

    @Test
    void l1_eachAddressOfARowIsCountedNotOnlyTheFirst() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        assertEquals(List.of(LARGER), due(0));
        var both = Stream.concat(endpoints(3, 5263).stream(), endpoints(2, 5263).stream()).toList();
        plan.sighted(new Candidate(fingerprint(201), 1, both, List.of(CLASS), false), at(0));
        assertEquals(List.of(endpoints(3, 5263)), plan.due(at(0)).stream().map(DialPlan.Target::endpoints).toList());
    }

    @Test
    void h09_whereAPeerWasMetLastIsTriedFirstHoweverItsAddressFlaps() {
        Endpoint good = endpoints(2, 5263).getFirst();
        plan.sighted(candidate(LARGER, 1, false), at(0));
        due(0);
        plan.connectedAt(LARGER, 1, good, List.of(CLASS), false, at(0));
        plan.connected(LARGER);
        for (int i = 0; i < 20; i++) {
            plan.sighted(new Candidate(LARGER, 1, endpoints(10 + i, 5263), List.of(CLASS), true), at(1));
        }
        plan.lost(LARGER, at(2));
        List<Endpoint> tried = plan.due(at(2)).getFirst().endpoints();
        assertEquals(List.of(good, endpoints(29, 5263).getFirst()), tried);
    }

    @Test
    void h09_anAddressThatFailsIsTriedLessAndLessWhileTheOtherIsTriedAtOnce() {
        for (int i = 0; i < 10; i++) {
            plan.sighted(new Candidate(LARGER, 1, endpoints(i % 2 == 0 ? 8 : 9, 5263), List.of(CLASS), true),
                    at(i * 0.01));
            assertEquals(i < 2 ? 1 : 0, fail(i * 0.01), "at " + i);
        }
        assertEquals(1, plan.due(at(100)).size(), "one row, one attempt");
    }

    @Test
    void l1_twoHonestNewcomersAreDialledAtOnce() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        plan.sighted(new Candidate(fingerprint(201), 1, endpoints(3, 5263), List.of(CLASS), false), at(0));
        assertEquals(2, due(0).size());
    }

    private void sightTwentyAt(int host) {
        sightTwentyAt(host, 1);
    }

    private void sightTwentyAt(int host, long run) {
        for (int i = 0; i < 20; i++) {
            plan.sighted(new Candidate(fingerprint(120 + i), run, endpoints(host, 5263), List.of(CLASS), true), at(0));
        }
    }

    /// How many were due; none of them is reached.
    private int fail(double seconds) {
        List<Fingerprint> dialled = due(seconds);
        dialled.forEach(peer -> plan.attemptFailed(peer, at(seconds)));
        return dialled.size();
    }

    @Test
    void h10_noMoreThanSoManyAttemptsAtStrangersAreUnderWay() {
        for (int i = 0; i < 60; i++) {
            plan.sighted(new Candidate(fingerprint(110 + i), 1, endpoints(i + 1, 5263), List.of(CLASS), true), at(0));
        }
        assertEquals(CostRules.level(Standing.STRANGER, DialPlan.UNDER_WAY_MAX), due(0).size());
        assertEquals(List.of(), due(5));
    }

    @Test
    void h08_strangersPushOutTheOneHeardOfLongestAgo() {
        plan.sighted(candidate(LARGER, 1, false), at(0));
        var random = new Random(3);
        for (int i = 0; i < DialPlan.PEERS_MAX; i++) {
            var bytes = new byte[Fingerprint.BYTES];
            random.nextBytes(bytes);
            plan.sighted(new Candidate(Fingerprint.of(bytes), 1, endpoints(3, 5263), List.of(), false), at(0));
        }
        assertTrue(plan.target(LARGER).isEmpty());
    }

    @Test
    void whomAMemberTellsOfIsDialledOnceForEachTelling() {
        var told = new Candidate(LARGER, Candidate.RUN_UNKNOWN, endpoints(2, 5263), List.of(CLASS), false);
        plan.heardOf(told, at(0));
        assertEquals(List.of(LARGER), due(0));
        plan.failed(LARGER, at(1));
        assertEquals(List.of(), due(100));
        plan.heardOf(told, at(101));
        assertEquals(List.of(LARGER), due(101));
    }

    @Test
    void whatAMemberTellsOfSomebodyKnownAddsAnEndpointAndNothingElse() {
        plan.sighted(candidate(LARGER, 3, false), at(0));
        assertEquals(List.of(LARGER), due(0));
        plan.failed(LARGER, at(0));
        plan.heardOf(new Candidate(LARGER, Candidate.RUN_UNKNOWN, endpoints(9, 5263), List.of(CLASS), false), at(0.1));
        assertEquals(List.of(), due(0.1), "the back-off goes on");
        DialPlan.Target target = plan.target(LARGER).orElseThrow();
        assertEquals(List.of(endpoints(2, 5263).getFirst(), endpoints(9, 5263).getFirst()), target.endpoints());
        assertEquals(3, target.run());
    }

    @Test
    void whoeverWasToldOfAndThenSightedIsTriedOnAsUsual() {
        plan.heardOf(new Candidate(LARGER, Candidate.RUN_UNKNOWN, endpoints(9, 5263), List.of(CLASS), false), at(0));
        assertEquals(List.of(LARGER), due(0));
        plan.sighted(candidate(LARGER, 3, false), at(0.5));
        plan.failed(LARGER, at(1));
        assertEquals(List.of(LARGER), due(2.3));
    }

    @Test
    void whatIsToldOfOurselvesIsIgnored() {
        plan.heardOf(new Candidate(OWN, Candidate.RUN_UNKNOWN, endpoints(9, 5263), List.of(CLASS), false), at(0));
        assertEquals(List.of(), due(10));
    }

    @Test
    void whoIsDueNextIsKnownBefore() {
        assertNull(plan.dueAt());
        plan.sighted(candidate(SMALLER, 1, false), at(0));
        assertEquals(at(1), plan.dueAt());
        due(1);
        assertNull(plan.dueAt());
        plan.connected(SMALLER);
        plan.lost(SMALLER, at(7));
        assertEquals(List.of(SMALLER), due(7));
        plan.failed(SMALLER, at(7));
        assertTrue(plan.dueAt().compareTo(at(7.8)) >= 0, "the back-off's first second");
        plan.gone(SMALLER);
        assertNull(plan.dueAt());
    }

    private List<Fingerprint> due(double seconds) {
        return plan.due(at(seconds)).stream().map(DialPlan.Target::peer).toList();
    }

    private static Candidate candidate(Fingerprint peer, long run, boolean fresh) {
        return new Candidate(peer, run, endpoints(2, 5263), List.of(CLASS), fresh);
    }

    private static List<Endpoint> endpoints(int host, int port) {
        return List.of(new Endpoint(address(host), port));
    }

    private static InetAddress address(int host) {
        try {
            return InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) host});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress linkLocal(int scope) {
        try {
            return Inet6Address.getByAddress(null, InetAddress.getByName("fe80::2").getAddress(), scope);
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Fingerprint fingerprint(int first) {
        var bytes = new byte[Fingerprint.BYTES];
        Arrays.fill(bytes, (byte) first);
        return Fingerprint.of(bytes);
    }

    private static Duration at(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
