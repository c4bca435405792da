package io.landline.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8LengthTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u007f", "\u0080", "\u07ff", "\u0800", "\uffff", "\ud83d\ude00",
            "\ud800\udc00\udbff\udfff", "gr\u00fc\u00df \u4f60\ud83d\ude00"})
    void countsWhatAnEncoderMakes(String text) {
        int bytes = text.getBytes(UTF_8).length;
        assertTrue(Utf8Length.isAtMost(bytes, text));
        assertFalse(bytes > 0 && Utf8Length.isAtMost(bytes - 1, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83d", "\ud83da", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void halfOfAPairCannotBeWritten(String text) {
        assertFalse(Utf8Length.isAtMost(100, text));
    }

    @Test
    void saysTheSameAsTheEncoderOfAnyText() {
        var random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append((char) (random.nextBoolean() ? 0xd7f0 + random.nextInt(0x830) : random.nextInt(0x900)));
            }
            String all = text.toString();
            boolean fits = UTF_8.newEncoder().canEncode(all) && all.getBytes(UTF_8).length <= 8;
            assertEquals(fits, Utf8Length.isAtMost(8, all), () -> "round of " + all.codePoints().boxed().toList());
        }
    }
}
