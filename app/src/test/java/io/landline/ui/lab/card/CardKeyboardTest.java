package io.landline.ui.lab.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.lab.LabPage;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.concurrent.Callable;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Programs of the Lab without a mouse, over real sockets of the loopback interface.
class CardKeyboardTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// A card on a screen, with the program behind it.
    private static final class ShownCard implements AutoCloseable {
        final PumpedLab lab = new PumpedLab();
        final CardViewModel card;
        private final CardPane pane;
        private final TestedScreen screen;

        ShownCard(String system, boolean server) {
            BenchViewModel bench = lab.bench(system);
            card = bench.cards().stream().filter(each -> each.isServer() == server).findFirst().orElseThrow();
            PageContext context = new FakeWindow().context(new FakeNode(), Language.ENGLISH);
            Texts texts = context.texts(LabPage.class);
            pane = new CardPane(bench, card, new CardFormatter(context, texts), texts);
            screen = new TestedScreen(pane, 600, 900);
        }

        Node control(String name) {
            return pane.lookup("#" + pane.getId() + "-" + name);
        }

        TextField field(String name) {
            return (TextField) control(name);
        }

        void press(String button) {
            control(button).requestFocus();
            assertEquals(control(button), focused());
            ((Button) control(button)).fire();
        }

        Node focused() {
            screen.settle();
            return screen.scene().getFocusOwner();
        }

        void runs() throws InterruptedException {
            lab.until(() -> card.state().get() instanceof CardState.Running, "it runs");
        }

        void ended() throws InterruptedException {
            lab.until(() -> !card.state().get().isBusy(), "it has ended");
        }

        @Override
        public void close() {
            pane.close();
            lab.close();
        }
    }

    private static void onFx(Callable<Boolean> work) {
        assertTrue(TestedScreen.onFx(work));
    }

    @Test
    void enterInAFieldStartsTheProgramAndItsKeyboardStaysAtTheCard() {
        onFx(() -> {
            try (var shown = new ShownCard("udp-echo", true)) {
                shown.field("port").requestFocus();
                shown.field("port").setText("0");
                shown.field("port").fireEvent(new ActionEvent());
                assertTrue(shown.card.state().get().isBusy(), "it starts");
                shown.runs();
                assertEquals(shown.control("stop"), shown.focused());
                shown.card.stop();
                shown.ended();
                return true;
            }
        });
    }

    @Test
    void enterInAFieldThatDoesNotFitStartsNothing() {
        onFx(() -> {
            try (var shown = new ShownCard("udp-echo", true)) {
                shown.field("port").requestFocus();
                shown.field("port").setText("70000");
                shown.field("port").fireEvent(new ActionEvent());
                assertEquals(new CardState.Idle(), shown.card.state().get());
                assertEquals(shown.field("port"), shown.focused());
                return true;
            }
        });
    }

    @Test
    void theButtonsThatStartAndStopHandTheKeyboardToEachOther() {
        onFx(() -> {
            try (var shown = new ShownCard("udp-echo", true)) {
                PumpedLab.set(shown.card, "port", "0");
                shown.press("start");
                shown.runs();
                assertEquals(shown.control("stop"), shown.focused());
                shown.press("stop");
                shown.ended();
                assertEquals(shown.control("start"), shown.focused());
                return true;
            }
        });
    }

    @Test
    void aProgramThatIsTypedForHasTheKeyboardInItsFieldAsSoonAsItRuns() {
        onFx(() -> {
            try (var shown = new ShownCard("udp-echo", false)) {
                shown.press("start");
                shown.runs();
                assertEquals(shown.field("typed"), shown.focused());
                shown.card.stop();
                shown.ended();
                assertEquals(shown.control("start"), shown.focused());
                return true;
            }
        });
    }

    @Test
    void theKeyboardOfAnotherPlaceStaysThere() {
        onFx(() -> {
            try (var shown = new ShownCard("udp-echo", true)) {
                PumpedLab.set(shown.card, "port", "0");
                shown.press("start");
                shown.runs();
                shown.control("unfold").requestFocus();
                shown.card.stop();
                shown.ended();
                assertEquals(shown.control("unfold"), shown.focused());
                return true;
            }
        });
    }
}
