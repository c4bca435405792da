package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.session.dial.Meeting;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class MeetingTest {
    private static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();
    private final Fingerprint one = Identity.generate().fingerprint();
    private final Fingerprint two = Identity.generate().fingerprint();

    @Test
    void bothSidesWorkOutTheSamePorts() {
        Meeting here = Meeting.ofRuns(one, 11, two, 22, ADDRESS);
        Meeting there = Meeting.ofRuns(two, 22, one, 11, ADDRESS);
        assertEquals(here.ownPort(), there.theirs().port());
        assertEquals(there.ownPort(), here.theirs().port());
        var token = new byte[BulkTokens.TOKEN_BYTES];
        assertEquals(Meeting.ofToken(one, two, ADDRESS, token).ownPort(),
                Meeting.ofToken(two, one, ADDRESS, token).theirs().port());
    }

    @Test
    void anotherRunOrTokenMeetsElsewhere() {
        Meeting first = Meeting.ofRuns(one, 11, two, 22, ADDRESS);
        long others = java.util.stream.LongStream.range(23, 33)
                .filter(run -> !Meeting.ofRuns(one, 11, two, run, ADDRESS).equals(first))
                .count();
        assertEquals(10, others);
        assertNotEquals(Meeting.ofToken(one, two, ADDRESS, new byte[]{1}),
                Meeting.ofToken(one, two, ADDRESS, new byte[]{2}));
    }

    @Test
    void thePortsAreAboveThoseThatTheSystemHandsOut() {
        for (int run = 0; run < 1_000; run++) {
            Meeting meeting = Meeting.ofRuns(one, run, two, 1, ADDRESS);
            assertTrue(meeting.ownPort() >= Meeting.PORT_MIN && meeting.ownPort() <= Meeting.PORT_MAX);
        }
    }
}
