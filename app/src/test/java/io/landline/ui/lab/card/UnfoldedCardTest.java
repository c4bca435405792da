package io.landline.ui.lab.card;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.lab.LabPage;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import javafx.css.PseudoClass;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// The button of a card that shows what is needed rarely, while that is shown.
class UnfoldedCardTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Paint ground(ToggleButton button) {
        BackgroundFill top = button.getBackground().getFills().getLast();
        return top.getFill();
    }

    @Test
    void itsTextAndItsSignCanStillBeReadAndTheSignTurns() {
        TestedScreen.onFx(() -> {
            try (var lab = new PumpedLab()) {
                BenchViewModel bench = lab.bench("udp-echo");
                PageContext context = new FakeWindow().context(new FakeNode(), Language.ENGLISH);
                Texts texts = context.texts(LabPage.class);
                var pane = new CardPane(bench, bench.cards().getFirst(), new CardFormatter(context, texts), texts);
                var screen = new TestedScreen(pane, 600, 900);
                screen.scene()
                        .getStylesheets()
                        .add(requireNonNull(LabPage.class.getResource("lab.css")).toExternalForm());
                var more = (ToggleButton) pane.lookup("#" + pane.getId() + "-more");
                var sign = (Icon) more.getGraphic();
                String folded = sign.getText();
                for (String state : new String[]{"unfolded", "hover", "focused"}) {
                    more.setSelected(true);
                    more.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
                    screen.settle();
                    assertNotEquals(more.getTextFill(), ground(more), "the text, " + state);
                    assertNotEquals(sign.getFill(), ground(more), "the sign, " + state);
                    assertEquals(Character.toString(Feather.CHEVRON_UP.getCode()), sign.getText());
                    more.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), false);
                    more.setSelected(false);
                    assertEquals(folded, sign.getText());
                }
            }
        });
    }
}
