package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.function.Predicate;

/// Turns of a giver from which one peer had the whole offer already, and more.
final class TurnsAfterAll {
    static final int MIB = 1024 * 1024;
    static final int CHUNKS = 100;
    static final ChunkSizes SIZES = new EqualChunks(CHUNKS, MIB);
    /// More than the offer has, and what may be lost of it.
    static final int MORE_THAN_ALL = CHUNKS + CHUNKS * GivenLately.LOST_PERCENT / 100
            + (int) (GivenLately.LOST_BYTES / (MIB + GivenLately.CHUNK_COST_BYTES)) + 1;
    static final int TWO_ROUNDS = 2 * (UploadTurns.OTHERS_FIRST + 1);
    static final Fingerprint AGAIN = peer(9);
    static final Duration NOW = Duration.ofHours(3);

    private TurnsAfterAll() {}

    static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) (number >> 8);
        bytes[1] = (byte) number;
        return Fingerprint.of(bytes);
    }

    static void ask(UploadTurns turns, Fingerprint who) throws MalformedFrameException {
        for (int chunk = 0; chunk < CHUNKS; chunk++) turns.ask(who, chunk, false);
    }

    /// How many of these turns are for [#AGAIN].
    static int itsTurns(UploadTurns turns, int of, Duration now, Predicate<Fingerprint> ready) {
        int its = 0;
        for (int n = 0; n < of; n++) {
            Participant.Turn turn = turns.next(now, ready);
            if (turn != null && turn.to().equals(AGAIN)) its++;
        }
        return its;
    }

    static int itsTurns(UploadTurns turns, int of, Duration now) {
        return itsTurns(turns, of, now, _ -> true);
    }

    /// Nobody else wants anything.
    static UploadTurns after(int chunks, Standings standings) throws MalformedFrameException {
        var turns = new UploadTurns(standings, SIZES);
        for (int n = 0; n < chunks; n++) {
            turns.ask(AGAIN, n % CHUNKS, false);
            assertEquals(1, itsTurns(turns, 1, NOW), "nobody else waits");
        }
        return turns;
    }

    static UploadTurns afterMoreThanAll() throws MalformedFrameException {
        return after(MORE_THAN_ALL, _ -> Standing.MEMBER);
    }
}
