package io.landline.swarm;

import static io.landline.swarm.TurnsAfterAll.AGAIN;
import static io.landline.swarm.TurnsAfterAll.NOW;
import static io.landline.swarm.TurnsAfterAll.SIZES;
import static io.landline.swarm.TurnsAfterAll.TWO_ROUNDS;
import static io.landline.swarm.TurnsAfterAll.afterMoreThanAll;
import static io.landline.swarm.TurnsAfterAll.ask;
import static io.landline.swarm.TurnsAfterAll.itsTurns;
import static io.landline.swarm.TurnsAfterAll.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The origin may leave the chunk of a turn to others. Nobody took that turn.
class RefusedTurnsTest {
    private static Participant.Turn refusedTurn(UploadTurns turns, Duration now, Predicate<Fingerprint> ready) {
        Participant.Turn turn = Objects.requireNonNull(turns.next(now, ready));
        turns.refused(turn);
        return turn;
    }

    @Test
    void turnsThatAreRefusedAreNoChunksForOthers() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, peer(1));
        ask(turns, AGAIN);
        assertEquals(1, itsTurns(turns, 1, NOW));
        for (int n = 0; n < TWO_ROUNDS; n++) assertEquals(peer(1), refusedTurn(turns, NOW, _ -> true).to());
    }

    @Test
    void aTurnOfItsOwnThatIsRefusedIsNotLost() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, peer(1));
        ask(turns, AGAIN);
        assertEquals(AGAIN, refusedTurn(turns, NOW, _ -> true).to());
        assertEquals(1, itsTurns(turns, 1, NOW));
        assertEquals(0, itsTurns(turns, UploadTurns.OTHERS_FIRST, NOW));
    }

    @Test
    void whoWasRefusedAllHoldsNobodyBack() throws MalformedFrameException {
        UploadTurns turns = afterMoreThanAll();
        ask(turns, peer(1));
        ask(turns, AGAIN);
        Predicate<Fingerprint> other = peer(1)::equals;
        refusedTurn(turns, NOW, other);
        Duration then = NOW.plus(UploadTurns.LEAVES_THE_LINE);
        refusedTurn(turns, then, other);
        assertEquals(TWO_ROUNDS, itsTurns(turns, TWO_ROUNDS, then, AGAIN::equals));
    }

    @Test
    void whoWasRefusedAllKeepsNoPlace() throws MalformedFrameException {
        var turns = new UploadTurns(who -> who.equals(AGAIN) ? Standing.MEMBER : Standing.TRUSTED, SIZES);
        for (int n = 1; n <= UploadTurns.AT_ONCE; n++) ask(turns, peer(n));
        ask(turns, AGAIN);
        for (int n = 0; n < TWO_ROUNDS; n++) refusedTurn(turns, NOW, _ -> true);
        assertEquals(1, itsTurns(turns, 1, NOW.plus(UploadTurns.TENURE), AGAIN::equals));
    }
}
