package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One receiver, or one origin, among members who do not keep the rules, die, or say nothing.
class HostileMembersTest {
    private static final EntryId OFFER = new EntryId(3, 4);
    private static final int CHUNKS = 40;
    private static final Fingerprint ORIGIN = peer(1);
    private static final Fingerprint ADA = peer(2);
    private static final Fingerprint BEN = peer(3);

    private static final ChunkSizes SIZES = new EqualChunks(CHUNKS, 1024 * 1024);

    private Duration now = Duration.ofSeconds(100);
    private SwarmReceiver receiver = newReceiver();

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }

    private SwarmReceiver newReceiver() {
        var setup = new SwarmReceiver.Setup(OFFER, peer(9), ORIGIN, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        return newReceiver(setup, new ChunkSet(CHUNKS), new ChunkSet(CHUNKS));
    }

    private SwarmReceiver newReceiver(SwarmReceiver.Setup setup, ChunkSet unwanted, ChunkSet unread) {
        var initial = new InitialChunks(new ChunkSet(CHUNKS), unwanted, unread);
        return new SwarmReceiver(setup, initial, new Random(1), now);
    }

    @BeforeEach
    void settle() {
        pass(ReceiverPeers.SETTLED_AFTER);
    }

    private List<Participant.Action> pass(Duration time) {
        now = now.plus(time);
        receiver.tick(now);
        return receiver.actions();
    }

    private static SwarmFrame here() {
        return new SwarmFrame.Member(OFFER, true, false, LinkKind.WIRED);
    }

    private static SwarmFrame all() {
        return new SwarmFrame.Have(OFFER, 0, ChunkSet.full(CHUNKS).page(0));
    }

    private List<Participant.Action> say(Fingerprint from, SwarmFrame frame) throws MalformedFrameException {
        receiver.received(from, frame, now);
        return receiver.actions();
    }

    private void partner(Fingerprint who) throws MalformedFrameException {
        receiver.received(who, here(), now);
        receiver.received(who, all(), now);
    }

    private static List<Integer> wanted(List<Participant.Action> actions, Fingerprint of, SwarmFrame.Want.Kind kind) {
        var chunks = new ArrayList<Integer>();
        for (Participant.Action action : actions) {
            if (!(action instanceof Participant.Action.Send send) || !send.to().equals(of)) continue;
            if (!(send.frame() instanceof SwarmFrame.Want want) || want.kind() != kind) continue;
            for (ChunkSpan span : want.spans()) for (int n = span.first(); n < span.end(); n++) chunks.add(n);
        }
        return chunks;
    }

    private static List<Integer> asked(List<Participant.Action> actions, Fingerprint of) {
        return wanted(actions, of, SwarmFrame.Want.Kind.ASK);
    }

    @Test
    void whoFloodsWithWhatItHasBreaksTheProtocol() throws MalformedFrameException {
        var news = new SwarmFrame.HaveMore(OFFER, List.of(new ChunkSpan(1, 1)));
        for (int n = 0; n < FramePace.SAVED_MAX; n++) receiver.received(ADA, news, now);
        assertThrows(MalformedFrameException.class, () -> receiver.received(ADA, news, now));
        receiver.received(BEN, news, now);
    }

    @Test
    void chunksThatTheOfferDoesNotHaveBreakTheProtocol() throws MalformedFrameException {
        partner(ADA);
        List<ChunkSpan> behind = List.of(new ChunkSpan(CHUNKS, 1));
        for (SwarmFrame frame : List.of(new SwarmFrame.HaveMore(OFFER, behind),
                new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.CANCEL, behind), new SwarmFrame.Later(OFFER, 1, behind),
                new SwarmFrame.Have(OFFER, 0, new byte[CHUNKS / Byte.SIZE + 1]))) {
            assertThrows(MalformedFrameException.class, () -> receiver.received(ADA, frame, now), frame.toString());
        }
    }

    @Test
    void newsOfStrangersToTheOfferCountForNothing() throws MalformedFrameException {
        assertEquals(List.of(), say(ADA, all()), "it never said that it takes part");
        assertEquals(List.of(), say(ADA, new SwarmFrame.HaveMore(OFFER, List.of(new ChunkSpan(0, CHUNKS)))));
        assertEquals(0, receiver.partners());
        assertEquals(List.of(), say(ADA, new SwarmFrame.Later(OFFER, 500, List.of(new ChunkSpan(0, CHUNKS)))));
        assertEquals(List.of(), say(ADA, new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.CANCEL,
                List.of(new ChunkSpan(0, 5)))));
    }

    /// A receiver that wants one chunk, which the origin has just left to others.
    private void refused(boolean somebodyMayAnswer) throws MalformedFrameException {
        var unwanted = ChunkSet.full(CHUNKS);
        unwanted.remove(7);
        var setup = new SwarmReceiver.Setup(OFFER, peer(9), ORIGIN, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        receiver = newReceiver(setup, unwanted, new ChunkSet(CHUNKS));
        if (somebodyMayAnswer) receiver.met(ADA, now);
        receiver.received(ORIGIN, here(), now);
        assertEquals(List.of(7), asked(pass(ReceiverPeers.SETTLED_AFTER), ORIGIN));
        receiver.received(ORIGIN, new SwarmFrame.Later(OFFER, 0, List.of(new ChunkSpan(7, 1))), now);
    }

    @Test
    void nobodyGivesItIsNotSaidWhileSomebodyMayAnswerThatItTakesPart() throws MalformedFrameException {
        var kind = SwarmFrame.Want.Kind.NOBODY_GIVES_IT;
        refused(false);
        assertEquals(List.of(7), wanted(pass(Participant.TICK), ORIGIN, kind));
        refused(true);
        for (Duration t = Participant.TICK; t.compareTo(Partners.ANSWER_WITHIN.minus(Participant.TICK)) < 0;) {
            assertEquals(List.of(), wanted(pass(Participant.TICK), ORIGIN, kind));
            t = t.plus(Participant.TICK);
        }
        var later = new ArrayList<Integer>();
        for (int n = 0; n < 4; n++) later.addAll(wanted(pass(Participant.TICK), ORIGIN, kind));
        assertEquals(List.of(7), later);
    }

    @Test
    void whoTakesAPartAsksForNothingElseAndSaysWhenItHasIt() throws MalformedFrameException {
        var unwanted = ChunkSet.full(CHUNKS);
        unwanted.remove(7);
        unwanted.remove(30);
        var setup = new SwarmReceiver.Setup(OFFER, peer(9), ORIGIN, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        receiver = newReceiver(setup, unwanted, new ChunkSet(CHUNKS));
        partner(ADA);
        receiver.received(ORIGIN, here(), now);
        pass(ReceiverPeers.SETTLED_AFTER);
        List<Participant.Action> actions = new ArrayList<>();
        for (int n = 0; n < 100; n++) actions.addAll(pass(Participant.TICK));
        for (var kind : SwarmFrame.Want.Kind.values()) {
            for (Fingerprint who : List.of(ADA, ORIGIN)) {
                assertTrue(List.of(7, 30).containsAll(wanted(actions, who, kind)), "asked for more");
            }
        }
        receiver.arrived(ADA, 7, now);
        assertFalse(says(pass(Participant.TICK), ADA, true));
        receiver.givenUp(new ChunkSpan(30, 1), now);
        List<Participant.Action> end = pass(Participant.TICK);
        assertTrue(receiver.isFinished() && says(end, ADA, true) && says(end, ORIGIN, true));
        receiver.lost(7, now);
        assertTrue(!receiver.isFinished() && says(receiver.actions(), ADA, false));
    }

    @Test
    void whatAnEarlierRunKeptIsAskedOfNobodyBeforeItIsReadAgainAndLost() throws MalformedFrameException {
        var unread = new ChunkSet(CHUNKS);
        unread.addAll(new ChunkSpan(0, CHUNKS - 2));
        var setup = new SwarmReceiver.Setup(OFFER, peer(9), ORIGIN, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        receiver = newReceiver(setup, new ChunkSet(CHUNKS), unread);
        partner(ADA);
        receiver.received(ORIGIN, here(), now);
        var asks = new TreeSet<Integer>();
        for (int n = 0; n < 100; n++) asks.addAll(everythingAsked(pass(Participant.TICK)));
        assertEquals(Set.of(CHUNKS - 2, CHUNKS - 1), asks);
        receiver.arrived(ADA, CHUNKS - 2, now);
        receiver.arrived(ADA, CHUNKS - 1, now);
        receiver.actions();
        assertFalse(receiver.isFinished());
        assertFalse(receiver.held().has(0));

        receiver.lost(3, now);
        assertEquals(Set.of(3), everythingAsked(receiver.actions()));
        receiver.found(new ChunkSpan(0, 3), now);
        List<Participant.Action> told = pass(Participant.TICK);
        assertTrue(told.contains(new Participant.Action.Send(ADA,
                new SwarmFrame.HaveMore(OFFER, List.of(new ChunkSpan(0, 3), new ChunkSpan(CHUNKS - 1, 1))))),
                told.toString());
        receiver.found(new ChunkSpan(4, CHUNKS - 6), now);
        assertFalse(receiver.isFinished());
        receiver.arrived(ADA, 3, now);
        assertTrue(receiver.isFinished() && receiver.held().isFull());
    }

    private static Set<Integer> everythingAsked(List<Participant.Action> actions) {
        var all = new TreeSet<Integer>();
        for (Fingerprint who : List.of(ADA, BEN, ORIGIN)) {
            all.addAll(asked(actions, who));
            all.addAll(wanted(actions, who, SwarmFrame.Want.Kind.NOBODY_GIVES_IT));
        }
        return all;
    }

    private static boolean says(List<Participant.Action> actions, Fingerprint to, boolean finished) {
        return actions.contains(new Participant.Action.Send(to, new SwarmFrame.Finished(OFFER, finished)));
    }

    @Test
    void whoHasAllThatItWantsCountsAsLackingNothing() throws MalformedFrameException {
        receiver.received(ADA, here(), now);
        receiver.received(ADA, new SwarmFrame.Have(OFFER, 0, new ChunkSet(CHUNKS).page(0)), now);
        assertEquals(1, receiver.lacking());
        receiver.received(ADA, new SwarmFrame.Finished(OFFER, true), now);
        assertEquals(0, receiver.lacking());
        receiver.received(ADA, new SwarmFrame.Finished(OFFER, false), now);
        assertEquals(1, receiver.lacking());
        receiver.received(BEN, new SwarmFrame.Finished(OFFER, true), now); // it takes no part
    }

    @Test
    void whatIsNotHereIsRefusedAndNotAskedForAgainWhereItIsRefused() throws MalformedFrameException {
        var want = new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(2, 2)));
        assertEquals(List.of(new Participant.Action.Send(ADA,
                new SwarmFrame.Later(OFFER, 0, List.of(new ChunkSpan(2, 2))))), say(ADA, want));
        receiver.received(ADA, here(), now);
        List<Participant.Action> actions = say(ADA, all());
        int chunk = asked(actions, ADA).getFirst();
        say(ADA, new SwarmFrame.Later(OFFER, 0, List.of(new ChunkSpan(chunk, 1))));
        for (int n = 0; n < 100; n++) assertFalse(asked(pass(Participant.TICK), ADA).contains(chunk));
    }

    @Test
    void oneWhoIsBusyIsLeftInPeaceForTheTimeItSays() throws MalformedFrameException {
        receiver.received(ADA, here(), now);
        List<Integer> asked = asked(say(ADA, all()), ADA);
        assertEquals(RequestScheduler.OPEN_A_PARTNER, asked.size());
        for (int chunk : asked) {
            assertEquals(List.of(), say(ADA, new SwarmFrame.Later(OFFER, 600, List.of(new ChunkSpan(chunk, 1)))));
        }
        assertEquals(List.of(), asked(pass(Duration.ofMillis(599)), ADA));
        assertEquals(RequestScheduler.OPEN_A_PARTNER, asked(pass(Duration.ofMillis(1)), ADA).size());
    }

    @Test
    void whatALatePartnerOwesIsAskedOfAnotherAndTheLateOneIsTakenIfItComesFirst() throws MalformedFrameException {
        receiver.received(ADA, here(), now);
        List<Integer> asked = asked(say(ADA, all()), ADA);
        receiver.received(BEN, here(), now);
        List<Integer> ofBen = asked(say(BEN, all()), BEN);
        for (int chunk : ofBen) receiver.arrived(BEN, chunk, now);
        for (int n = 0; n < 20 && receiver.requests.chunks().count() > 0; n++) {
            List<Participant.Action> actions = pass(Duration.ofMillis(500));
            for (int chunk : asked(actions, BEN)) receiver.arrived(BEN, chunk, now);
        }
        receiver.actions();
        assertTrue(receiver.held().isFull(), "what Ada owes came from Ben");
        receiver.arrived(ADA, asked.getFirst(), now);
        assertEquals(1, receiver.duplicates());
    }

    @Test
    void onlyALatePartnerHasIt_soItIsTriedAgain() throws MalformedFrameException {
        receiver.received(ADA, here(), now);
        List<Integer> first = asked(say(ADA, all()), ADA);
        assertFalse(first.isEmpty());
        boolean again = false;
        for (int n = 0; n < 400 && !again; n++) again = !asked(pass(Participant.TICK), ADA).isEmpty();
        assertTrue(again, "the only one who has it was given up for good");
    }

    @Test
    void whoDiesIsAskedForNothingMore() throws MalformedFrameException {
        partner(ADA);
        assertFalse(asked(receiver.actions(), ADA).isEmpty());
        receiver.gone(ADA, now);
        assertEquals(0, receiver.requests.chunks().count());
        assertEquals(0, receiver.partners());
        for (int n = 0; n < 20; n++) assertEquals(List.of(), asked(pass(Participant.TICK), ADA));
    }

    @Test
    void aWrongChunkEndsTheConnectionAndTheSecondForGood() throws MalformedFrameException {
        receiver.received(ADA, here(), now);
        List<Integer> asked = asked(say(ADA, all()), ADA);
        receiver.wrong(ADA, asked.getFirst(), now);
        assertTrue(receiver.actions().contains(new Participant.Action.Shun(ADA, false)));
        receiver.wrong(ADA, asked.getLast(), now); // was on its way
        assertEquals(List.of(), receiver.actions());
        assertEquals(List.of(), asked(say(ADA, here()), ADA));
        assertEquals(List.of(), asked(say(ADA, all()), ADA));
        now = now.plus(WrongChunkSenders.FIRST);
        assertFalse(asked(say(ADA, all()), ADA).isEmpty(), "it gets a second chance");
        receiver.wrong(ADA, 0, now);
        assertTrue(receiver.actions().contains(new Participant.Action.Shun(ADA, true)));
        now = now.plus(Duration.ofDays(1));
        receiver.received(ADA, here(), now);
        assertEquals(List.of(), asked(say(ADA, all()), ADA));
    }

    @Test
    void theOriginIsNotShunned() throws MalformedFrameException {
        List<Participant.Action> actions = say(ORIGIN, here());
        int chunk = wanted(actions, ORIGIN, SwarmFrame.Want.Kind.ASK).getFirst();
        receiver.wrong(ORIGIN, chunk, now);
        assertFalse(receiver.isShunned(ORIGIN, now));
        assertTrue(receiver.actions().stream().noneMatch(Participant.Action.Shun.class::isInstance));
    }

    @Test
    void anOriginServesOnlyThoseWhoTakePart() throws MalformedFrameException {
        var origin = new SwarmOrigin(OFFER, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        var want = new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(0, 3)));
        origin.received(ADA, want, now);
        assertNull(origin.nextChunk(now, _ -> true));
        origin.received(ADA, here(), now);
        origin.received(ADA, want, now);
        assertEquals(0, assertNotNullTurn(origin).chunk());
        origin.gone(ADA, now);
        assertNull(origin.nextChunk(now, _ -> true));
    }

    @Test
    void aSecondQuestionForAChunkIsRefusedWhenItsTurnComes() throws MalformedFrameException {
        var origin = new SwarmOrigin(OFFER, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        var want = new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.NOBODY_GIVES_IT, List.of(new ChunkSpan(7, 1)));
        for (Fingerprint who : List.of(ADA, BEN)) {
            origin.received(who, here(), now);
            origin.received(who, want, now);
        }
        assertEquals(ADA, assertNotNullTurn(origin).to());
        assertNull(origin.nextChunk(now, _ -> true), "it had not been sent when Ben said that nobody gives it");
        assertEquals(List.of(new Participant.Action.Send(BEN,
                new SwarmFrame.Later(OFFER, 500, List.of(new ChunkSpan(7, 1))))), origin.actions());
        origin.received(BEN, want, now);
        assertEquals(BEN, assertNotNullTurn(origin).to());
        assertEquals(2.0 / CHUNKS, origin.sentRatio());
        int one = SIZES.bytes(0);
        assertEquals(List.of(new Share(ADA, one, false), new Share(BEN, one, false)), origin.shares());
        assertEquals(2, origin.lacking());
    }

    private Participant.Turn assertNotNullTurn(SwarmOrigin origin) {
        Participant.Turn turn = origin.nextChunk(now, _ -> true);
        assertNotNull(turn);
        return turn;
    }

    @Test
    void anOriginKeepsNoMoreBitmapsThanFitItsBound() throws MalformedFrameException {
        var huge = new EqualChunks(ChunkSet.CHUNKS_MAX, 1024 * 1024);
        var origin = new SwarmOrigin(OFFER, LinkKind.WIRED, huge, _ -> Standing.MEMBER);
        for (int n = 0; n < 100; n++) origin.received(peer(n), here(), now);
        long own = 3 * ChunkSet.bytesOf(ChunkSet.CHUNKS_MAX); // what was sent, what one has, what several have
        assertEquals(SwarmOrigin.BITMAP_BYTES_MAX + own, origin.stateBytes());
        for (int n = 0; n < 100; n++) origin.gone(peer(n), now);
        assertEquals(own, origin.stateBytes());
    }
}
