package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import org.junit.jupiter.api.Test;

/// Files for a room in which all are on Wi-Fi.
class SharedAirCardTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    @Test
    void thatAllAreOnWiFiIsSaidWhileTheFilesMove() {
        fixture.node.has(outgoing("2", "#class", "Max", TransferState.RUNNING, "c1"));
        fixture.node.has(outgoing("2", "#class", "Eva", TransferState.RUNNING, "c2"));
        OfferViewModel ours = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        var english = new OfferFormatter(fixture.context(Language.ENGLISH));
        fixture.node.publish(new NodeEvent.Helping("offer-2", 2, 1.1, 2));
        String said = english.state(ours);
        assertTrue(said.endsWith("shared air: all are on Wi-Fi, so it takes about 2 times as long as for one"), said);
        fixture.node.publish(new NodeEvent.Helping("offer-2", 2, 1.2, 0));
        assertTrue(english.state(ours).endsWith("sent 1.20×"), english.state(ours));
    }
}
