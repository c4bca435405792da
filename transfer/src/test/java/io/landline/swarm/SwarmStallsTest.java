package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Members who keep every single rule, and yet hold others up: a download goes on as long as somebody gives.
class SwarmStallsTest {
    private static final int MIB = 1024 * 1024;
    private static final int CHUNKS = 64;
    /// A while to see that nobody gives, and then as fast as ever.
    private static final double SLOWER_MAX = 3;
    private static final SimulatedLink LINK = SimulatedLink.wired(12_500_000);

    /// How long one receiver takes beside the origin and these others.
    private static double seconds(Consumer<SimulatedSwarm> others) {
        var swarm = new SimulatedSwarm(1, CHUNKS, MIB, LINK.up());
        swarm.origin(LINK);
        others.accept(swarm);
        swarm.receiver(LINK, Duration.ofSeconds(1));
        swarm.run(Duration.ofMinutes(3));
        assertTrue(swarm.receivers().getFirst().receiver().held().isFull(), "it stands still, and the origin is there");
        return swarm.slowest();
    }

    /// What they say that they have was asked of them for ever, and never of the origin.
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 100", "1, 3000", "1, 10000", "9, 100", "9, 10000", "20, 100", "20, 10000"})
    void whoLeavesEachQuestionForLaterDoesNotHoldADownloadUp(int refusers, int millis) {
        double alone = seconds(_ -> {});
        double among = seconds(swarm -> {
            for (int n = 0; n < refusers; n++) swarm.refuser(LINK, Duration.ofMillis(millis));
        });
        assertTrue(among <= SLOWER_MAX * alone, among + " s instead of " + alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 20})
    void whoNeverAnswersDoesNotHoldADownloadUp(int silent) {
        double alone = seconds(_ -> {});
        double among = seconds(swarm -> {
            for (int n = 0; n < silent; n++) swarm.poisoner(LINK, Duration.ZERO, false);
        });
        assertTrue(among <= SLOWER_MAX * alone, among + " s instead of " + alone);
    }

    /// What they show was asked of them alone, as slowly as they give it.
    @ParameterizedTest
    @CsvSource({"1, 600000", "1, 100000", "8, 60000", "8, 200000", "20, 60000"})
    void whoGivesSlowlyDoesNotHoldADownloadUp(int helpers, long rate) {
        var slow = new SimulatedLink(rate, LINK.down(), LINK.delay(), LINK.kind(), LINK.cell());
        double alone = seconds(_ -> {});
        double among = lastOf(helpers, slow, 0);
        assertTrue(among <= SLOWER_MAX * alone, among + " s instead of " + alone);
    }

    /// How long the last of some latecomers takes, who come and go one after the other, beside such helpers.
    private static double lastOf(int helpers, SimulatedLink link, int latecomers) {
        var swarm = new SimulatedSwarm(1, CHUNKS, MIB, LINK.up());
        swarm.origin(LINK);
        for (int n = 0; n < helpers; n++) swarm.receiver(link, Duration.ZERO);
        Duration at = Duration.ofMinutes(5);
        for (int n = 0; n < latecomers; n++, at = at.plusMinutes(5)) {
            SimulatedNode latecomer = swarm.receiver(LINK, at);
            swarm.kill(latecomer, at.plusMinutes(4), Duration.ZERO);
        }
        SimulatedNode last = swarm.receiver(LINK, at);
        swarm.run(Duration.ofMinutes(6));
        assertTrue(last.receiver().held().isFull(), "it stands still, and the origin is there");
        return (last.finishedAt - last.startsAt) / 1e9;
    }

    /// What those who came before have cost the origin does not count against who comes after them.
    @Test
    void whoComesAfterManyOthersIsNotHeldUpEither() {
        double among = lastOf(1, new SimulatedLink(600_000, LINK.down(), LINK.delay(), LINK.kind(), LINK.cell()), 4);
        assertTrue(among <= SLOWER_MAX * seconds(_ -> {}), among + " s");
    }

    /// Each answer made the receiver wait longer for the next one. In the end nothing else was left, and it waited for
    /// minutes, beside a helper that had all. The author has gone.
    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void whoGivesEachChunkLaterThanTheOneBeforeDoesNotHoldADownloadUp(int drippers) {
        double alone = secondsBeside(0);
        double among = secondsBeside(drippers);
        assertTrue(among <= 2 * alone, among + " s instead of " + alone);
    }

    /// How long a latecomer takes beside one helper and these others.
    private static double secondsBeside(int drippers) {
        var swarm = new SimulatedSwarm(1, 8 * CHUNKS, MIB, LINK.up()).withFullConnections();
        swarm.origin(LINK);
        for (int n = 0; n < drippers; n++) swarm.dripper(LINK);
        swarm.receiver(LINK, Duration.ZERO);
        swarm.kill(swarm.origin(), Duration.ofMinutes(30), Duration.ZERO);
        SimulatedNode latecomer = swarm.receiver(LINK, Duration.ofMinutes(40));
        swarm.run(Duration.ofHours(1));
        assertTrue(latecomer.receiver().held().isFull(), "it stands still, and one would give all");
        return (latecomer.finishedAt - latecomer.startsAt) / 1e9;
    }

    /// Four who ask without end had the four places of a helper for ever, whether they take what they ask for or not.
    @ParameterizedTest
    @CsvSource({"4, true", "4, false", "20, true", "20, false"})
    void whoAsksWithoutEndLeavesTheOthersTheirTurn(int greedy, boolean take) throws MalformedFrameException {
        var offer = new EntryId(3, 4);
        Fingerprint modest = peer(99);
        var nothing = new ChunkSet(CHUNKS);
        var helper = new SwarmReceiver(
                new SwarmReceiver.Setup(offer, peer(100), peer(101), LinkKind.WIRED, sizes(), _ -> Standing.MEMBER),
                new InitialChunks(ChunkSet.full(CHUNKS), nothing, nothing), new Random(1), Duration.ZERO);
        var all = new SwarmFrame.Want(offer, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(0, CHUNKS)));
        var one = new SwarmFrame.Want(offer, SwarmFrame.Want.Kind.ASK, List.of(new ChunkSpan(7, 1)));
        Duration now = Duration.ZERO;
        int got = 0;
        while (now.compareTo(Duration.ofMinutes(4)) < 0) {
            now = now.plus(SwarmReceiver.LATER);
            helper.tick(now);
            for (int n = 0; n < greedy; n++) helper.received(peer(n), all, now);
            helper.received(modest, one, now);
            for (int n = 0; n < 8; n++) {
                Participant.Turn turn = helper.nextChunk(now, peer -> take || peer.equals(modest));
                if (turn != null && turn.to().equals(modest)) got++;
            }
            helper.actions();
        }
        assertTrue(got >= 4, "chunks in four minutes: " + got);
    }

    private static ChunkSizes sizes() {
        return new SimulatedSwarm(1, CHUNKS, MIB, 1).sizes;
    }

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }
}
