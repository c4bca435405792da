package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What questions cost an origin with two hundred receivers (H38), and that its answers are those of a look at each.
class OriginQuestionsTest {
    private static final EntryId OFFER = new EntryId(3, 4);
    private static final int RECEIVERS = 200;
    private static final int CHUNKS = SwarmFrame.Want.CHUNKS_MAX;
    /// Frames of 512 chunks each: what one member asks in some minutes.
    private static final int QUESTIONS = 10_000;
    private static final Duration NOW = Duration.ofSeconds(100);

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return Fingerprint.of(bytes);
    }

    private static SwarmFrame here(LinkKind link) {
        return new SwarmFrame.Member(OFFER, true, false, link);
    }

    private static SwarmFrame.Want want(SwarmFrame.Want.Kind kind, int first, int count) {
        return new SwarmFrame.Want(OFFER, kind, List.of(new ChunkSpan(first, count)));
    }

    /// The one who has it is the last that a look at each would come to.
    @Test
    @Timeout(10)
    void h38_aQuestionForManyChunksDoesNotLookAtEachReceiverForEachOfThem() throws MalformedFrameException {
        var origin = new SwarmOrigin(OFFER, LinkKind.WIRED, new EqualChunks(CHUNKS, 1024 * 1024), _ -> Standing.MEMBER);
        for (int n = 1; n <= RECEIVERS; n++) origin.received(peer(n), here(LinkKind.WIRED), NOW);
        Fingerprint last = peer(RECEIVERS);
        origin.received(last, want(SwarmFrame.Want.Kind.ASK, 0, CHUNKS), NOW);
        for (int n = 0; n < CHUNKS; n++) assertNotNull(origin.nextChunk(NOW, _ -> true));
        long begin = System.nanoTime();
        for (int n = 0; n < QUESTIONS; n++) {
            origin.received(peer(1), want(SwarmFrame.Want.Kind.ASK, 0, CHUNKS), NOW);
            assertEquals(1, origin.actions().size(), "all of it is elsewhere");
        }
        System.out.printf("a question for %d chunks beside %d receivers takes %.3f ms%n", CHUNKS, RECEIVERS,
                (System.nanoTime() - begin) / 1e6 / QUESTIONS);
    }

    /// Receivers come, get chunks, tell of more, and go.
    @Test
    void itsAnswersAreThoseOfALookAtEachReceiver() throws MalformedFrameException {
        var random = Seed.random("OriginQuestionsTest");
        int chunks = 30;
        var origin = new SwarmOrigin(OFFER, LinkKind.WIRED, new EqualChunks(chunks, 10), _ -> Standing.MEMBER);
        var links = new HashMap<Fingerprint, LinkKind>();
        var has = new HashMap<Fingerprint, ChunkSet>();
        var sent = new ChunkSet(chunks);
        Duration now = NOW;
        for (int step = 0; step < 3_000; step++) {
            now = now.plusSeconds(1);
            Fingerprint who = peer(1 + random.nextInt(6));
            int chunk = random.nextInt(chunks);
            if (!links.containsKey(who)) {
                links.put(who, random.nextInt(3) == 0 ? LinkKind.WIRELESS : LinkKind.WIRED);
                has.put(who, new ChunkSet(chunks));
                origin.received(who, here(links.get(who)), now);
            } else if (random.nextInt(12) == 0) {
                origin.gone(who, now);
                links.remove(who);
                has.remove(who);
            } else if (random.nextInt(4) == 0) {
                origin.received(who, new SwarmFrame.HaveMore(OFFER, List.of(new ChunkSpan(chunk, 1))), now);
                has.get(who).add(chunk);
            } else {
                origin.received(who, want(SwarmFrame.Want.Kind.ASK, chunk, 1), now);
                boolean served = !sent.has(chunk) || links.get(who) == LinkKind.WIRELESS
                        || !isElsewhere(who, chunk, links, has);
                Participant.Turn turn = origin.nextChunk(now, _ -> true);
                String message = "step " + step;
                assertEquals(served, turn != null, message);
                if (turn == null) continue;
                assertEquals(new Participant.Turn(who, chunk, false), turn, message);
                sent.add(chunk);
                has.get(who).add(chunk);
            }
            origin.actions();
        }
    }

    private static boolean isElsewhere(Fingerprint asker, int chunk, Map<Fingerprint, LinkKind> links,
            Map<Fingerprint, ChunkSet> has) {
        var others = new ArrayList<>(links.keySet());
        others.remove(asker);
        return others.stream().anyMatch(each -> links.get(each) == LinkKind.WIRED && has.get(each).has(chunk));
    }
}
