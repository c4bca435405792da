package io.landline.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.peer.Fingerprint;
import org.junit.jupiter.api.Test;

class SafetyNumberTest {
    /// Computed apart, from the definition in docs/protocol/handshake.md, "Safety number".
    @Test
    void theNumberOfAKnownPairIsTheSameFromBothSides() {
        Fingerprint low = Fingerprint.parse("00".repeat(32));
        Fingerprint high = Fingerprint.parse("ff".repeat(32));
        assertEquals("49924 68035 49836 82454 21884 15005", SafetyNumber.of(low, high).value());
        assertEquals(SafetyNumber.of(low, high), SafetyNumber.of(high, low));
        assertNotEquals(SafetyNumber.of(low, high), SafetyNumber.of(low, low));
    }
}
