package io.landline.ui.lab.diagram;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.lab.LabPage;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.wire.Excerpt;
import io.landline.ui.lab.wire.Ladder.BySystem;
import io.landline.ui.lab.wire.Ladder.Lifeline;
import io.landline.ui.lab.wire.Ladder.Message;
import io.landline.ui.lab.wire.Ladder.Rung;
import io.landline.ui.lab.wire.Ladder.Silence;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A rung of the diagram in what windows of several widths leave to it.
class RungPaneTest {
    private static final List<Lifeline> LANES = List.of(new Lifeline(1, 1, "127.0.0.1:4007"),
            new Lifeline(2, 2, "127.0.0.1:50123"));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static List<Rung> rungs() {
        Instant at = Instant.parse("2026-11-20T09:00:00.123Z");
        Excerpt hello = Excerpt.of(Payload.of("Hello, who is there?"));
        return List.of(new Message(1, at, 2, 1, hello, true, LabMessage.NOTHING),
                new Message(2, at, 1, 2, hello, true, LabMessage.NOTHING),
                new BySystem(3, at, 2, 1, BySystem.Doing.CONNECTED),
                new BySystem(4, at, 1, 1, BySystem.Doing.WAITING),
                new Silence(5, at, 2, 1, LabMessage.NOTHING));
    }

    @ParameterizedTest
    @CsvSource({"250, 150", "250, 200", "300, 150", "250, 100", "600, 150", "900, 100"})
    void timeAndWordsDoNotLieOnEachOtherAndAnArrowCanBeSeen(double width, int percent) {
        TestedScreen.onFx(() -> {
            PageContext context = new FakeWindow().context(new FakeNode(), Language.ENGLISH);
            Texts texts = context.texts(LabPage.class);
            for (Rung each : rungs()) {
                var pane = new RungPane(new CardFormatter(context, texts), texts);
                pane.getStylesheets()
                        .add(Objects.requireNonNull(LabPage.class.getResource("lab.css")).toExternalForm());
                var screen = new TestedScreen(pane, width, 100);
                Appearance.dress(screen.scene(), percent);
                pane.show(each, LifelineLayout.of(LANES, 2));
                screen.settle();
                screen.size(width, pane.prefHeight(width));
                Bounds time = bounds(pane.lookup(".lab-time"));
                Bounds words = bounds(pane.lookup(".lab-rung-label"));
                String where = each + " at " + width + " px and " + percent + " %: " + time + ", " + words;
                assertFalse(time.intersects(words), where);
                Label label = (Label) pane.lookup(".lab-rung-label");
                assertTrue(words.getWidth() >= Math.min(label.prefWidth(-1), width / 4), "narrow words: " + where);
                assertTrue(words.getMaxX() <= width + 1, "outside: " + where);
                assertTrue(words.getMaxY() <= pane.getHeight() + 1, "outside: " + where);
                Line arrow = (Line) pane.lookup(".lab-arrow");
                if (!arrow.isVisible()) continue;
                assertTrue(Math.abs(arrow.getEndX() - arrow.getStartX()) > width / 5, "short arrow: " + where);
            }
        });
    }

    /// A question of the Quiz with its answers.
    @Test
    void aQuestionIsReadInFullInANarrowDiagram() {
        TestedScreen.onFx(() -> {
            Excerpt question = Excerpt.of(Payload.of("QUESTION|1|3|Which of these is connection-oriented?|A) UDP|B) TCP"
                    + "|C) IP|D) ARP\n"));
            Instant at = Instant.parse("2026-11-20T09:00:00.123Z");
            for (double width : new double[]{250, 300, 900}) {
                PageContext context = new FakeWindow().context(new FakeNode(), Language.ENGLISH);
                Texts texts = context.texts(LabPage.class);
                var pane = new RungPane(new CardFormatter(context, texts), texts);
                var screen = new TestedScreen(pane, width, 100);
                pane.show(new Message(1, at, 1, 2, question, true, LabMessage.NOTHING), LifelineLayout.of(LANES, 2));
                screen.settle();
                screen.size(width, pane.prefHeight(width));
                Label label = (Label) pane.lookup(".lab-rung-label");
                assertFalse(label.isTextTruncated(), "at " + width + " px: " + bounds(label));
                assertTrue(bounds(label).getMaxY() < pane.lookup(".lab-arrow").getBoundsInParent().getMinY() + 1);
            }
        });
    }

    private static Bounds bounds(Node node) {
        return node.getBoundsInParent();
    }
}
