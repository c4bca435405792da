package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many people click twice on whatever they want to start. The first click puts other buttons under the mouse.
class DoubleClickOnCardTest {
    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void click(TestedScreen on, String button, int count) {
        Button aim = (Button) on.scene().getRoot().lookup(".transfers-card-" + button);
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            aim.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, count, false, false, false, false, true,
                    false, false, false, false, true, null));
        }
    }

    private TestedScreen card(TransfersViewModel model) {
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(((TransferRow.Offer) model.rows().get(1)).offer());
        return new TestedScreen(card, 600, 300);
    }

    private List<String> did() {
        return fixture.node.told.stream().filter(each -> !each.startsWith("only")).toList();
    }

    @ParameterizedTest
    @CsvSource({"OFFERED,accept,pause", "OFFERED,decline,retry", "RUNNING,cancel,retry"})
    void theSecondClickIsNoneOnTheButtonThatTheFirstOneBrought(TransferState state, String first, String brought) {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", state));
            TransfersViewModel model = fixture.model();
            TestedScreen screen = card(model);
            click(screen, first, 1);
            model.refresh();
            click(screen, brought, 2);
            assertEquals(List.of(first + " 1"), did());
            click(screen, brought, 1);
            assertEquals(List.of(first + " 1", brought + " 1"), did());
        });
    }

    /// These two only take turns.
    @Test
    void aPauseAndItsEndMayFollowEachOtherQuickly() {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            TransfersViewModel model = fixture.model();
            TestedScreen screen = card(model);
            click(screen, "pause", 1);
            model.refresh();
            click(screen, "resume", 2);
            model.refresh();
            click(screen, "pause", 3);
            assertEquals(List.of("pause 1", "resume 1", "pause 1"), did());
        });
    }
}
