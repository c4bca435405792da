package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pace of a peer's frames holds as long as its session, however often it leaves the swarm and comes back.
class FramePacesTest {
    private static final EntryId OFFER = new EntryId(3, 4);
    private static final Duration NOW = Duration.ofSeconds(100);
    private static final ChunkSizes SIZES = new SimulatedSwarm(1, 40, 1024, 1).sizes;
    private static final Fingerprint ADA = peer(2);

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }

    static Stream<Participant> sides() {
        var nothing = new InitialChunks(new ChunkSet(40), new ChunkSet(40), new ChunkSet(40));
        var setup = new SwarmReceiver.Setup(OFFER, peer(9), peer(1), LinkKind.WIRED, SIZES, _ -> Standing.MEMBER);
        return Stream.of(new SwarmReceiver(setup, nothing, new Random(1), NOW),
                new SwarmOrigin(OFFER, LinkKind.WIRED, SIZES, _ -> Standing.MEMBER));
    }

    private static void comeAndGo(Participant side, int times) throws MalformedFrameException {
        for (int n = 0; n < times; n++) {
            side.received(ADA, new SwarmFrame.Member(OFFER, true, true, LinkKind.WIRED), NOW);
            side.received(ADA, new SwarmFrame.Have(OFFER, 0, new ChunkSet(40).page(0)), NOW);
            side.received(ADA, new SwarmFrame.Member(OFFER, false, false, LinkKind.WIRED), NOW);
            side.actions();
        }
    }

    /// Each time it was sent our whole bitmap.
    @ParameterizedTest
    @MethodSource("sides")
    void whoComesAndGoesWithoutEndBreaksTheProtocol(Participant side) {
        assertThrows(MalformedFrameException.class, () -> comeAndGo(side, FramePace.SAVED_MAX));
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aNewSessionBeginsAnew(Participant side) {
        int few = FramePace.SAVED_MAX / 4;
        for (int session = 0; session < 5; session++) {
            assertDoesNotThrow(() -> comeAndGo(side, few));
            side.gone(ADA, NOW);
        }
    }

    /// Its connection ends then, and its session does not.
    @ParameterizedTest
    @MethodSource("sides")
    void aWrongChunkGivesNoNewPace(Participant side) {
        if (!(side instanceof SwarmReceiver receiver)) return;
        var more = new SwarmFrame.HaveMore(OFFER, List.of(new ChunkSpan(1, 1)));
        assertThrows(MalformedFrameException.class, () -> {
            for (int n = 0; n <= FramePace.SAVED_MAX; n++) {
                receiver.received(ADA, more, NOW);
                if (n == FramePace.SAVED_MAX / 2) receiver.wrong(ADA, 1, NOW);
            }
        });
    }
}
