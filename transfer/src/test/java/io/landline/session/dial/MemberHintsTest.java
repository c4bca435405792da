package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberHintsTest {
    private final MemberHints hints = new MemberHints();

    @Test
    void h10_whomMembersTellOfIsTriedOneASecondAndNoMoreThanSoManyWait() {
        for (int i = 0; i < 100; i++) hints.add(candidate(i, 5_263));
        int tried = 0;
        for (int second = 0; second < 100; second++) {
            if (hints.claim(Duration.ofSeconds(second)) != null) tried++;
            assertNull(hints.claim(Duration.ofSeconds(second).plusMillis(999)));
        }
        assertEquals(MemberHints.WAITING_MAX, tried);
        assertNull(hints.dueAt());
    }

    @Test
    void aNewerWordOfOneWhoWaitsTakesTheOldersPlace() {
        hints.add(candidate(1, 5_263));
        hints.add(candidate(1, 6_000));
        Candidate first = hints.claim(Duration.ZERO);
        assertNotNull(first);
        assertEquals(6_000, first.endpoints().getFirst().port());
        assertNull(hints.dueAt());
    }

    private static Candidate candidate(int number, int port) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        var endpoint = new Endpoint(InetAddress.getLoopbackAddress(), port);
        return new Candidate(Fingerprint.of(bytes), Candidate.RUN_UNKNOWN, List.of(endpoint), List.of(), false);
    }
}
