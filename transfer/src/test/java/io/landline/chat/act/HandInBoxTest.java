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
class HandInBoxTest {
    private static final Instant UNTIL = Instant.parse("2026-11-24T13:00:00Z");

    @Test
    void aBoxIsReadAsItWasWritten() throws MalformedJsonException {
        var box = new HandInBox("Essay", UNTIL, "*.pdf", 20_000_000, true);
        assertEquals("{\"title\":\"Essay\",\"until\":1795525200000,\"pattern\":\"*.pdf\",\"maxBytes\":20000000,"
                + "\"open\":true}", new String(box.toBody(), UTF_8));
        assertEquals(box, HandInBox.ofBody(box.toBody()));
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
        assertTrue(HandInBox.fits("t".repeat(HandInBox.TITLE_BYTES_MAX), "p".repeat(HandInBox.PATTERN_BYTES_MAX),
                HandInBox.SIZE_BYTES_MAX));
        assertFalse(HandInBox.fits("t".repeat(HandInBox.TITLE_BYTES_MAX + 1), "", 1));
        assertFalse(HandInBox.fits("t", "p".repeat(HandInBox.PATTERN_BYTES_MAX + 1), 1));
        assertFalse(HandInBox.fits("t", "", HandInBox.SIZE_BYTES_MAX + 1));
        assertTrue(HandInBox.fits("t", "", 1));
        assertFalse(HandInBox.fits("t", "", 0));
        assertFalse(HandInBox.fits(" ", "", 1));
        assertFalse(HandInBox.fits("\ud800", "", 1), "half of a pair");
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
        assertThrows(MalformedJsonException.class, () -> HandInBox.ofBody(body.getBytes(UTF_8)));
    }
}
