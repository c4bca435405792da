package io.landline.presence;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.PeerName;
import io.landline.peer.RateWindow;
import io.landline.presence.AnnouncePace.Due;
import io.landline.presence.ReplyQueue.Purpose;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Serial;
import io.landline.presence.packet.Proof;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Pace, turns, checks, gate and table: every bound that presence keeps (docs/protocol/presence.md, "Who speaks when"),
/// at its edge.
class LimitsTest {
    private static final Duration START = Duration.ofSeconds(100);

    @Test
    void aBurstAnnouncesFourTimesWithinASecondAndStillsFollowEveryFiveSecondsMoreOrLess() {
        var pace = new AnnouncePace(Seed.random("pace"));
        pace.burst(START);
        var announced = new ArrayList<Long>();
        var stills = new ArrayList<Long>();
        for (int ms = 0; ms <= 600_000; ms += 10) {
            Due due = pace.claim(START.plusMillis(ms), 9);
            if (due == Due.ANNOUNCE) announced.add((long) ms);
            if (due == Due.STILL) stills.add((long) ms);
        }
        assertEquals(List.of(0L, 100L, 400L, 1_000L), announced);
        for (int i = 1; i < stills.size(); i++) {
            long gap = stills.get(i) - stills.get(i - 1);
            assertTrue(gap >= 4_000 && gap <= 6_010, gap + " ms");
        }
        assertTrue(stills.size() > 110 && stills.size() < 130, stills.size() + " in ten minutes");
    }

    @Test
    void theIntervalGrowsWithTheCrowdUpToAMinute() {
        assertEquals(Duration.ofSeconds(5), AnnouncePace.interval(50));
        assertEquals(Duration.ofMillis(5_100), AnnouncePace.interval(51));
        assertEquals(Duration.ofSeconds(60), AnnouncePace.interval(600));
        assertEquals(Duration.ofSeconds(60), AnnouncePace.interval(10_000));
        assertEquals(Duration.ofSeconds(6), AnnouncePace.intervalMax(3));
        assertTrue(AnnouncePace.intervalMax(100_000).compareTo(Packet.NEXT_MAX) < 0);
    }

    @Test
    void newsDuringABurstBeginsAnotherNoSoonerThanHalfASecondAfterTheFirst() {
        var pace = new AnnouncePace(Seed.random("pace"));
        pace.burst(START);
        int announced = 0;
        for (int ms = 0; ms < 10_000; ms += 10) {
            pace.burst(START.plusMillis(ms));
            if (pace.claim(START.plusMillis(ms), 0) == Due.ANNOUNCE) announced++;
        }
        assertTrue(announced <= 60, announced + " in ten seconds of constant news");
    }

    @Test
    void aWindowLetsExactlySoManyThroughInAnySecond() {
        var window = new RateWindow(3);
        assertTrue(window.claim(START) && window.claim(START.plusMillis(500)) && window.claim(START.plusMillis(900)));
        assertFalse(window.claim(START.plusMillis(999)));
        assertTrue(window.claim(START.plusMillis(1_000)));
        assertFalse(window.claim(START.plusMillis(1_499)));
        assertTrue(window.claim(START.plusMillis(1_500)));
    }

    @Test
    void aWindowIsIdleOneSecondAfterTheLast() {
        var window = new RateWindow(3);
        assertTrue(window.isIdle(START));
        assertTrue(window.claim(START) && window.claim(START.plusMillis(500)));
        assertFalse(window.isIdle(START.plusMillis(1_499)));
        assertTrue(window.isIdle(START.plusMillis(1_500)));
    }

    @Test
    void aWindowAnswersAsAListOfAllThatWereTakenWould() {
        var random = Seed.random("window");
        for (int max : new int[]{1, 7, 8, 9, 40}) {
            var window = new RateWindow(max);
            var taken = new ArrayList<Duration>();
            Duration now = START;
            for (int i = 0; i < 5_000; i++) {
                now = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(5));
                Duration since = now.minusSeconds(1);
                boolean free = taken.stream().filter(each -> each.compareTo(since) > 0).count() < max;
                assertEquals(free, window.claim(now), "number " + i + " of " + max);
                if (free) taken.add(now);
                assertEquals(taken.isEmpty() || taken.getLast().compareTo(since) <= 0, window.isIdle(now));
            }
        }
    }

    @Test
    void onePeerIsAnsweredTwiceNoSoonerThanHalfASecondApart() {
        var replies = new ReplyQueue();
        var sent = new ArrayList<Duration>();
        for (int ms = 0; ms < 2_000; ms += 10) {
            Duration now = START.plusMillis(ms);
            replies.offer(Purpose.ANSWER, peer(1), host(1), now, now, () -> sent.add(now));
            replies.run(now);
        }
        assertEquals(4, sent.size());
    }

    @Test
    void sixteenNewcomersASecondAreAnsweredApartAndTheOthersTogether() {
        var crowd = new BroadcastReply();
        int apart = 0;
        for (int i = 0; i < 100; i++) if (crowd.isApart(0, 100, Duration.ofMillis(i * 5))) apart++;
        assertEquals(BroadcastReply.APART_MAX, apart);
        assertFalse(crowd.isApart(BroadcastReply.APART_MAX, 100, Duration.ofMillis(5_000)));
        int inALargeCrowd = 0;
        for (int i = 0; i < 100; i++) if (crowd.isApart(0, 800, Duration.ofMillis(9_000 + i * 5))) inALargeCrowd++;
        assertEquals(2, inALargeCrowd);
    }

    @Test
    void theLargerTheCrowdTheLongerBetweenTwoAnswersToEverybody() {
        var crowd = new BroadcastReply();
        crowd.plan(Duration.ofMillis(40), 30, Duration.ofMillis(1_000));
        assertFalse(crowd.claim(Duration.ofMillis(1_039)));
        assertTrue(crowd.claim(Duration.ofMillis(1_040)));
        crowd.plan(Duration.ZERO, 30, Duration.ofMillis(1_100));
        assertEquals(Duration.ofMillis(1_540), crowd.dueAt());
        assertTrue(crowd.claim(Duration.ofMillis(1_540)));
        crowd.plan(Duration.ZERO, 1_000, Duration.ofMillis(1_600));
        assertEquals(Duration.ofMillis(11_540), crowd.dueAt());
    }

    @Test
    void addressesTakeTurnsSoThatAFloodFromOneDelaysNoOther() {
        var replies = new ReplyQueue();
        var sent = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            replies.offer(Purpose.ANSWER, peer(i), host(1), START, START, () -> sent.add("flood"));
        }
        assertEquals(ReplyQueue.WAITING_PER_ADDRESS_MAX, replies.waiting());
        replies.offer(Purpose.ANSWER, peer(1_000), host(2), START, START, () -> sent.add("other"));
        replies.run(START);
        assertEquals(1, sent.indexOf("other"));
    }

    @Test
    void signaturesAreCheckedInTurnsTwoHundredASecond() {
        var checked = new ArrayList<Boolean>();
        var checks = new SignatureChecks(_ -> true);
        for (int address = 0; address < SignatureChecks.ADDRESSES_MAX + 1; address++) {
            for (int i = 0; i < SignatureChecks.WAITING_PER_ADDRESS_MAX + 1; i++) {
                boolean fits = checks.offer(host(address), proof(i), checked::add);
                assertEquals(address < SignatureChecks.ADDRESSES_MAX && i < SignatureChecks.WAITING_PER_ADDRESS_MAX,
                        fits);
            }
        }
        for (int i = 0; i < 100; i++) checks.run(START);
        assertEquals(SignatureChecks.PER_SECOND_MAX, checked.size());
        assertTrue(checks.dueAt().compareTo(START) > 0);
    }

    @Test
    void oneAddressPassesNoMoreInAnySecondWhereverThatSecondBegins() {
        for (int apart = 0; apart < 1_000; apart += 7) {
            var gate = new SourceGate();
            assertTrue(admits(gate, START, 0));
            int passed = 0;
            Duration first = START.plusMillis(999);
            for (int i = 1; i <= 1_500; i++) if (admits(gate, first, i)) passed++;
            for (int i = 0; i < 1_500; i++) if (admits(gate, first.plusMillis(apart), -i)) passed++;
            assertTrue(passed <= SourceGate.PER_ADDRESS_PER_SECOND_MAX, passed + " within " + apart + " ms");
        }
    }

    @Test
    void anAddressThatKeepsThePaceIsNeverHeldUp() {
        var gate = new SourceGate();
        int packets = SourceGate.PER_ADDRESS_PER_SECOND_MAX;
        for (int i = 0; i < 5 * packets; i++) {
            assertTrue(admits(gate, START.plusNanos(i * 1_000_000_000L / packets), i), "packet " + i);
        }
    }

    private static boolean admits(SourceGate gate, Duration uptime, int packet) {
        var from = new InetSocketAddress(host(7), 45_888);
        return gate.admits(from, ByteBuffer.allocate(4).putInt(packet).array(), uptime);
    }

    @Test
    void theGateDropsTheSecondCopyAndWhatIsTooMuchFromOneAddress() {
        var gate = new SourceGate();
        var from = new InetSocketAddress(host(1), 5_264);
        assertTrue(gate.admits(from, new byte[]{1}, START));
        assertFalse(gate.admits(from, new byte[]{1}, START.plusMillis(49)));
        assertTrue(gate.admits(from, new byte[]{1}, START.plusMillis(50)));
        int passed = 3;
        for (int i = 0; i < 20_000; i++) if (gate.admits(from, peer(i).bytes(), START.plusMillis(60))) passed++;
        assertEquals(SourceGate.PER_ADDRESS_PER_SECOND_MAX, passed);
        assertTrue(gate.admits(new InetSocketAddress(host(2), 5_264), new byte[]{1}, START.plusMillis(60)));
        assertTrue(gate.admits(from, new byte[]{1}, START.plusMillis(1_001)));
    }

    @Test
    void h08_anAddressHasSixteenRowsAndACheckedNewcomerTakesThePlaceOfOneThatIsNot() {
        var table = new PeerTable();
        for (int i = 0; i < PeerTable.ROWS_PER_ADDRESS_MAX; i++) {
            assertTrue(table.admit(row(i, host(1), i < 15), START).listed());
        }
        assertFalse(table.admit(row(99, host(1), false), START).listed());
        var admission = table.admit(row(100, host(1), true), START);
        assertTrue(admission.listed());
        assertEquals(peer(15), admission.evicted().orElseThrow().peer);
        assertFalse(table.admit(row(101, host(1), true), START).listed());
        assertTrue(table.admit(row(102, host(2), false), START).listed());
    }

    @Test
    void h08_theTableHoldsSoManyAndWhoWasNeverCheckedGoesFirst() {
        var table = new PeerTable();
        for (int i = 0; i < PeerTable.ROWS_MAX; i++) assertTrue(table.admit(row(i, host(i), i != 500), START).listed());
        var admission = table.admit(row(5_000, host(5_000), false), START);
        assertEquals(peer(500), admission.evicted().orElseThrow().peer);
        assertEquals(peer(5_000), table.admit(row(5_001, host(5_001), true), START).evicted().orElseThrow().peer);
        assertFalse(table.admit(row(5_002, host(5_002), true), START).listed());
        assertTrue(table.admit(row(5_003, host(5_003), true), START.plusSeconds(300)).listed());
        assertEquals(PeerTable.ROWS_MAX, table.size());
    }

    @Test
    void h09_aPeerKeepsEightAddressesTheLatestHeardFirst() {
        PeerRow row = row(1, host(1), true);
        for (int i = 2; i <= 20; i++) {
            row.addPlace(new InetSocketAddress(host(i), 5_264), START.plusSeconds(i));
            row.hear(new InetSocketAddress(host(i), 5_264), Duration.ofSeconds(5), START.plusSeconds(i));
        }
        assertEquals(PeerRow.PLACES_MAX, row.sighting().endpoints().size());
        assertEquals(host(20), row.sighting().endpoints().getFirst().address());
    }

    @Test
    void runsThatLeftAreRememberedUpToABound() {
        var table = new PeerTable();
        for (int i = 0; i <= PeerTable.LEFT_RUNS_MAX; i++) table.noteLeft(peer(i), 7);
        assertFalse(table.hasLeft(peer(0), 7));
        assertTrue(table.hasLeft(peer(1), 7) && table.hasLeft(peer(1), 6));
        assertFalse(table.hasLeft(peer(1), 8));
    }

    private static PeerRow row(int number, InetAddress from, boolean checked) {
        var said = new Announcement(false, peer(number), new Serial(1, 1), new AnnouncedState(
                new PeerName("n"), 6_000, List.of(), Set.of()), Duration.ofSeconds(5), proof(number));
        return new PeerRow(said, new InetSocketAddress(from, 5_264), 5_263, checked, START);
    }

    private static Proof proof(int number) {
        return new Proof(new byte[32], ByteBuffer.allocate(4).putInt(number).array());
    }

    private static InetAddress host(int number) {
        return VirtualNet.address(number);
    }
}
