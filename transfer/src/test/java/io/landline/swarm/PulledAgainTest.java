package io.landline.swarm;

import static io.landline.swarm.TurnsAfterAll.AGAIN;
import static io.landline.swarm.TurnsAfterAll.CHUNKS;
import static io.landline.swarm.TurnsAfterAll.MIB;
import static io.landline.swarm.TurnsAfterAll.MORE_THAN_ALL;
import static io.landline.swarm.TurnsAfterAll.NOW;
import static io.landline.swarm.TurnsAfterAll.SIZES;
import static io.landline.swarm.TurnsAfterAll.TWO_ROUNDS;
import static io.landline.swarm.TurnsAfterAll.after;
import static io.landline.swarm.TurnsAfterAll.afterMoreThanAll;
import static io.landline.swarm.TurnsAfterAll.ask;
import static io.landline.swarm.TurnsAfterAll.itsTurns;
import static io.landline.swarm.TurnsAfterAll.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A member who pulls an offer again and again costs little to those who still lack it, and nobody else notices the
/// rule.
class PulledAgainTest {
    private static final SimulatedLink LINK = SimulatedLink.wired(12_500_000);

    @Test
    void whoPullsItAgainComesAfterWhoLacksItAlsoWhenItWasAway() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, AGAIN);
        ask(turns, peer(1));
        assertEquals(2, itsTurns(turns, TWO_ROUNDS, NOW));
        turns.gone(AGAIN);
        ask(turns, AGAIN);
        assertEquals(2, itsTurns(turns, TWO_ROUNDS, NOW));
        turns.gone(peer(1));
        assertEquals(TWO_ROUNDS, itsTurns(turns, TWO_ROUNDS, NOW), "nobody else waits");
    }

    @Test
    void whoPullsItAgainKeepsNoPlaceOfThoseWhoLackItButStandsNotStill() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, AGAIN);
        for (int n = 1; n <= UploadTurns.AT_ONCE; n++) ask(turns, peer(n));
        assertFalse(turns.isCrowdedFor(peer(8), NOW), "its place may be had");
        assertEquals(2, itsTurns(turns, TWO_ROUNDS, NOW));
        assertTrue(turns.isCrowdedFor(peer(8), NOW));
    }

    /// Each break loses what was on its way.
    @Test
    void whoAsksForTheRestAfterABreakHasTheTurnsOfAnybody() throws MalformedFrameException {
        UploadTurns turns = after(MORE_THAN_ALL - TWO_ROUNDS / 2 - 1, _ -> Standing.MEMBER);
        turns.gone(AGAIN);
        ask(turns, AGAIN);
        ask(turns, peer(1));
        assertEquals(TWO_ROUNDS / 2, itsTurns(turns, TWO_ROUNDS, NOW));
    }

    @Test
    void whoWasGivenNothingForLongBeginsAnew() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, AGAIN);
        ask(turns, peer(1));
        assertEquals(TWO_ROUNDS / 2, itsTurns(turns, TWO_ROUNDS, NOW.plus(GivenLately.KEPT)));
    }

    @Test
    void whoTakesNothingHoldsNobodyBackForLongerThanASecond() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, peer(1));
        ask(turns, AGAIN);
        Predicate<Fingerprint> ready = AGAIN::equals;
        assertEquals(1, itsTurns(turns, TWO_ROUNDS, NOW, ready), "the other may be about to take something");
        Duration then = NOW.plus(UploadTurns.LEAVES_THE_LINE);
        assertEquals(TWO_ROUNDS, itsTurns(turns, TWO_ROUNDS, then, ready));
        assertEquals(1, itsTurns(turns, TWO_ROUNDS / 2, then), "it is awake again");
    }

    /// It waited with the line idle, as long as a slow one took a chunk in ten seconds.
    @Test
    void whoPullsItAgainHasTheLineWhileSlowOnesTakeNothing() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        for (int n = 1; n <= UploadTurns.AT_ONCE; n++) ask(turns, peer(n));
        itsTurns(turns, UploadTurns.AT_ONCE, NOW);
        ask(turns, AGAIN);
        Predicate<Fingerprint> ready = AGAIN::equals;
        assertEquals(1, itsTurns(turns, TWO_ROUNDS, NOW, ready), "they have just taken something");
        Duration then = NOW.plus(UploadTurns.LEAVES_THE_LINE);
        assertEquals(TWO_ROUNDS, itsTurns(turns, TWO_ROUNDS, then, ready));
        assertEquals(0, itsTurns(turns, UploadTurns.AT_ONCE, then), "each of them may take something now");
        assertEquals(0, itsTurns(turns, TWO_ROUNDS, then, ready));
    }

    /// Eight of them would else hold it back each time that they get their places again.
    @Test
    void whoGetsAPlaceAgainAndTakesNothingHoldsNobodyBack() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        for (int n = 1; n <= 2 * UploadTurns.AT_ONCE; n++) ask(turns, peer(n));
        ask(turns, AGAIN);
        Predicate<Fingerprint> ready = AGAIN::equals;
        assertEquals(1, itsTurns(turns, TWO_ROUNDS, NOW, ready), "the first four may be about to take something");
        Duration then = NOW.plus(UploadTurns.TENURE);
        assertEquals(0, itsTurns(turns, TWO_ROUNDS, then, ready), "the others, too");
        then = then.plus(UploadTurns.TENURE);
        assertEquals(TWO_ROUNDS, itsTurns(turns, TWO_ROUNDS, then, ready), "the first four again");
    }

    /// A slow giver sends a chunk in some seconds. The others took their last one before that, and are ready.
    @Test
    void whoIsReadyGoesFirstHoweverLongAgoItTookSomething() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, peer(1));
        ask(turns, AGAIN);
        int its = 0;
        for (int n = 0; n < TWO_ROUNDS; n++) {
            its += itsTurns(turns, 1, NOW.plus(UploadTurns.LEAVES_THE_LINE.multipliedBy(2L * n)));
        }
        assertEquals(2, its);
    }

    @Test
    void whoIsKnownBetterIsHeldBackByNobodyKnownLess() throws MalformedFrameException {
        UploadTurns turns = after(MORE_THAN_ALL, who -> who.equals(AGAIN) ? Standing.TRUSTED : Standing.MEMBER);
        ask(turns, AGAIN);
        ask(turns, peer(1));
        assertEquals(TWO_ROUNDS / 2, itsTurns(turns, TWO_ROUNDS, NOW));
    }

    @Test
    void whoIsKnownLessGetsNothingEarlierByPullingItAgain() throws MalformedFrameException {
        UploadTurns turns = after(MORE_THAN_ALL, who -> who.equals(AGAIN) ? Standing.OPEN_ROOM : Standing.MEMBER);
        ask(turns, AGAIN);
        for (int n = 1; n <= UploadTurns.AT_ONCE; n++) ask(turns, peer(n));
        assertEquals(0, itsTurns(turns, TWO_ROUNDS, NOW));
    }

    @Test
    void theShareIsTheOfferAndWhatMayBeLostOnItsWay() {
        var given = new GivenLately(SIZES);
        for (int n = 1; n < MORE_THAN_ALL; n++) given.add(AGAIN, 0, NOW);
        assertFalse(given.hadItsShare(AGAIN, NOW));
        given.add(AGAIN, 0, NOW);
        assertTrue(given.hadItsShare(AGAIN, NOW));
        assertTrue(given.hadItsShare(AGAIN, NOW.plus(GivenLately.KEPT).minusNanos(1)));
        assertFalse(given.hadItsShare(AGAIN, NOW.plus(GivenLately.KEPT)));
        given.takeBack(AGAIN, 0);
        given.takeBack(peer(1), 0);
        assertFalse(given.hadItsShare(AGAIN, NOW), "it was not sent");
    }

    /// A chunk of a few bytes takes a turn and a read of the disk too: an empty file could be pulled for ever.
    @Test
    void smallChunksCountMoreThanTheirBytes() {
        var sizes = new EqualChunks(1, 1);
        var given = new GivenLately(sizes);
        int allowed = (int) (GivenLately.LOST_BYTES / GivenLately.CHUNK_COST_BYTES);
        for (int n = 0; n < allowed; n++) given.add(AGAIN, 0, NOW);
        assertFalse(given.hadItsShare(AGAIN, NOW));
        for (int n = 0; n < 2; n++) given.add(AGAIN, 0, NOW);
        assertTrue(given.hadItsShare(AGAIN, NOW));
    }

    @Test
    void ofManyPeopleThoseAreForgottenWhoWereGivenNothingForLongest() {
        var given = new GivenLately(new EqualChunks(1, 2 * (int) GivenLately.LOST_BYTES));
        for (int n = 0; n < GivenLately.PEOPLE_MAX; n++) {
            for (int pulls = 0; pulls < 2; pulls++) given.add(peer(n), 0, NOW);
        }
        given.add(peer(0), 0, NOW);
        given.add(peer(GivenLately.PEOPLE_MAX), 0, NOW);
        assertEquals(GivenLately.PEOPLE_MAX, given.people());
        assertTrue(given.hadItsShare(peer(0), NOW));
        assertFalse(given.hadItsShare(peer(1), NOW));
        assertTrue(given.hadItsShare(peer(2), NOW));
    }

    /// What its policy refuses when the turn comes was not given.
    @Test
    void aChunkThatTheOriginLeavesToOthersDoesNotCount() throws MalformedFrameException {
        UploadTurns turns = after(MORE_THAN_ALL - 1, _ -> Standing.MEMBER);
        turns.ask(AGAIN, 0, false);
        turns.refused(Objects.requireNonNull(turns.next(NOW, _ -> true)));
        assertFalse(turns.pullsAgain(AGAIN, NOW));
        turns.ask(AGAIN, 0, false);
        Objects.requireNonNull(turns.next(NOW, _ -> true));
        assertTrue(turns.pullsAgain(AGAIN, NOW));
        assertNull(turns.next(NOW, _ -> true));
    }

    private static SwarmFrame.Want want(EntryId offer, int chunk) {
        return new SwarmFrame.Want(offer, SwarmFrame.Want.Kind.NOBODY_GIVES_IT, List.of(new ChunkSpan(chunk, 1)));
    }

    /// It stays, with the offer in another folder, and gives it to others.
    @Test
    void whoPulledItAgainLongAgoIsAHolderOfWhatItHas() throws MalformedFrameException {
        var offer = new EntryId(3, 4);
        var origin = new SwarmOrigin(offer, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        var here = new SwarmFrame.Member(offer, true, false, LinkKind.WIRED);
        var ask = new SwarmFrame.Want(offer, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(0, 1)));
        origin.received(AGAIN, here, NOW);
        for (int n = 0; n < MORE_THAN_ALL; n++) {
            origin.received(AGAIN, want(offer, n % CHUNKS), NOW);
            assertNotNull(origin.nextChunk(NOW, _ -> true));
        }
        origin.received(peer(1), here, NOW);
        Duration then = NOW.plus(GivenLately.KEPT).minusNanos(1);
        origin.tick(then);
        origin.received(peer(1), ask, then);
        assertNotNull(origin.nextChunk(then, _ -> true), "who pulls it again gives it to nobody");
        origin.received(peer(2), here, then);
        origin.gone(peer(1), then);
        origin.tick(NOW.plus(GivenLately.KEPT));
        origin.received(peer(2), ask, NOW.plus(GivenLately.KEPT));
        assertNull(origin.nextChunk(NOW.plus(GivenLately.KEPT), _ -> true), "somebody else has it");
    }

    /// How long the last of those takes who come when the others had the offer already.
    private static double seconds(int lacking, int pulling, Repuller.Kind kind) {
        return seconds(new SimulatedSwarm(1, 512, MIB, LINK.up()), LINK, Duration.ofMinutes(4), lacking, pulling, kind);
    }

    private static double seconds(SimulatedSwarm swarm, SimulatedLink link, Duration at, int lacking, int pulling,
            Repuller.Kind kind) {
        swarm.withFullConnections();
        swarm.origin(link);
        for (int n = 0; n < pulling; n++) swarm.repuller(link, kind);
        for (int n = 0; n < lacking; n++) swarm.receiver(link, at);
        swarm.run(at.multipliedBy(2));
        assertTrue(swarm.receivers().stream().allMatch(it -> it.receiver().isFinished()), "it stands still");
        return swarm.slowest();
    }

    /// It took up to four times as long.
    @ParameterizedTest
    @CsvSource({"1, 1, COMES_BACK", "1, 3, COMES_BACK", "3, 1, COMES_BACK", "3, 3, COMES_BACK", "6, 1, COMES_BACK",
            "1, 1, STAYS", "1, 3, STAYS", "3, 1, STAYS", "3, 3, STAYS", "6, 1, STAYS"})
    void h74_whoPullsTheOfferAgainHardlySlowsThoseWhoLackIt(int lacking, int pulling, Repuller.Kind kind) {
        double alone = seconds(lacking, 0, kind);
        double among = seconds(lacking, pulling, kind);
        System.out.printf("%d beside %d that %s: %.1f s, alone %.1f s%n", lacking, pulling, kind, among, alone);
        assertTrue(among <= 1.15 * alone, among + " s instead of " + alone);
    }

    /// A chunk takes two seconds there.
    @ParameterizedTest
    @CsvSource({"1, 1, COMES_BACK", "1, 3, COMES_BACK", "3, 3, COMES_BACK", "1, 1, STAYS", "1, 3, STAYS",
            "3, 3, STAYS"})
    void h74_noSlowGiverLetsThemSlowOthersEither(int lacking, int pulling, Repuller.Kind kind) {
        SimulatedLink slow = SimulatedLink.wired(MIB / 2);
        Duration at = Duration.ofMinutes(30);
        double alone = seconds(new SimulatedSwarm(1, 64, MIB, slow.up()), slow, at, lacking, 0, kind);
        double among = seconds(new SimulatedSwarm(1, 64, MIB, slow.up()), slow, at, lacking, pulling, kind);
        System.out.printf("slow: %d beside %d that %s: %.1f s, alone %.1f s%n", lacking, pulling, kind, among, alone);
        assertTrue(among <= 1.15 * alone, among + " s instead of " + alone);
    }

    /// It got one chunk in a minute, beside an idle line.
    @ParameterizedTest
    @EnumSource
    void whoPullsItAgainHasTheLineThatOneSlowReceiverLeaves(Repuller.Kind kind) {
        var swarm = new SimulatedSwarm(1, CHUNKS, MIB, LINK.up()).withFullConnections();
        SimulatedNode origin = swarm.origin(LINK);
        swarm.repuller(LINK, kind);
        Duration at = Duration.ofMinutes(1);
        SimulatedNode receiver = swarm.receiver(SimulatedLink.wired(MIB / 4), at);
        var before = new AtomicLong();
        swarm.eachTick(() -> {
            if (swarm.time().compareTo(at) <= 0) before.set(origin.sentChunks);
        });
        swarm.run(Duration.ofMinutes(10));
        long its = origin.sentChunks - before.get() - CHUNKS;
        double seconds = (receiver.finishedAt - receiver.startsAt) / 1e9;
        System.out.printf("%s beside a slow one: %d chunks in %.1f s%n", kind, its, seconds);
        assertTrue(seconds <= 1.15 * CHUNKS * 4, seconds + " s");
        assertTrue(its >= 0.5 * seconds * LINK.up() / MIB, its + " chunks");
    }
}
