package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who keeps a place among the partners of a receiver, who loses it, and when it may come back.
class PartnerPlacesTest {
    private static final EntryId OFFER = new EntryId(3, 4);
    private static final int CHUNKS = 40;
    private static final Fingerprint ORIGIN = peer(1);
    private static final Fingerprint ADA = peer(2);
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
        var nothing = new InitialChunks(new ChunkSet(CHUNKS), new ChunkSet(CHUNKS), new ChunkSet(CHUNKS));
        return new SwarmReceiver(setup, nothing, new Random(1), now);
    }

    @BeforeEach
    void settle() {
        pass(ReceiverPeers.SETTLED_AFTER);
    }

    private List<SwarmFrame> pass(Duration time) {
        now = now.plus(time);
        receiver.tick(now);
        return sentToAda();
    }

    /// What is sent to her now. The others hear nothing.
    private List<SwarmFrame> sentToAda() {
        var frames = new ArrayList<SwarmFrame>();
        for (Participant.Action action : receiver.actions()) {
            if (action instanceof Participant.Action.Send(var to, var frame) && to.equals(ADA)) frames.add(frame);
        }
        return frames;
    }

    private List<SwarmFrame> adaSays(SwarmFrame frame) throws MalformedFrameException {
        receiver.received(ADA, frame, now);
        return sentToAda();
    }

    private static SwarmFrame takesPart(boolean here) {
        return new SwarmFrame.Member(OFFER, here, false, LinkKind.WIRED);
    }

    private static SwarmFrame nothing() {
        return new SwarmFrame.Have(OFFER, 0, new ChunkSet(CHUNKS).page(0));
    }

    private static boolean hasHave(List<SwarmFrame> frames) {
        return frames.stream().anyMatch(SwarmFrame.Have.class::isInstance);
    }

    /// Ada has nothing to give, and many others take part: her place is given up.
    private void loseAda() throws MalformedFrameException {
        for (int n = 0; n < Partners.PARTNERS_MAX; n++) receiver.received(peer(100 + n), takesPart(true), now);
        adaSays(takesPart(true));
        adaSays(nothing());
        List<SwarmFrame> told = pass(Partners.LOOK_EVERY);
        assertEquals(List.of(takesPart(true)), told, "no longer a partner");
    }

    @Test
    void whoLostItsPlaceDoesNotTakeItBackAtOnce() throws MalformedFrameException {
        loseAda();
        assertFalse(hasHave(adaSays(nothing())), "a partner again");
        pass(Partners.LOOK_EVERY.minusNanos(1));
        assertFalse(hasHave(adaSays(nothing())), "a partner again before its time");
        assertTrue(hasHave(pass(Duration.ofNanos(1))) || hasHave(adaSays(nothing())), "after a while it may");
    }

    @Test
    void whoLostItsPlaceDoesNotTakeItBackByLeavingAndComingBack() throws MalformedFrameException {
        loseAda();
        adaSays(takesPart(false));
        adaSays(takesPart(true));
        assertFalse(hasHave(adaSays(nothing())), "a partner again");
    }

    @Test
    void whoLostItsPlaceDoesNotTakeItBackByAskingForAChunk() throws MalformedFrameException {
        loseAda();
        receiver.arrived(ORIGIN, 7, now);
        adaSays(new SwarmFrame.Want(OFFER, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(7, 1))));
        assertEquals(new Participant.Turn(ADA, 7, false), receiver.nextChunk(now, _ -> true), "she gets it");
        assertFalse(hasHave(adaSays(nothing())), "a partner again");
    }

    /// A node's uptime is an hour when it accepts an offer. Ada did at the same moment, and has nothing yet.
    @Test
    void whoHasNothingInTheFirstMomentKeepsItsPlace() throws MalformedFrameException {
        now = Duration.ofHours(1);
        receiver = newReceiver();
        adaSays(takesPart(true));
        adaSays(nothing());
        receiver.received(peer(100), takesPart(true), now);
        assertFalse(pass(ReceiverPeers.SETTLED_AFTER).contains(takesPart(true)), "no longer a partner");
        assertTrue(pass(Partners.LOOK_EVERY).contains(takesPart(true)), "a minute is enough");
    }

    @Test
    void whoWasOnlySlowToAnswerIsTakenAsSoonAsItDoes() throws MalformedFrameException {
        adaSays(takesPart(true));
        pass(Partners.ANSWER_WITHIN);
        assertEquals(0, receiver.partners(), "she was passed over");
        assertTrue(hasHave(adaSays(nothing())));
    }

    /// Each place is taken by one who says that it has all. The author has gone.
    private void fillPlaces() throws MalformedFrameException {
        for (int n = 0; n < Partners.PARTNERS_MAX; n++) {
            receiver.received(peer(100 + n), takesPart(true), now);
            receiver.received(peer(100 + n), all(), now);
        }
        assertEquals(Partners.PARTNERS_MAX, receiver.partners());
    }

    private static SwarmFrame all() {
        return new SwarmFrame.Have(OFFER, 0, ChunkSet.full(CHUNKS).page(0));
    }

    /// What is sent within this time to those who fill the places and put off each question.
    private List<Participant.Action> putOff(Duration time) throws MalformedFrameException {
        var sent = new ArrayList<Participant.Action>();
        for (Duration end = now.plus(time); now.compareTo(end) < 0;) {
            now = now.plus(Participant.TICK);
            receiver.tick(now);
            for (Participant.Action action : receiver.actions()) {
                sent.add(action);
                if (!(action instanceof Participant.Action.Send(var to, var frame))) continue;
                if (!(frame instanceof SwarmFrame.Want want)) continue;
                if (want.kind() == SwarmFrame.Want.Kind.CANCEL) continue;
                receiver.received(to, new SwarmFrame.Later(OFFER, SwarmFrame.Later.MILLIS_MAX, want.spans()), now);
            }
        }
        return sent;
    }

    private static List<Fingerprint> dismissed(List<Participant.Action> actions) {
        var dismissed = new ArrayList<Fingerprint>();
        for (Participant.Action action : actions) {
            if (action instanceof Participant.Action.Send(var to, SwarmFrame.Member _)) dismissed.add(to);
        }
        return dismissed;
    }

    @Test
    void whoIsAskedInVainLosesItsPlaceWhereOthersWaitAndHalfOfThemAtMost() throws MalformedFrameException {
        fillPlaces();
        for (int n = 0; n < Partners.PARTNERS_MAX; n++) receiver.received(peer(-1 - n), takesPart(true), now);
        List<Participant.Action> sent = putOff(Partner.IN_VAIN.plus(Partners.LOOK_EVERY));
        assertEquals(Partners.LOSE_MAX, dismissed(sent).size());
        assertTrue(sent.stream()
                .anyMatch(it -> it instanceof Participant.Action.Send(var to, SwarmFrame.Have _)
                        && to.equals(peer(-1))),
                "others are chosen");
    }

    @Test
    void noMoreLoseTheirPlacesThanThereAreOthers() throws MalformedFrameException {
        fillPlaces();
        assertEquals(List.of(), dismissed(putOff(Partner.IN_VAIN.multipliedBy(3))), "nobody else is there");
        receiver.received(ADA, takesPart(true), now);
        assertEquals(List.of(peer(100)), dismissed(putOff(Partners.LOOK_EVERY)));
    }

    @Test
    void whoComesTakesThePlaceOfOneWhoWasAskedInVain() throws MalformedFrameException {
        fillPlaces();
        adaSays(takesPart(true));
        assertFalse(hasHave(adaSays(all())), "nobody is to make room yet");
        putOff(Partner.IN_VAIN);
        assertTrue(hasHave(adaSays(all())), "a partner");
        assertEquals(Partners.PARTNERS_MAX, receiver.partners());
    }

    @Test
    void whoLeavesAndComesBackWasAskedInVainAllTheSame() throws MalformedFrameException {
        fillPlaces();
        Duration half = Partner.IN_VAIN.dividedBy(2);
        putOff(half);
        for (int n = 0; n < Partners.PARTNERS_MAX; n++) receiver.received(peer(100 + n), takesPart(false), now);
        fillPlaces();
        putOff(half);
        adaSays(takesPart(true));
        assertTrue(hasHave(adaSays(all())), "a partner");
    }

    @Test
    void questionsAtTheSameTimeAndWhatWasGivenCountOnceAndNotAtAll() {
        var partner = new Partner(ADA, LinkKind.WIRED, now);
        Duration half = Partner.IN_VAIN.dividedBy(2);
        for (int n = 0; n < 3; n++) partner.gaveNothing(now, now.plus(half));
        partner.gaveNothing(now.plus(half), now.plus(Partner.IN_VAIN).minusNanos(1));
        assertFalse(partner.isAskedInVain());
        partner.gaveNothing(now, now.plus(Partner.IN_VAIN));
        assertTrue(partner.isAskedInVain());
        partner.gaveChunk(now.plus(Partner.IN_VAIN));
        partner.gaveNothing(now.plus(Partner.IN_VAIN), now.plus(Partner.IN_VAIN).plus(half));
        assertFalse(partner.isAskedInVain());
    }

    /// Its average is 30 s. Two questions were asked at the same time, and the first was answered after 100 s.
    @Test
    void timeBeforeItGaveSomethingDoesNotCount() {
        var partner = new Partner(ADA, LinkKind.WIRED, now);
        Duration gaveAt = now.plusSeconds(100);
        partner.gaveChunk(gaveAt);
        partner.gaveNothing(now, now.plusSeconds(120));
        assertFalse(partner.isAskedInVain());
        partner.gaveNothing(now, gaveAt.plus(Partner.IN_VAIN).minusNanos(1));
        assertFalse(partner.isAskedInVain());
        partner.gaveNothing(now, gaveAt.plus(Partner.IN_VAIN));
        assertTrue(partner.isAskedInVain());
    }

    /// Each question is answered by somebody else soon, and taken back: that says nothing of those who were asked.
    @Test
    void whatWasTakenBackSinceAnotherWasFasterDoesNotCount() throws MalformedFrameException {
        fillPlaces();
        adaSays(takesPart(true));
        for (int chunk = 0; chunk < CHUNKS; chunk++) receiver.arrived(ORIGIN, chunk, now);
        int asked = 0;
        while (asked < 2 * Partners.PARTNERS_MAX * Partner.IN_VAIN.toSeconds()) {
            receiver.lost(0, now);
            now = now.plusSeconds(1);
            for (Participant.Action action : receiver.actions()) {
                if (!(action instanceof Participant.Action.Send(_, SwarmFrame.Want want))) continue;
                if (want.kind() == SwarmFrame.Want.Kind.ASK) asked++;
            }
            receiver.arrived(ORIGIN, 0, now);
        }
        receiver.lost(0, now);
        sentToAda();
        assertFalse(hasHave(adaSays(all())), "somebody lost its place");
    }

    @Test
    void whoLeavesAndComesBackOccupiesNoMoreEachTime() throws MalformedFrameException {
        Duration longest = ResponseTime.PATIENCE_FIRST.multipliedBy(LateAnswers.GIVEN_UP_TIMES);
        for (int n = 0; n < 20; n++) {
            adaSays(takesPart(true));
            adaSays(all());
            assertEquals(ChunkSet.bytesOf(CHUNKS), receiver.stateBytes());
            assertFalse(chunks(pass(longest), SwarmFrame.Want.Kind.CANCEL).isEmpty(), "taken back");
            adaSays(takesPart(false));
            assertEquals(0, receiver.stateBytes());
        }
    }

    private static List<Integer> chunks(List<SwarmFrame> frames, SwarmFrame.Want.Kind kind) {
        var chunks = new TreeSet<Integer>();
        for (SwarmFrame frame : frames) {
            if (!(frame instanceof SwarmFrame.Want want) || want.kind() != kind) continue;
            for (ChunkSpan span : want.spans()) for (int n = span.first(); n < span.end(); n++) chunks.add(n);
        }
        return List.copyOf(chunks);
    }

    @Test
    void whoIsNoPartnerAnyMoreHearsThatNothingIsAskedOfIt() throws MalformedFrameException {
        adaSays(takesPart(true));
        List<Integer> asked = chunks(adaSays(all()), SwarmFrame.Want.Kind.ASK);
        assertEquals(RequestScheduler.OPEN_A_PARTNER, asked.size());
        assertEquals(asked, chunks(adaSays(takesPart(true)), SwarmFrame.Want.Kind.CANCEL));
    }
}
