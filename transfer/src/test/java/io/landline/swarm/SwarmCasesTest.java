package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a swarm has to stand, each as a simulation with a few seeds: ten receivers and 256 chunks of 1 MiB, unless it
/// says otherwise. Times are multiples of what one receiver alone takes in the same simulation.
class SwarmCasesTest {
    private static final int MIB = 1024 * 1024;
    private static final int CHUNKS = 256;
    private static final int RECEIVERS = 10;
    private static final long RATE = 12_500_000;
    private static final SimulatedLink LINK = SimulatedLink.wired(RATE);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Duration HALF = Duration.ofNanos((long) CHUNKS * MIB * 500_000_000 / RATE);
    private static final double ORIGIN_MAX = 1.5;
    private static final double LAST_MAX = 2.5;

    /// Ten equal receivers, who accept within 50 ms.
    private static SimulatedSwarm ten(long seed, SimulatedLink link) {
        var swarm = new SimulatedSwarm(seed, CHUNKS, MIB, link.up());
        swarm.origin(link);
        var random = new Random(seed);
        for (int n = 0; n < RECEIVERS; n++) swarm.receiver(link, Duration.ofMillis(random.nextInt(50)));
        return swarm;
    }

    private static double alone(int chunks, int bytes, SimulatedLink link) {
        var swarm = new SimulatedSwarm(1, chunks, bytes, link.up());
        swarm.origin(link);
        swarm.receiver(link, Duration.ZERO);
        swarm.run(QUIET);
        return swarm.slowest();
    }

    private static void assertAllDone(SimulatedSwarm swarm) {
        for (SimulatedNode node : swarm.receivers()) {
            if (node.here) assertTrue(node.receiver().held().isFull(), node + " lacks chunks");
        }
    }

    private static void runWithin(String what, SimulatedSwarm swarm, double originMax, double lastMax) {
        swarm.run(QUIET);
        assertAllDone(swarm);
        double last = swarm.slowest() / alone(swarm.sizes.count(), swarm.sizes.bytes(0), swarm.origin().link);
        System.out.printf(
                "swarm, %s: origin sent %.2f times the size, last after %.2f times the time of one, %d twice%n",
                what, swarm.sentRatio(), last, swarm.duplicates);
        assertTrue(swarm.sentRatio() <= originMax, what + ": origin sent " + swarm.sentRatio());
        assertTrue(last <= lastMax, what + ": last after " + last);
    }

    @ParameterizedTest
    @ValueSource(longs = {12_500_000, 125_000_000})
    void tenEqualReceiversTakeLittleMoreThanOne(long rate) {
        for (int seed = 0; seed < 3; seed++) {
            runWithin("10 equal at " + rate, ten(seed, SimulatedLink.wired(rate)), 1.15, 1.7);
        }
    }

    @Test
    void withoutHelpTheOriginSendsEverythingToEverybody() {
        var swarm = new SimulatedSwarm(0, CHUNKS, MIB, RATE).withoutHelp();
        swarm.origin(LINK);
        for (int n = 0; n < RECEIVERS; n++) swarm.receiver(LINK, Duration.ZERO);
        swarm.run(QUIET);
        assertAllDone(swarm);
        assertEquals(RECEIVERS, swarm.sentRatio(), 0.1);
        assertEquals(RECEIVERS, swarm.slowest() / alone(CHUNKS, MIB, LINK), 0.2);
    }

    @Test
    void h74_oneSlowReceiverSlowsNobody() {
        SimulatedSwarm swarm = ten(0, LINK);
        swarm.receiver(SimulatedLink.wired(RATE / 10), Duration.ZERO);
        swarm.run(QUIET);
        assertAllDone(swarm);
        double fast = swarm.receivers()
                .stream()
                .filter(it -> it.link.up() == RATE)
                .mapToDouble(it -> it.finishedAt / 1e9)
                .max()
                .orElseThrow();
        assertTrue(fast <= 1.7 * alone(CHUNKS, MIB, LINK), "the fast ones took " + fast + " s");
        assertTrue(swarm.sentRatio() <= ORIGIN_MAX, "origin sent " + swarm.sentRatio());
    }

    /// A chunk takes them longer than anybody waits for a first answer. They asked for each again and again, and got it
    /// several times.
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2})
    void onSlowLinksNobodyAsksAgainForWhatIsOnItsWay(long seed) {
        int chunks = 64;
        SimulatedLink slow = SimulatedLink.wired(RATE / 125);
        var swarm = new SimulatedSwarm(seed, chunks, MIB, RATE).withFullConnections();
        swarm.origin(LINK);
        for (int n = 0; n < 20; n++) swarm.receiver(LINK, Duration.ofMillis(n));
        for (int n = 0; n < 10; n++) swarm.receiver(slow, Duration.ofMillis(n));
        swarm.originLeavesAfterOnce();
        swarm.run(QUIET);
        assertAllDone(swarm);
        double least = (double) chunks * MIB / slow.down();
        assertTrue(swarm.slowest() <= 1.5 * least, "took " + swarm.slowest() + " s, at least " + least);
        assertTrue(swarm.duplicates <= 30 * chunks / 10, swarm.duplicates + " came twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15})
    void twoThatDieAtHalfCostLittle(int noticedAfterSeconds) {
        SimulatedSwarm swarm = ten(1, LINK);
        for (int n = 1; n <= 2; n++) swarm.kill(swarm.nodes.get(n), HALF, Duration.ofSeconds(noticedAfterSeconds));
        runWithin("two killed, noticed after " + noticedAfterSeconds + " s", swarm, ORIGIN_MAX, LAST_MAX);
    }

    @Test
    void theOriginMayLeaveWhenItSentEverythingOnce() {
        SimulatedSwarm swarm = ten(2, LINK);
        swarm.originLeavesAfterOnce();
        runWithin("origin leaves", swarm, ORIGIN_MAX, LAST_MAX);
    }

    /// The first chunk of a latecomer: nothing to give, and it is served.
    @Test
    void aLatecomerIsServedByTheOthers() {
        SimulatedSwarm swarm = ten(3, LINK);
        swarm.receiver(LINK, HALF.multipliedBy(2));
        runWithin("a late eleventh", swarm, ORIGIN_MAX, LAST_MAX);
    }

    @Test
    void twoThatDoNotReachEachOtherGetAllFromOthers() {
        SimulatedSwarm swarm = ten(4, LINK);
        swarm.part(swarm.nodes.get(1), swarm.nodes.get(2));
        runWithin("an isolated pair", swarm, ORIGIN_MAX, LAST_MAX);
    }

    /// The brake of the origin does not hold for those whom nobody can help, and what they got is not lost for the
    /// others.
    @Test
    void oneThatReachesOnlyTheOriginGetsAllFromIt() {
        for (SimulatedLink link : List.of(LINK, SimulatedLink.wired(10 * RATE))) {
            SimulatedSwarm swarm = ten(0, link);
            for (int n = 2; n <= RECEIVERS; n++) swarm.part(swarm.nodes.get(1), swarm.nodes.get(n));
            runWithin("one that reaches only the origin", swarm, 2.5, 3);
        }
    }

    @Test
    void oneThatGivesWrongChunksIsShunnedAndCostsLittle() {
        SimulatedSwarm swarm = ten(5, LINK);
        SimulatedNode poisoner = swarm.poisoner(LINK, Duration.ZERO, true);
        runWithin("a poisoner", swarm, ORIGIN_MAX, LAST_MAX);
        assertTrue(swarm.wrong > 0, "nobody was tried");
        assertTrue(swarm.wrong <= RECEIVERS * 2L * RequestScheduler.OPEN_A_PARTNER, swarm.wrong + " wrong chunks");
        assertTrue(swarm.receivers().stream().noneMatch(it -> it.receiver().given().containsKey(poisoner.who)));
    }

    @Test
    void oneThatSaysItHasEverythingAndGivesNothingCostsLittle() {
        SimulatedSwarm swarm = ten(6, LINK);
        swarm.poisoner(LINK, Duration.ZERO, false);
        runWithin("a liar", swarm, ORIGIN_MAX, LAST_MAX);
    }

    @Test
    void aClassOfThirtyGetsTwentyMegabytes() {
        var swarm = new SimulatedSwarm(7, 20, MIB, RATE);
        swarm.origin(LINK);
        var random = new Random(7);
        for (int n = 0; n < 30; n++) swarm.receiver(LINK, Duration.ofMillis(random.nextInt(50)));
        runWithin("30 times 20 MB", swarm, ORIGIN_MAX, LAST_MAX);
    }

    @Test
    void tenThousandSmallFilesLeaveTheOriginOnce() {
        var swarm = new SimulatedSwarm(8, 10_000, 4_096, 10 * RATE);
        SimulatedLink link = SimulatedLink.wired(10 * RATE);
        swarm.origin(link);
        for (int n = 0; n < 4; n++) swarm.receiver(link, Duration.ofMillis(n));
        runWithin("10,000 small files", swarm, 1.15, LAST_MAX);
    }

    /// Missing piece: one chunk is rare, and who finishes leaves. Nobody may leave while a partner lacks something.
    @Test
    void whoFinishesStaysWhileSomebodyLacksSomething() {
        SimulatedSwarm swarm = ten(9, LINK);
        swarm.receiver(SimulatedLink.wired(RATE / 10), Duration.ZERO);
        swarm.leaveWhenTheyMay();
        swarm.originLeavesAfterOnce();
        swarm.run(QUIET);
        for (SimulatedNode node : swarm.receivers()) assertTrue(node.finishedAt > 0, node + " lacks chunks");
    }

    /// All in step: equal receivers that asked for the same chunks would have nothing to exchange, and worst so in a
    /// small swarm.
    @Test
    void eachReceiverBringsChunksOfItsOwnFromTheOrigin() {
        SimulatedSwarm swarm = ten(10, LINK);
        swarm.run(QUIET);
        assertAllDone(swarm);
        for (SimulatedNode node : swarm.receivers()) {
            int own = node.receiver().given().getOrDefault(swarm.origin().who, 0);
            assertTrue(own >= CHUNKS / RECEIVERS / 4, node + " brought " + own);
        }
    }

    /// The last block: chunks that come twice are few.
    @Test
    void fewChunksComeTwice() {
        for (int seed = 0; seed < 3; seed++) {
            SimulatedSwarm swarm = ten(seed, LINK);
            swarm.run(QUIET);
            assertTrue(swarm.duplicates <= RECEIVERS * LateAnswers.END_GAME, swarm.duplicates + " came twice");
        }
    }

    /// In one cell with a wired origin every chunk takes the air once for each receiver, which is the least.
    @Test
    void inOneCellNobodySendsByWayOfAnother() {
        var swarm = new SimulatedSwarm(11, 64, MIB, RATE);
        swarm.origin(LINK);
        for (int n = 0; n < 5; n++) swarm.receiver(SimulatedLink.wireless(RATE), Duration.ZERO);
        swarm.run(QUIET);
        assertAllDone(swarm);
        assertTrue(swarm.receivers().stream().allMatch(it -> it.sentChunks == 0), "sent by way of another");
        assertEquals(5, swarm.slowest() / alone(64, MIB, LINK), 0.5);
    }

    /// As where a firewall lets the words through and no bytes.
    @Test
    void inOneCellWhoGetsNothingOfTheOriginGetsItFromOthers() {
        var swarm = new SimulatedSwarm(13, 64, MIB, RATE);
        SimulatedNode origin = swarm.origin(LINK);
        for (int n = 0; n < 3; n++) swarm.receiver(SimulatedLink.wireless(RATE), Duration.ZERO);
        swarm.block(origin, swarm.receivers().getFirst());
        swarm.run(QUIET);
        assertAllDone(swarm);
    }

    /// Who says that a cable is there is asked before those who take the air, and may lie.
    @Test
    void inOneCellAWiredOneWhoPutsOffEachQuestionCostsNobodyTheFile() {
        var swarm = new SimulatedSwarm(14, 64, MIB, RATE);
        swarm.origin(SimulatedLink.wireless(RATE));
        for (int n = 0; n < 4; n++) swarm.receiver(SimulatedLink.wireless(RATE), Duration.ZERO);
        swarm.refuser(LINK, Duration.ofSeconds(10));
        swarm.originLeavesAfterOnce();
        swarm.run(QUIET);
        assertAllDone(swarm);
    }

    @Test
    void wiredReceiversSpareTheAir() {
        var swarm = new SimulatedSwarm(12, 64, MIB, RATE);
        swarm.origin(LINK);
        for (int n = 0; n < 10; n++) {
            swarm.receiver(n < 5 ? LINK : SimulatedLink.wireless(RATE), Duration.ofMillis(n));
        }
        swarm.run(QUIET);
        assertAllDone(swarm);
        assertTrue(swarm.slowest() <= 7 * alone(64, MIB, LINK), "took " + swarm.slowest() + " s");
    }
}
