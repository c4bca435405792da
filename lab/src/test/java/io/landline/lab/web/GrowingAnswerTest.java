package io.landline.lab.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingAnswerTest {
    private static final byte[] END = "\r\n0\r\n".getBytes(ISO_8859_1);

    @Test
    void theEndIsSeenOnlyWhereItIsWhole() {
        var answer = new GrowingAnswer();
        assertFalse(answer.endsWith(END));
        answer.writeBytes("0\r\n".getBytes(ISO_8859_1));
        assertFalse(answer.endsWith(END), "shorter than the end");
        answer.writeBytes(END);
        assertTrue(answer.endsWith(END));
        answer.write('x');
        assertFalse(answer.endsWith(END));
    }

    /// To copy all that came at each byte would take hours.
    @Test
    void anAnswerThatComesByteByByteIsLookedAtInProportion() {
        var answer = new GrowingAnswer();
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < 8 * 1024 * 1024; i++) {
                answer.write('x');
                assertFalse(answer.endsWith(END));
            }
        });
    }
}
