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
    void whoWasOnlySlowToAnswerIsTakenAsSoonAsItDoes() throws MalformedFrameException {
        adaSays(takesPart(true));
        pass(Partners.ANSWER_WITHIN);
        assertEquals(0, receiver.partners(), "she was passed over");
        assertTrue(hasHave(adaSays(nothing())));
    }
}
