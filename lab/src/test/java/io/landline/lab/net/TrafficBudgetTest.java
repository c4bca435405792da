package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Payload;
import io.landline.lab.RecentSources;
import java.net.InetAddress;
import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TrafficBudgetTest {
    private static final long SECOND = 1_000_000_000;

    private static InetAddress source(int number) throws Exception {
        return InetAddress.getByAddress(new byte[]{10, 0, (byte) (number >> 8), (byte) number});
    }

    @Test
    void twoHundredMessagesASecondPassAndOneMoreDoesNot() throws Exception {
        var budget = new TrafficBudget(Limits.STANDARD, 0);
        for (int i = 0; i < Limits.MESSAGES_PER_SECOND; i++) assertNull(budget.spend(source(1), 1, 0));
        assertNotNull(budget.spend(source(1), 1, 0));
        assertNull(budget.spend(source(2), 1, 0), "another source has its own");
        assertNull(budget.spend(source(1), 1, SECOND / 100), "it refills");
    }

    @Test
    void bytesAreCountedToo() throws Exception {
        var budget = new TrafficBudget(Limits.STANDARD, 0);
        assertNull(budget.spend(source(1), Limits.BYTES_PER_SECOND, 0));
        assertNotNull(budget.spend(source(1), 1, 0));
    }

    @Test
    void allSourcesTogetherHaveALimit() throws Exception {
        var budget = new TrafficBudget(Limits.STANDARD, 0);
        for (int i = 0; i < Limits.MESSAGES_PER_SECOND_IN_ALL; i++) assertNull(budget.spend(source(i % 100), 1, 0));
        assertNotNull(budget.spend(source(200), 1, 0));
    }

    @Test
    void aRefusalIsToldOnceASecond() {
        var budget = new TrafficBudget(Limits.STANDARD, 0);
        assertTrue(budget.mayTell(0));
        Assertions.assertFalse(budget.mayTell(SECOND - 1));
        assertTrue(budget.mayTell(SECOND));
    }

    @Test
    void theSourceThatWasSilentLongestIsForgottenFirst() {
        var recent = new RecentSources<Integer, String>();
        for (int i = 0; i < RecentSources.SOURCES_MAX; i++) recent.put(i, "x", i);
        assertEquals("x", recent.get(0, 1_000));
        recent.put(-1, "new", 1_001);
        assertNull(recent.get(1, 1_002));
        assertEquals("x", recent.get(0, 1_002));
        assertEquals(RecentSources.SOURCES_MAX, recent.size());
    }

    @Test
    void whoIsSilentForTenMinutesIsForgotten() {
        var recent = new RecentSources<Integer, String>();
        recent.put(1, "x", 0);
        assertEquals("x", recent.get(1, RecentSources.FORGOTTEN_AFTER.toNanos()));
        assertNull(recent.get(1, 2 * RecentSources.FORGOTTEN_AFTER.toNanos() + 1));
    }

    @Test
    void aCharacterMayBeCutAnywhere() throws Exception {
        byte[] euro = "a😀€".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var text = new CutText();
        var all = new StringBuilder();
        for (byte each : euro) {
            all.append(text.next(Payload.of(new byte[]{each})));
            assertTrue(text.kept() <= 3);
        }
        assertEquals("a😀€", all.toString());
        Assertions.assertThrows(CharacterCodingException.class, () -> text.next(Payload.of(new byte[]{(byte) 0xff})));
        assertEquals("b", text.next(Payload.of("b")));
    }
}
