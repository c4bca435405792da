package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.Language;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TransferCardTest {
    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private TestedScreen arrived(Path path) {
        fixture.node.has(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE, null,
                4_000_000, List.of(path)));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(offer);
        return new TestedScreen(card, 600, 300);
    }

    private static String text(TestedScreen screen, String styleClass) {
        return screen.all(Label.class)
                .stream()
                .filter(label -> label.getStyleClass().contains(styleClass))
                .map(Label::getText)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatArrivedHasTheNameUnderWhichItWasSaved() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("/downloads/holiday (2).jpg"));
            assertEquals("holiday (2)", bare(text(screen, "transfers-card-name")));
            assertEquals(".jpg", bare(text(screen, "transfers-card-extension")));
        });
    }

    private static String bare(String shown) {
        return shown.replaceAll("\\p{Cf}", "");
    }

    @Test
    void inATimelineOneLineOfFactsRepeatsNothingOfTheHeader() {
        TestedScreen.onFx(
                () -> assertEquals("4 MB · Arrived complete and checked",
                        text(arrived(Path.of("/downloads/holiday.jpg")), "transfers-card-size")));
    }

    @Test
    void nameAndExtensionReadAsOne() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("/downloads/holiday.jpg"));
            Label stem = label(screen, "transfers-card-name");
            Label extension = label(screen, "transfers-card-extension");
            double gap = extension.localToScene(extension.getInsets().getLeft(), 0).getX()
                    - stem.localToScene(stem.getWidth(), 0).getX();
            assertTrue(gap < 3, gap + " px between");
        });
    }

    private static Label label(TestedScreen screen, String styleClass) {
        return screen.all(Label.class)
                .stream()
                .filter(label -> label.getStyleClass().contains(styleClass))
                .findFirst()
                .orElseThrow();
    }
}
