package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import org.junit.jupiter.api.Test;

/// What a card says of files that a full disk here has stopped.
class FullDiskOfferTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private String said(long missing) {
        fixture.node.has(FakeFileTransfers.withoutSpace(incoming("1", TransferState.RUNNING), missing));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
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
}
