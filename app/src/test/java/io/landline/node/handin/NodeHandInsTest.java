package io.landline.node.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeHandInsTest {
    @ParameterizedTest
    @CsvSource({"1,1 B", "999,999 B", "1000,1.0 kB", "5005,5.0 kB", "1000000,1.0 MB", "2147483648,2147.5 MB"})
    void noAmountIsShownAsNothing(long bytes, String shown) {
        assertEquals(shown, NodeHandIns.amount(bytes));
    }

    @Test
    void aReminderAfterTheEndSaysSoAndNamesNoTimeThatIsOver() {
        Instant end = Instant.parse("2026-11-24T12:00:00Z");
        var box = new HandInBox("Essay", end, "", 1_000, true);
        String before = NodeHandIns.reminder(box, end.minusSeconds(1));
        assertTrue(before.startsWith("Please hand in “Essay” by 2026-11-2"), before);
        assertEquals("Please hand in “Essay”. Its time is over. Nothing of yours has arrived yet.",
                NodeHandIns.reminder(box, end));
    }
}
