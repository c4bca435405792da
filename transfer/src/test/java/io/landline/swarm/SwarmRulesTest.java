package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Each rule alone (docs/protocol/swarm.md).
class SwarmRulesTest {
    private static final EntryId OFFER = new EntryId(7, 9);
    private static final Duration NOW = Duration.ofMinutes(5);
    private static final Duration A_BIT = Duration.ofNanos(1);

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return Fingerprint.of(bytes);
    }

    private static Partners partners(int members) {
        var partners = new Partners(OFFER, peer(0), NOW.minus(Partners.LOOK_EVERY));
        for (int n = 1; n <= members; n++) assertTrue(partners.joined(peer(n), LinkKind.WIRED));
        return partners;
    }

    @Test
    void upToTenReceiversExchangeEachWithEach() {
        assertEquals(Partners.MESH_MAX - 1, partners(Partners.MESH_MAX - 1).choose(NOW).size());
        assertEquals(Partners.CHOSEN, partners(Partners.MESH_MAX).choose(NOW).size());
        assertEquals(Partners.CHOSEN, partners(200).choose(NOW).size());
    }

    @Test
    void theChosenAreTheNearestAndBothSidesAgreeHowNearTheyAre() {
        assertEquals(SwarmOrder.ofPair(OFFER, peer(1), peer(2)), SwarmOrder.ofPair(OFFER, peer(2), peer(1)));
        assertNotEquals(SwarmOrder.ofPair(OFFER, peer(1), peer(2)), SwarmOrder.ofPair(OFFER, peer(1), peer(3)));
        List<Partner> chosen = partners(200).choose(NOW);
        long farthest = chosen.stream().mapToLong(it -> SwarmOrder.ofPair(OFFER, peer(0), it.who)).max().orElseThrow();
        long nearer = 0;
        for (int n = 1; n <= 200; n++) if (SwarmOrder.ofPair(OFFER, peer(0), peer(n)) <= farthest) nearer++;
        assertEquals(chosen.size(), nearer);
    }

    @Test
    void whoGoesIsReplacedAndWhoIsSilentIsPassedOver() {
        Partners partners = partners(50);
        Partner first = partners.choose(NOW).getFirst();
        assertTrue(partners.choose(NOW).isEmpty());
        partners.left(first.who);
        assertEquals(1, partners.choose(NOW).size());
        Duration later = NOW.plus(Partners.ANSWER_WITHIN);
        assertTrue(partners.silent(later.minus(A_BIT)).isEmpty());
        List<Partner> silent = partners.silent(later);
        assertEquals(Partners.CHOSEN, silent.size());
        for (Partner partner : silent) partners.part(partner.who, later.plus(Partners.LOOK_EVERY));
        assertTrue(partners.choose(later).stream().noneMatch(it -> silent.stream().anyMatch(was -> was.who == it.who)));
    }

    @Test
    void noMoreThan24ArePartnersAndNoMoreThan1024AreRemembered() {
        Partners partners = partners(Partners.MEMBERS_MAX);
        assertFalse(partners.joined(peer(2_000), LinkKind.WIRED));
        for (int n = 1; n <= Partners.PARTNERS_MAX; n++) assertNotNull(partners.chosenBy(peer(n), NOW));
        assertNull(partners.chosenBy(peer(100), NOW));
        assertNull(partners.chosenBy(peer(2_000), NOW));
    }

    /// Slots that are starved: partners who have nothing must not stand for ever where others could help.
    @Test
    void onceAMinuteThoseWhoHaveNothingMakeRoom() {
        Partners partners = partners(50);
        for (Partner partner : partners.choose(NOW)) partner.has = new ChunkSet(10);
        var useful = new ChunkSet(10);
        useful.add(3);
        partners.all().iterator().next().has = useful;
        assertEquals(Partners.CHOSEN - 1, partners.useless(NOW, new ChunkSet(10)).size());
        assertTrue(partners.useless(NOW.plus(Partners.LOOK_EVERY).minus(A_BIT), new ChunkSet(10)).isEmpty());
        assertTrue(partners.useless(NOW.plus(Partners.LOOK_EVERY), ChunkSet.full(10)).isEmpty(), "who has all stays");
    }

    @Test
    void slicesCoverAllChunksOnceAndBeginWithAPage() {
        for (int receivers : new int[]{1, 2, 7, 10, 40}) {
            for (int chunks : new int[]{1, 63, 64, 65, 256, 700, 5_000}) {
                var seen = new ChunkSet(chunks);
                var all = new HashSet<Fingerprint>();
                for (int n = 0; n < receivers; n++) all.add(peer(n));
                for (Fingerprint self : all) {
                    ChunkSpan slice = FirstSlice.of(OFFER, self, all, chunks);
                    if (slice == null) continue;
                    boolean whole = (chunks + FirstSlice.PAGE_CHUNKS - 1) / FirstSlice.PAGE_CHUNKS >= receivers;
                    assertTrue(!whole || slice.first() % FirstSlice.PAGE_CHUNKS == 0, "begins inside a page");
                    assertEquals(slice.count(), seen.addAll(slice), "two slices share a chunk");
                }
                assertTrue(seen.isFull(), receivers + " receivers, " + chunks + " chunks");
            }
        }
    }

    /// With pages alone, six of ten receivers of 256 chunks would have no slice and all go for the same four.
    @Test
    void whereThereAreFewerPagesThanReceiversEachStillHasASlice() {
        Set<Fingerprint> all = new HashSet<>();
        for (int n = 0; n < 10; n++) all.add(peer(n));
        for (Fingerprint self : all) {
            ChunkSpan slice = FirstSlice.of(OFFER, self, all, 256);
            assertTrue(slice != null && slice.count() >= 25 && slice.count() <= 26, self + " has " + slice);
        }
    }

    @Test
    void theRarestChunkIsChosenAndAmongEqualsItIsDrawn() {
        var random = new Random(1);
        var holders = new ArrayList<ChunkSet>();
        for (int n = 0; n < Partners.PARTNERS_MAX; n++) {
            var holder = new ChunkSet(200);
            for (int chunk = 0; chunk < 200; chunk++) if (chunk % Partners.PARTNERS_MAX <= n) holder.add(chunk);
            holders.add(holder);
        }
        ChunkSet from = holders.getLast();
        Set<Integer> chosen = new HashSet<>();
        var held = new ChunkSet(200);
        held.add(23);
        for (int n = 0; n < 500; n++) chosen.add(RarestChunk.choose(from, List.of(held), holders, random));
        Set<Integer> rarest = new HashSet<>();
        for (int chunk = 47; chunk < 200; chunk += Partners.PARTNERS_MAX) rarest.add(chunk);
        assertEquals(rarest, chosen);
        assertEquals(RarestChunk.NONE, RarestChunk.choose(from, List.of(from), holders, random));
    }

    @Test
    void aChoiceInAHugeOfferIsMadeAmongPartOfIt() {
        ChunkSet all = ChunkSet.full(ChunkSet.CHUNKS_MAX);
        var nearly = ChunkSet.full(ChunkSet.CHUNKS_MAX);
        nearly.remove(12_345_678);
        var random = new Random(2);
        assertEquals(12_345_678, RarestChunk.choose(all, List.of(nearly), List.of(all), random));
        assertTrue(RarestChunk.choose(all, List.of(new ChunkSet(ChunkSet.CHUNKS_MAX)), List.of(all), random) >= 0);
    }

    private static final ChunkSizes TEN = new EqualChunks(10, 100);

    private static boolean serves(OriginPolicy policy, int chunk, boolean nobody, boolean elsewhere,
            Duration unhelped) {
        return policy.serves(new OriginPolicy.Question(chunk, nobody, false, elsewhere, unhelped), 0);
    }

    @Test
    void aChunkLeavesTheOriginOnceUnlessNobodyGivesIt() {
        var policy = new OriginPolicy(TEN);
        assertTrue(serves(policy, 1, false, true, Duration.ZERO), "never sent");
        policy.sends(1);
        assertFalse(serves(policy, 1, false, true, Duration.ZERO), "somebody has it");
        assertTrue(serves(policy, 1, false, false, Duration.ZERO), "who had it went");
        assertTrue(serves(policy, 1, true, true, Duration.ZERO), "nobody gives it");
        assertTrue(policy.serves(new OriginPolicy.Question(1, false, true, true, Duration.ZERO), 0),
                "shared air");
    }

    @Test
    void theBrakeHoldsFromOneAndAHalfOnAndYieldsToThoseWithoutHelp() {
        var policy = new OriginPolicy(TEN);
        for (int n = 0; n < 14; n++) policy.sends(n % 9);
        assertTrue(serves(policy, 1, true, true, Duration.ZERO));
        policy.sends(1);
        assertEquals(1.5, policy.ratio());
        assertFalse(serves(policy, 1, true, true, OriginPolicy.YIELDS_AFTER.minus(A_BIT)));
        assertTrue(serves(policy, 1, true, true, OriginPolicy.YIELDS_AFTER));
        assertTrue(serves(policy, 9, false, false, Duration.ZERO), "what was never sent");
        assertTrue(policy.serves(new OriginPolicy.Question(1, true, false, true, Duration.ZERO), 100),
                "what was sent to one whom nobody reaches does not count");
        policy.everybodyHasAll();
        assertTrue(serves(policy, 1, true, true, Duration.ZERO), "who comes later has a swarm of their own");
    }

    @Test
    void fourAreServedAtOnceOneChunkATurn() throws MalformedFrameException {
        var turns = new UploadTurns(_ -> Standing.MEMBER, TEN);
        for (int n = 0; n < 6; n++) {
            for (int chunk = 0; chunk < 3; chunk++) turns.ask(peer(n), chunk, false);
        }
        List<Fingerprint> order = new ArrayList<>();
        for (int n = 0; n < 12; n++) order.add(next(turns, NOW).to());
        assertEquals(List.of(peer(0), peer(1), peer(2), peer(3)), order.subList(0, 4));
        assertEquals(order.subList(0, 4), order.subList(8, 12));
        assertEquals(Set.of(peer(4), peer(5)), Set.of(next(turns, NOW).to(), next(turns, NOW).to()));
    }

    @Test
    void whoWasServedLongMakesRoomForWhoWaits() throws MalformedFrameException {
        var turns = new UploadTurns(_ -> Standing.MEMBER, TEN);
        for (int n = 0; n < 5; n++) for (int chunk = 0; chunk < 100; chunk++) turns.ask(peer(n), chunk, false);
        Set<Fingerprint> served = new HashSet<>();
        for (int n = 0; n < 20; n++) served.add(next(turns, NOW).to());
        assertFalse(served.contains(peer(4)));
        assertTrue(turns.isCrowdedFor(peer(6), NOW));
        for (int n = 0; n < 4; n++) served.add(next(turns, NOW.plus(UploadTurns.TENURE)).to());
        assertTrue(served.contains(peer(4)));
    }

    /// People of an open room who ask and do not read would else keep all places for ten seconds each time.
    @Test
    void h38_aPlaceGoesToWhoIsKnownBetterAlsoOneThatSomebodyHolds() throws MalformedFrameException {
        var turns = new UploadTurns(who -> who.equals(peer(9)) ? Standing.TRUSTED : Standing.OPEN_ROOM, TEN);
        Predicate<Fingerprint> reads = peer(9)::equals;
        for (int n = 0; n < 6; n++) for (int chunk = 0; chunk < 100; chunk++) turns.ask(peer(n), chunk, false);
        assertNull(turns.next(NOW, reads));
        assertTrue(turns.isCrowdedFor(peer(7), NOW));
        assertFalse(turns.isCrowdedFor(peer(9), NOW));
        for (int chunk = 0; chunk < 2; chunk++) turns.ask(peer(9), chunk, false);
        assertEquals(peer(9), Objects.requireNonNull(turns.next(NOW, reads)).to());
        assertEquals(peer(9), Objects.requireNonNull(turns.next(NOW.plus(UploadTurns.TENURE), reads)).to());
        assertNull(turns.next(NOW.plus(UploadTurns.TENURE), reads), "it has all that it asked for");
    }

    /// Four computers that fell asleep would else have a whole class wait.
    @Test
    void whoIsKnownBetterAndTakesNothingKeepsNoPlace() throws MalformedFrameException {
        var turns = new UploadTurns(who -> who.equals(peer(9)) ? Standing.MEMBER : Standing.TRUSTED, TEN);
        Predicate<Fingerprint> reads = peer(9)::equals;
        for (int n = 0; n < 4; n++) turns.ask(peer(n), 0, false);
        for (int chunk = 0; chunk < 9; chunk++) turns.ask(peer(9), chunk, false);
        assertNull(turns.next(NOW, reads));
        Duration then = NOW.plus(UploadTurns.TENURE);
        assertEquals(peer(9), Objects.requireNonNull(turns.next(then, reads)).to());
        assertEquals(peer(9), Objects.requireNonNull(turns.next(then.plus(A_BIT), reads)).to());
        Set<Fingerprint> awake = new HashSet<>();
        for (int n = 0; n < 8; n++) awake.add(next(turns, then.plus(UploadTurns.TENURE.multipliedBy(2))).to());
        assertTrue(awake.containsAll(List.of(peer(0), peer(1), peer(2), peer(3))));
    }

    @Test
    void whatIsTakenBackIsNotSentAndMoreThan512IsAFault() throws MalformedFrameException {
        var turns = new UploadTurns(_ -> Standing.MEMBER, TEN);
        turns.ask(peer(1), 5, false);
        turns.cancel(peer(1), 5);
        turns.cancel(peer(2), 5);
        assertNull(turns.next(NOW, _ -> true));
        for (int chunk = 0; chunk < SwarmFrame.Want.CHUNKS_MAX; chunk++) turns.ask(peer(1), chunk, false);
        turns.ask(peer(1), 0, false); // the same again
        assertThrows(MalformedFrameException.class, () -> turns.ask(peer(1), 600, false));
        turns.gone(peer(1));
        assertNull(turns.next(NOW, _ -> true));
    }

    private static Participant.Turn next(UploadTurns turns, Duration now) {
        return Objects.requireNonNull(turns.next(now, _ -> true));
    }

    @Test
    void aPartnerGetsFourTimesItsUsualTimeButNeverLessThanTwoSeconds() {
        var responses = new ResponseTime();
        assertEquals(ResponseTime.PATIENCE_FIRST, responses.patience());
        responses.took(Duration.ofMillis(10), 1);
        assertEquals(ResponseTime.PATIENCE_MIN, responses.patience());
        for (int n = 0; n < 50; n++) responses.took(Duration.ofSeconds(3), 1);
        assertEquals(12, responses.patience().plusMillis(100).toSeconds());
    }

    @Test
    void whoeverGivesAWrongChunkIsShunnedFor30SecondsAndThenForGood() {
        var wrongSenders = new WrongChunkSenders();
        assertFalse(wrongSenders.isShunned(peer(1), NOW));
        assertFalse(wrongSenders.wrongChunk(peer(1), NOW));
        assertTrue(wrongSenders.isShunned(peer(1), NOW.plus(WrongChunkSenders.FIRST).minus(A_BIT)));
        assertFalse(wrongSenders.isShunned(peer(1), NOW.plus(WrongChunkSenders.FIRST)));
        assertTrue(wrongSenders.wrongChunk(peer(1), NOW.plus(WrongChunkSenders.FIRST)));
        assertTrue(wrongSenders.isShunned(peer(1), NOW.plusDays(9_999)));
        assertFalse(wrongSenders.isShunned(peer(2), NOW));
    }

    @Test
    void helpEndsWhenNobodyLacksAnythingOrAfterHalfAnHour() {
        assertTrue(SeedingRules.isOver(NOW, NOW, 0));
        assertFalse(SeedingRules.isOver(NOW.plus(SeedingRules.LONGEST).minus(A_BIT), NOW, 1));
        assertTrue(SeedingRules.isOver(NOW.plus(SeedingRules.LONGEST), NOW, 1));
    }

    /// A connection that was stuck for a while delivers what waited at once: that is no fault.
    @Test
    void framesThatWaitedAreNoFaultAndAFloodIs() throws MalformedFrameException {
        var pace = new FramePace();
        for (int n = 0; n < FramePace.SAVED_MAX; n++) pace.count(NOW);
        assertThrows(MalformedFrameException.class, () -> pace.count(NOW));
        Duration later = NOW.plusSeconds(2);
        for (int n = 0; n < 2 * FramePace.PER_SECOND; n++) pace.count(later);
        assertThrows(MalformedFrameException.class, () -> pace.count(later));
    }

    /// It may have been busy with other offers, or have left: as long as others help nobody else would ask it.
    @Test
    void anOriginThatDoesNotAnswerIsAskedAgain() throws MalformedFrameException {
        Fingerprint origin = peer(1);
        var setup = new SwarmReceiver.Setup(OFFER, peer(0), origin, LinkKind.WIRED, TEN, _ -> Standing.MEMBER);
        var nothing = new ChunkSet(TEN.count());
        var receiver = new SwarmReceiver(setup, new InitialChunks(new ChunkSet(TEN.count()), nothing, nothing),
                new Random(1), NOW);
        receiver.met(origin, NOW);
        assertEquals(1, asked(receiver, origin));
        Duration again = NOW.plus(ReceiverPeers.ORIGIN_AGAIN);
        receiver.tick(again.minus(A_BIT));
        assertEquals(0, asked(receiver, origin));
        receiver.tick(again);
        assertEquals(1, asked(receiver, origin));
        receiver.received(origin, new SwarmFrame.Member(OFFER, true, false, LinkKind.WIRED), again);
        receiver.tick(again.plus(ReceiverPeers.ORIGIN_AGAIN));
        assertEquals(0, asked(receiver, origin), "it answered");
        receiver.received(origin, new SwarmFrame.Member(OFFER, false, false, LinkKind.WIRED), again);
        receiver.tick(again.plus(ReceiverPeers.ORIGIN_AGAIN));
        assertEquals(1, asked(receiver, origin), "it left, and is still here");
        receiver.gone(origin, again);
        receiver.tick(again.plus(ReceiverPeers.ORIGIN_AGAIN.multipliedBy(3)));
        assertEquals(0, asked(receiver, origin), "it is not here");
    }

    private static long asked(SwarmReceiver receiver, Fingerprint peer) {
        return receiver.actions()
                .stream()
                .filter(action -> action instanceof Participant.Action.Send(var to, SwarmFrame.Member member)
                        && to.equals(peer) && member.answer())
                .count();
    }

    @Test
    void aSetOfChunksKnowsItsSpansAndPages() throws MalformedFrameException {
        var set = new ChunkSet(ChunkSet.PAGE_CHUNKS + 100);
        set.addAll(new ChunkSpan(60, 10));
        set.addAll(new ChunkSpan(ChunkSet.PAGE_CHUNKS - 1, 101));
        assertEquals(111, set.count());
        assertEquals(List.of(new ChunkSpan(60, 10), new ChunkSpan(ChunkSet.PAGE_CHUNKS - 1, 101)), set.spans(9));
        assertEquals(1, set.spans(1).size());
        assertFalse(set.add(60));
        set.remove(60);
        set.remove(60);
        assertEquals(110, set.count());
        assertEquals(60, set.nextAbsent(60));
        assertEquals(61, set.nextPresent(0));
        var copy = new ChunkSet(set.chunks());
        for (int base = 0; base < set.chunks(); base += ChunkSet.PAGE_CHUNKS) copy.addPage(base, set.page(base));
        assertEquals(set.spans(9), copy.spans(9));
        assertEquals(0, set.countMissingIn(copy));
        assertThrows(IllegalArgumentException.class, () -> set.add(set.chunks()));
        assertThrows(IllegalArgumentException.class, () -> new ChunkSet(ChunkSet.CHUNKS_MAX + 1));
        assertEquals(13, Arrays.copyOf(set.page(ChunkSet.PAGE_CHUNKS), 13).length);
    }

    @Test
    void aSetTellsEachChunkThatIsNewOnce() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            int chunks = 1 + random.nextInt(300);
            var set = new ChunkSet(chunks);
            var one = new ChunkSet(chunks);
            for (int n = 0; n < 5; n++) {
                int first = random.nextInt(chunks);
                var span = new ChunkSpan(first, 1 + random.nextInt(chunks - first));
                var expected = new ArrayList<Integer>();
                for (int chunk = span.first(); chunk < span.end(); chunk++) if (one.add(chunk)) expected.add(chunk);
                var told = new ArrayList<Integer>();
                assertEquals(expected.isEmpty(), set.hasAll(span));
                assertEquals(expected.size(), set.addAll(span, told::add));
                assertEquals(expected, told);
                assertEquals(one.spans(chunks), set.spans(chunks));
                assertEquals(one.count(), set.count());
            }
            assertThrows(IllegalArgumentException.class, () -> set.addAll(new ChunkSpan(chunks, 1)));
        }
    }
}
