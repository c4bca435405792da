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
import org.junit.jupiter.api.Test;

/// Row H38: somebody answers each question at once, and never with a chunk.
class HostileLatersTest {
    private static final EntryId OFFER = new EntryId(3, 4);
    private static final Fingerprint ORIGIN = peer(1);
    private static final Fingerprint ADA = peer(2);
    private static final Fingerprint BEN = peer(3);
    private static final Duration BLINK = Duration.ofMillis(1);

    private Duration now = Duration.ofSeconds(100);

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }

    private SwarmReceiver receiver(int chunks, int bytes, LinkKind link) {
        var sizes = new EqualChunks(chunks, bytes);
        var nothing = new InitialChunks(new ChunkSet(chunks), new ChunkSet(chunks), new ChunkSet(chunks));
        var receiver = new SwarmReceiver(
                new SwarmReceiver.Setup(OFFER, peer(9), ORIGIN, link, sizes, _ -> Standing.MEMBER), nothing,
                new Random(1), now);
        now = now.plus(ReceiverPeers.SETTLED_AFTER);
        receiver.tick(now);
        return receiver;
    }

    private static SwarmFrame.Member here() {
        return new SwarmFrame.Member(OFFER, true, false, LinkKind.WIRED);
    }

    private static List<ChunkSpan> wanted(List<Participant.Action> actions, Fingerprint of) {
        var spans = new ArrayList<ChunkSpan>();
        for (Participant.Action action : actions) {
            if (!(action instanceof Participant.Action.Send send) || !send.to().equals(of)) continue;
            if (!(send.frame() instanceof SwarmFrame.Want want)) continue;
            if (want.kind() != SwarmFrame.Want.Kind.CANCEL) spans.addAll(want.spans());
        }
        return spans;
    }

    /// How often `from` is asked within a second in which each of its answers is LATER, and comes at once.
    private int questions(SwarmReceiver receiver, Fingerprint from, int millis) throws MalformedFrameException {
        int questions = 0;
        Duration tick = now;
        for (Duration end = now.plusSeconds(1); now.compareTo(end) < 0; now = now.plus(BLINK)) {
            if (now.minus(tick).compareTo(Participant.TICK) >= 0) {
                receiver.tick(now);
                tick = now;
            }
            List<ChunkSpan> spans = wanted(receiver.actions(), from);
            if (spans.isEmpty()) continue;
            questions++;
            receiver.received(from, new SwarmFrame.Later(OFFER, millis, spans), now);
        }
        return questions;
    }

    private static void assertFew(int questions) {
        assertTrue(questions > 0 && questions <= 12, questions + " questions in a second");
    }

    @Test
    void h38_whoPutsOffEachQuestionIsAskedTenTimesASecondAtMost() throws MalformedFrameException {
        for (int millis : List.of(0, 1)) {
            SwarmReceiver receiver = receiver(40_000, 1, LinkKind.WIRED);
            receiver.received(ADA, here(), now);
            receiver.received(ADA, new SwarmFrame.Have(OFFER, 0, ChunkSet.full(40_000).page(0)), now);
            assertFew(questions(receiver, ADA, millis));
        }
    }

    @Test
    void h38_anAuthorWhoPutsOffEachQuestionIsAskedTenTimesASecondAtMost() throws MalformedFrameException {
        for (LinkKind link : List.of(LinkKind.WIRED, LinkKind.WIRELESS)) {
            SwarmReceiver receiver = receiver(3, 1 << 20, link);
            receiver.received(ORIGIN, here(), now);
            assertFew(questions(receiver, ORIGIN, 0));
        }
    }

    @Test
    void h38_whatAnswersNoQuestionCausesNone() throws MalformedFrameException {
        SwarmReceiver receiver = receiver(40, 1 << 20, LinkKind.WIRED);
        receiver.received(ADA, here(), now);
        receiver.received(ADA, new SwarmFrame.Have(OFFER, 0, ChunkSet.full(40).page(0)), now);
        receiver.received(ADA, new SwarmFrame.Later(OFFER, 200, wanted(receiver.actions(), ADA)), now);
        now = now.plusMillis(200);
        for (Fingerprint who : List.of(ADA, BEN)) {
            receiver.received(who, new SwarmFrame.Later(OFFER, 1, List.of(new ChunkSpan(0, 40))), now);
            assertEquals(List.of(), receiver.actions());
        }
        receiver.tick(now);
        assertFalse(wanted(receiver.actions(), ADA).isEmpty());
    }

    @Test
    void h38_aReceiverRemembersABoundedNumberOfRefusals() throws MalformedFrameException {
        int chunks = 100_000;
        SwarmReceiver receiver = receiver(chunks, 1, LinkKind.WIRED);
        receiver.received(ORIGIN, here(), now);
        List<ChunkSpan> spans;
        while (!(spans = wanted(receiver.actions(), ORIGIN)).isEmpty()) {
            receiver.received(ORIGIN, new SwarmFrame.Later(OFFER, 10_000, spans), now);
        }
        assertEquals(OriginRefusals.LATER_MAX, receiver.refusals());
        now = now.plusSeconds(11);
        receiver.tick(now);
        assertFalse(wanted(receiver.actions(), ORIGIN).isEmpty(), "it is asked again later");
    }
}
