package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.state.OfferAction;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person sees of the boxes of Holiday, which has a file and an empty folder. The number of ticked files stays
/// the same while that folder is ticked and unticked.
class OfferedEmptyFolderTest {
    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void offerAFolder() {
        fixture.node.folders.put("", new OfferListing(List.of(new Item("Holiday", true, 2, 20)), 0));
        fixture.node.folders.put("Holiday", new OfferListing(List.of(new Item("nothing", true, 0, 0),
                new Item("a.jpg", false, 1, 10), new Item("b.jpg", false, 1, 10)), 0));
        Transfer one = incoming("1", TransferState.OFFERED);
        fixture.node.has(PlainRecords.transfer(one.ids(), one.direction(), one.other(),
                new Content(List.of("Holiday"), 2, 20, 2), one.progress(), one.offered(), List.of()));
    }

    /// From the top down: Holiday, nothing, a.jpg and b.jpg.
    private static List<CheckBox> rows(TestedScreen screen) {
        screen.settle();
        return screen.all(CheckBox.class)
                .stream()
                .sorted(Comparator.comparingDouble(each -> each.localToScene(0, 0).getY()))
                .toList();
    }

    /// `x` where all is ticked, `-` where some is, else `o`.
    private static String boxes(TestedScreen screen) {
        var shown = new StringBuilder();
        for (CheckBox each : rows(screen)) {
            shown.append(each.isIndeterminate() ? '-' : each.isSelected() ? 'x' : 'o');
        }
        return shown.toString();
    }

    private static void press(TestedScreen screen, String id) {
        screen.all(Button.class).stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow().fire();
    }

    @Test
    void itsBoxIsSeenInTheFolderAroundItAndGoesWithAllAndNone() {
        TestedScreen.onFx(() -> {
            ((TransferRow.Offer) fixture.model().rows().get(1)).offer().act(OfferAction.CHOOSE);
            var screen = new TestedScreen(fixture.window.sheet.view(), 600, 700);
            assertEquals("xxxx", boxes(screen));
            rows(screen).get(1).fire();
            assertEquals("-oxx", boxes(screen));
            press(screen, "part-all");
            assertEquals("xxxx", boxes(screen));
            press(screen, "part-none");
            assertEquals("oooo", boxes(screen));
            rows(screen).get(1).fire();
            assertEquals("-xoo", boxes(screen));
            press(screen, "part-none");
            assertEquals("oooo", boxes(screen));
        });
    }
}
