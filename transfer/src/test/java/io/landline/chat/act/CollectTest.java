package io.landline.chat.act;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bodies of docs/protocol/hand-in.md, "Bodies".
class CollectTest {
    private static final Instant UNTIL = Instant.parse("2026-11-24T13:00:00Z");

    @Test
    void aBoxIsReadAsItWasWritten() throws MalformedJsonException {
        var box = new Collect("Essay", UNTIL, "*.pdf", 20_000_000, true);
        assertEquals("{\"title\":\"Essay\",\"until\":1795525200000,\"pattern\":\"*.pdf\",\"maxBytes\":20000000,"
                + "\"open\":true}", new String(box.toBody(), UTF_8));
        assertEquals(box, Collect.ofBody(box.toBody()));
    }

    @Test
    void aReceiptIsReadAsItWasWritten() throws MalformedJsonException {
        var box = new Reference(Fingerprint.parse("ad".repeat(32)), -1, 2, 3);
        var whole = new HandInReceipt(new EntryId(1, 2), box, "ef".repeat(32), UNTIL, true, 7);
        var part = new HandInReceipt(new EntryId(1, 2), box, null, UNTIL, false, 0);
        assertEquals(whole, HandInReceipt.ofBody(whole.toBody()));
        assertEquals(part, HandInReceipt.ofBody(part.toBody()));
    }

    @Test
    void eachLimitFitsAndOneMoreDoesNot() {
        assertTrue(Collect.fits("t".repeat(Collect.TITLE_BYTES_MAX), "p".repeat(Collect.PATTERN_BYTES_MAX),
                Collect.SIZE_BYTES_MAX));
        assertFalse(Collect.fits("t".repeat(Collect.TITLE_BYTES_MAX + 1), "", 1));
        assertFalse(Collect.fits("t", "p".repeat(Collect.PATTERN_BYTES_MAX + 1), 1));
        assertFalse(Collect.fits("t", "", Collect.SIZE_BYTES_MAX + 1));
        assertTrue(Collect.fits("t", "", 1));
        assertFalse(Collect.fits("t", "", 0));
        assertFalse(Collect.fits(" ", "", 1));
        assertFalse(Collect.fits("\ud800", "", 1), "half of a pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "",
            "{\"title\":\"\",\"until\":1,\"pattern\":\"\",\"maxBytes\":1,\"open\":true}",
            "{\"title\":\"a\",\"until\":-1,\"pattern\":\"\",\"maxBytes\":1,\"open\":true}",
            "{\"title\":\"a\",\"until\":9007199254740992,\"pattern\":\"\",\"maxBytes\":1,\"open\":true}",
            "{\"title\":\"a\",\"until\":1,\"pattern\":\"\",\"maxBytes\":0,\"open\":true}",
            "{\"title\":\"a\",\"until\":1,\"pattern\":\"\",\"maxBytes\":2147483649,\"open\":true}",
            "{\"title\":\"a\",\"until\":1,\"pattern\":7,\"maxBytes\":1,\"open\":true}"})
    void whatIsNoBoxIsRefused(String body) {
        assertThrows(MalformedJsonException.class, () -> Collect.ofBody(body.getBytes(UTF_8)));
    }
}
