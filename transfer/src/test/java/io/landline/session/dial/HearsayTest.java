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

class HearsayTest {
    private final Hearsay hearsay = new Hearsay();

    @Test
    void h10_whomMembersTellOfIsTriedOneASecondAndNoMoreThanSoManyWait() {
        for (int i = 0; i < 100; i++) hearsay.add(candidate(i, 5_263));
        int tried = 0;
        for (int second = 0; second < 100; second++) {
            if (hearsay.claim(Duration.ofSeconds(second)) != null) tried++;
            assertNull(hearsay.claim(Duration.ofSeconds(second).plusMillis(999)));
        }
        assertEquals(Hearsay.WAITING_MAX, tried);
        assertNull(hearsay.dueAt());
    }

    @Test
    void aNewerWordOfOneWhoWaitsTakesTheOldersPlace() {
        hearsay.add(candidate(1, 5_263));
        hearsay.add(candidate(1, 6_000));
        Candidate first = hearsay.claim(Duration.ZERO);
        assertNotNull(first);
        assertEquals(6_000, first.endpoints().getFirst().port());
        assertNull(hearsay.dueAt());
    }

    private static Candidate candidate(int number, int port) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        var endpoint = new Endpoint(InetAddress.getLoopbackAddress(), port);
        return new Candidate(Fingerprint.of(bytes), Candidate.RUN_UNKNOWN, List.of(endpoint), List.of(), false);
    }
}
