package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.ui.transfers.state.OfferAction;
import org.junit.jupiter.api.Test;

/// What a card says of files that a full disk here has stopped.
class FullDiskOfferTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private String said(long missing) {
        fixture.node.has(FakeFileTransfers.withoutSpace(incoming("1", TransferState.RUNNING), missing));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        return words(offer);
    }

    private String words(OfferViewModel offer) {
        return new OfferFormatter(fixture.context(Language.ENGLISH)).state(offer)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }

    @Test
    void howMuchMoreMustBeFreeIsSaid() {
        String said = said(79_300_000);
        assertTrue(said.startsWith("Your disk has too little space: 79.3 MB more must be free. What has arrived is"),
                said);
    }

    @Test
    void whereThatIsNotKnownTheDiskIsCalledFull() {
        String said = said(0);
        assertTrue(said.startsWith("Your disk is full. What has arrived is kept: free some space, then resume"), said);
    }

    /// A disk that is still full stops it at once: without the time, nothing on the screen would have changed.
    @Test
    void whatIsResumedAndStopsAgainSaysWhenThatWas() {
        fixture.node.has(FakeFileTransfers.withoutSpace(incoming("1", TransferState.RUNNING), 5_000_000));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        assertFalse(words(offer).startsWith("Tried again"), words(offer));
        resumed(offer);
        String first = words(offer);
        assertTrue(first.matches("Tried again at [0-9:]{8} · Your disk has too little space: .*"), first);
        fixture.now = fixture.now.plusSeconds(1);
        resumed(offer);
        assertNotEquals(first, words(offer), "each try is seen");
    }

    @Test
    void onceBytesHaveComeItIsNoOldTry() {
        fixture.node.has(FakeFileTransfers.withoutSpace(incoming("1", TransferState.RUNNING), 5_000_000));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        resumed(offer);
        fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.RUNNING, null));
        fixture.node.offered("1");
        fixture.node.progress("1", 1_000_000, 1_500_000);
        fixture.node.becomes("1", each -> FakeFileTransfers.withoutSpace(each, 5_000_000));
        fixture.node.offered("1");
        assertTrue(words(offer).startsWith("Your disk has too little space"), words(offer));
    }

    private void resumed(OfferViewModel offer) {
        offer.act(OfferAction.RESUME);
        fixture.node.becomes("1", each -> FakeFileTransfers.withoutSpace(each, 5_000_000));
        fixture.node.offered("1");
    }
}
