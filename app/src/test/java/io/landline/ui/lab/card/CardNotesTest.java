package io.landline.ui.lab.card;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.control.NoteLine;
import io.landline.ui.lab.LabPage;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a card says of a wrong value, while somebody types it.
class CardNotesTest {
    /// No number, no name, no path.
    private static final String WRONG = " ";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    static List<LabSystem> systems() {
        return LabSystems.ALL;
    }

    @ParameterizedTest
    @MethodSource("systems")
    void noFieldMovesAndTheFieldIsNamed(LabSystem system) {
        TestedScreen.onFx(() -> {
            try (var lab = new PumpedLab()) {
                BenchViewModel bench = lab.bench(system.key());
                PageContext context = new FakeWindow().context(new FakeNode(), Language.GERMAN);
                Texts texts = context.texts(LabPage.class);
                var formatter = new CardFormatter(context, texts);
                for (CardViewModel each : bench.cards()) {
                    var pane = new CardPane(bench, each, formatter, texts);
                    typeWrong(pane);
                    pane.close();
                }
            }
        });
    }

    private static void typeWrong(CardPane pane) {
        var screen = new TestedScreen(pane, 270, 1_500);
        screen.scene()
                .getStylesheets()
                .add(requireNonNull(LabPage.class.getResource("lab.css")).toExternalForm());
        screen.size(280, 1_500);
        screen.size(270, 1_500);
        for (TextField field : screen.all(TextField.class)) {
            String before = field.getText();
            List<Bounds> places = places(screen);
            field.setText(WRONG);
            screen.settle();
            List<String> said = screen.all(NoteLine.class)
                    .stream()
                    .map(NoteLine::getText)
                    .filter(each -> !each.isEmpty())
                    .toList();
            String where = pane.getId() + " " + field.getId() + ": " + said;
            if (field.getPseudoClassStates().contains(Styles.STATE_DANGER)) {
                assertEquals(places, places(screen), where);
                assertEquals(1, said.size(), where);
                assertTrue(said.getFirst().contains(requireNonNull(field.getAccessibleHelp())), where);
                if (before.isEmpty()) continue;
                assertTrue(said.getFirst().startsWith(requireNonNull(field.getAccessibleText())), where);
            }
            field.setText(before);
            screen.settle();
        }
    }

    /// Of the fields, and of the button that starts. The command is below the sentence.
    private static List<Bounds> places(TestedScreen screen) {
        Stream<Button> start = screen.all(Button.class)
                .stream()
                .filter(each -> each.getStyleClass().contains(Styles.ACCENT));
        return Stream.concat(screen.all(TextField.class).stream(), start)
                .map(each -> each.localToScene(each.getLayoutBounds()))
                .toList();
    }
}
