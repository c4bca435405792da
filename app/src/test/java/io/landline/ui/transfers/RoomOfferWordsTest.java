package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the card of an own offer to a room says of the people in it. A room takes and declines nothing itself.
class RoomOfferWordsTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private OfferViewModel failed(Map<String, FailureReason> receivers) {
        int peer = 0xb0;
        for (var each : receivers.entrySet()) {
            fixture.node.has(FakeFileTransfers.in(outgoing("2", "#class", each.getKey(), TransferState.OFFERED,
                    Integer.toHexString(peer++)), TransferState.FAILED, each.getValue()));
        }
        return ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
    }

    private String state(OfferViewModel offer, Language language) {
        return plain(new OfferFormatter(fixture.context(language)).state(offer));
    }

    /// Without the marks around names, and with plain blanks.
    private static String plain(String text) {
        return text.replace("\u200e", "").replace('\u202f', ' ').replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DECLINED  | Ben declined it. Your file is untouched.
            DISK_FULL | The disk of Ben is full. Your file is untouched; send it again later.
            LOST      | Ben did not come for it within seven days. Your file is untouched; send it again.
            """)
    void theOneWhoDidNotTakeItIsNamed(FailureReason reason, String said) {
        assertEquals(said, state(failed(Map.of("Ben", reason)), Language.ENGLISH));
    }

    @Test
    void ofSeveralNobodyIsNamed() {
        OfferViewModel offer = failed(Map.of("Ben", FailureReason.DECLINED, "Eva", FailureReason.LOST));
        assertEquals("None of the 2 people who were asked has it. Your file is untouched; send it again whenever you"
                + " like.", state(offer, Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource
    void noRoomIsSaidToHaveActed(FailureReason reason) {
        OfferViewModel several = failed(Map.of("Ben", reason, "Eva", reason));
        for (Language language : Language.values()) {
            String said = state(several, language);
            assertFalse(said.isBlank() || said.contains("class"), said);
        }
    }

    @Test
    void howManyHaveItIsCountedOfSeveralAlone() {
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.RUNNING, "c1"));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        fixture.node.progress("2-Max", 400_000, 0);
        assertFalse(state(offer, Language.ENGLISH).endsWith("have it"), () -> state(offer, Language.ENGLISH));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        fixture.node.offered("2-Eva");
        assertTrue(state(offer, Language.ENGLISH).endsWith("0 of 2 have it"), () -> state(offer, Language.ENGLISH));
    }

    @Test
    void theRoomItWentToStandsWithoutQuotationMarks() {
        OfferViewModel offer = failed(Map.of("Ben", FailureReason.DECLINED));
        var words = OfferFormatter.dated(fixture.context(Language.ENGLISH), InstantSource.fixed(TransfersFixture.NOW));
        assertTrue(plain(words.about(offer)).contains(" · To #class · "), plain(words.about(offer)));
    }
}
