package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How soon a peer is dialled that has ended a session by itself.
class EndedSessionsTest {
    private static final Fingerprint OWN = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final Fingerprint PEER = Fingerprint.parse("ff".repeat(Fingerprint.BYTES));
    private static final int HEARD_FOR_SECONDS = 600;

    private final KnownAddresses knownAddresses = new KnownAddresses();
    private final DialPlan plan = new DialPlan(OWN, Duration.ofSeconds(1), new Random(7), _ -> true,
            _ -> Standing.MEMBER, knownAddresses);

    @BeforeEach
    void isSeenWhereItWasMet() {
        InetAddress there = InetAddress.ofLiteral("10.0.0.2");
        knownAddresses.add(there, Standing.MEMBER);
        plan.sighted(new Candidate(PEER, 1, List.of(new Endpoint(there, 5263)),
                List.of(new RoomListing(new RoomName("class"), false)), false), at(0));
    }

    private static Duration at(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    /// A copy of our profile that began later has the session: ours ends as soon as a room is joined on it.
    @Test
    void whoEndsEachSessionAtOnceIsDialledEverMoreRarely() {
        int attempts = 0;
        for (double now = 0; now < HEARD_FOR_SECONDS; now += 0.5) {
            if (plan.due(at(now)).isEmpty()) continue;
            attempts++;
            plan.connected(PEER);
            plan.proven(PEER, at(now));
            plan.failed(PEER, at(now + 0.1));
        }
        assertTrue(attempts < 20, attempts + " in ten minutes");
        assertEquals(1, plan.due(at(HEARD_FOR_SECONDS + Backoff.LAST.toSeconds() * 1.2)).size(), "and never given up");
    }

    /// Presence says each time that it is still there.
    @Test
    void whoHangsUpRightAfterJoiningEachTimeIsDialledEverMoreRarely() {
        int attempts = 0;
        for (double now = 0; now < HEARD_FOR_SECONDS; now += 0.5) {
            if (plan.due(at(now)).isEmpty()) continue;
            attempts++;
            joinsAndBreaks(now, now + 0.1);
        }
        assertTrue(attempts < 20, attempts + " in ten minutes");
    }

    /// It takes each connection and says nothing there, and its presence says something new all the time.
    @Test
    void h38_whoWastesEachConnectionAndBringsNewsAllTheTimeIsNotDialledAllTheTime() {
        int attempts = 0;
        for (double now = 0; now < HEARD_FOR_SECONDS; now += 0.5) {
            plan.sighted(
                    new Candidate(PEER, 1 + (long) now, List.of(new Endpoint(InetAddress.ofLiteral("10.0.0.2"), 5263)),
                            List.of(new RoomListing(new RoomName("class"), false)), true),
                    at(now));
            if (plan.due(at(now)).isEmpty()) continue;
            attempts++;
            plan.connected(PEER);
            plan.left(PEER, at(now + 0.1));
        }
        int news = PlannedPeer.NEWS_SAVED_MAX + (int) (HEARD_FOR_SECONDS / PlannedPeer.NEWS_EVERY.toSeconds());
        assertTrue(attempts <= 4 * news, attempts + " in ten minutes: each begins the waits of 1, 2 and 4 s anew");
        assertTrue(attempts >= news, "news still end a wait now and then");
    }

    @Test
    void aSessionThatBreaksIsFollowedByAnotherAtOnceTheFirstTimeAndWheneverItLasted() {
        for (int i = 0; i < 5; i++) {
            assertEquals(1, plan.due(at(100 * i)).size());
            joinsAndBreaks(100 * i, 100 * i + 0.1);
            assertEquals(1, plan.due(at(100 * i + 0.1)).size(), "once may be the network");
            joinsAndBreaks(100 * i + 0.1, 100 * i + 99);
        }
        for (int i = 0; i < 5; i++) {
            double now = 500 + i * PlannedPeer.BRIEF.toSeconds();
            assertEquals(1, plan.due(at(now)).size());
            joinsAndBreaks(now, now + PlannedPeer.BRIEF.toSeconds());
        }
    }

    private void joinsAndBreaks(double joined, double broke) {
        plan.connected(PEER);
        plan.proven(PEER, at(joined));
        plan.failed(PEER, at(broke));
        plan.answered(PEER, at(broke));
    }

    @Test
    void aSessionThatLastedIsFollowedByAShortWait() {
        for (int i = 0; i < 6; i++) plan.failed(PEER, at(0));
        plan.connected(PEER);
        plan.proven(PEER, at(100));
        double ended = 100 + Backoff.LAST.toSeconds();
        plan.failed(PEER, at(ended));
        assertEquals(1, plan.due(at(ended + 2)).size());
    }
}
