package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.NOW;
import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.ui.transfers.state.OfferMovement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Several files of one person share one connection. One that stands meanwhile waits for its turn, and says so.
class TurnOfFilesTest {
    private static final String STANDS = "Nothing moves just now: waiting for \u200EMax\u200E · 1\u00A0MB of 4\u00A0MB";
    private static final String AWAITED = "Waiting for \u200EMax\u200E\u00A0…";
    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    private String said(TransfersViewModel all, String offer) {
        OfferViewModel model = all.rows().stream().<OfferViewModel>mapMulti((row, to) -> {
            if (row instanceof TransferRow.Offer each) to.accept(each.offer());
        }).filter(each -> each.facts().offer().equals(offer)).findFirst().orElseThrow();
        return new OfferFormatter(fixture.context(Language.ENGLISH)).state(model);
    }

    @Test
    void whatStandsWhileOtherFilesOfThePersonComeWaitsForItsTurn() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        fixture.node.progress("1", 1_000_000, 1_500_000);
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        fixture.node.progress("2", 1_000_000, 1_500_000);
        all.tick();
        assertEquals("Waits for its turn: other files from \u200EMax\u200E come now · 1\u00A0MB of 4\u00A0MB",
                said(all, "offer-1"));
        fixture.now = fixture.now.plus(OfferMovement.STALLED_AFTER);
        all.tick();
        assertEquals(STANDS, said(all, "offer-1"), "nothing comes any more");
        assertEquals(STANDS, said(all, "offer-2"));
    }

    @Test
    void whatIsAcceptedWhileOtherFilesOfThePersonComeWaitsForItsTurn() {
        fixture.node.has(incoming("1", TransferState.WAITING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        assertEquals(AWAITED, said(all, "offer-1"));
        fixture.node.progress("2", 1_000_000, 1_500_000);
        all.tick();
        assertEquals("Waits for its turn: other files from \u200EMax\u200E come now · 0\u00A0B of 4\u00A0MB",
                said(all, "offer-1"));
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        all.tick();
        assertEquals(AWAITED, said(all, "offer-1"), "nothing comes any more");
    }

    @Test
    void whatGoesTheOtherWayIsNoTurn() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(outgoing("2", "Max", "Max", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        fixture.node.progress("1", 1_000_000, 1_500_000);
        fixture.now = NOW.plus(OfferMovement.STALLED_AFTER);
        fixture.node.progress("2-Max", 1_000_000, 1_500_000);
        all.tick();
        assertEquals(STANDS, said(all, "offer-1"));
    }

    @Test
    void filesOfOnePersonThatComeByTurnsAllMove() {
        for (String each : List.of("1", "2", "3")) fixture.node.has(incoming(each, TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        for (int chunk = 1; chunk <= 3; chunk++) {
            for (String each : List.of("1", "2", "3")) {
                fixture.node.progress(each, chunk * 1_048_576L, 233_000);
                all.tick();
                fixture.now = fixture.now.plusMillis(1_500);
                all.tick();
                if (chunk == 1) continue;
                assertTrue(said(all, "offer-1").contains("233\u00A0kB/s"), said(all, "offer-1"));
                assertTrue(said(all, "offer-2").contains("233\u00A0kB/s"), said(all, "offer-2"));
            }
        }
        fixture.now = fixture.now.plusMillis(2 * 4_500);
        all.tick();
        assertEquals("Nothing moves just now: waiting for \u200EMax\u200E · 3.1\u00A0MB of 4\u00A0MB",
                said(all, "offer-1"));
    }

    @Test
    void whatWaitsBehindASlowFileWaitsForItsTurnAllTheTime() {
        fixture.node.has(incoming("1", TransferState.WAITING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        fixture.node.progress("2", 1_048_576, 150_000);
        fixture.now = NOW.plusSeconds(7);
        all.tick();
        assertEquals("Waits for its turn: other files from \u200EMax\u200E come now · 0\u00A0B of 4\u00A0MB",
                said(all, "offer-1"));
    }

    /// The first piece took ten seconds. Its rate, over the last three seconds, is too high: the next one comes later.
    @Test
    void onASlowLineTheSecondPieceIsAwaitedAsLongAsTheFirst() {
        fixture.node.has(incoming("1", TransferState.RUNNING));
        fixture.node.has(incoming("2", TransferState.RUNNING));
        TransfersViewModel all = fixture.model();
        fixture.now = NOW.plusSeconds(10);
        fixture.node.progress("1", 1_048_576, 350_000);
        fixture.now = NOW.plusSeconds(18);
        fixture.node.progress("2", 1_048_576, 350_000);
        all.tick();
        assertTrue(said(all, "offer-1").contains("350\u00A0kB/s"), said(all, "offer-1"));
        fixture.now = NOW.plusSeconds(10).plusSeconds(2 * 10);
        all.tick();
        assertEquals("Waits for its turn: other files from \u200EMax\u200E come now · 1\u00A0MB of 4\u00A0MB",
                said(all, "offer-1"), "twice as long, and nothing came");
    }
}
