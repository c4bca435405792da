package io.landline.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.WirePicture.Pixels;
import io.landline.ui.lab.card.BenchViewModel;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.lab.card.CardPane;
import io.landline.ui.lab.card.CardViewModel;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Named;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabPageTest {
    private static final double HEIGHT = 2_000;
    private static final double WIDE = 1_843;
    private static final int PAGES = 10;
    /// The toolkit keeps hold of the last scene until its next pulse.
    private static final int STILL_HELD_MAX = 3;
    private static final int COLLECTIONS_MAX = 20;
    /// Beside the navigation of a window of 480 and of 1,000 pixels.
    private static final double[] WIDTHS = {403, 923};

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static LabViewModel model() {
        var fx = new FxThread(Runnable::run, Runnable::run);
        return new LabViewModel(fx, new Background(fx, Runnable::run, false));
    }

    private static PageContext context(Language language) {
        return new FakeWindow().context(new FakeNode(), language);
    }

    @ParameterizedTest
    @EnumSource
    void everySystemCanBeReadAtEachWidthInEachLanguage(Language language) {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(language), model)) {
                var screen = new TestedScreen(page.view(), WIDTHS[0], HEIGHT);
                for (LabSystem system : LabSystems.ALL) {
                    model.chosen().set(system);
                    screen.size(WIDTHS[0], HEIGHT);
                    for (ToggleButton each : screen.all(ToggleButton.class)) {
                        if (String.valueOf(each.getId()).endsWith("-more")) each.fire();
                    }
                    for (double width : WIDTHS) {
                        screen.size(width, HEIGHT);
                        assertEquals(List.of(), Clipped.texts(screen, width),
                                () -> system.key() + " in " + language + " at " + width);
                        assertEquals(List.of(),
                                Named.nameless(page.view()).stream().filter(each -> each.isVisible()).toList());
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {403, 923})
    void tabReachesTheChoiceOfSystemsBeforeItsCards(double width) {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); LabPage page = new LabPage(context(Language.ENGLISH), model)) {
                var screen = new TestedScreen(page.view(), width, HEIGHT);
                List<String> reached = screen.all(Control.class)
                        .stream()
                        .filter(Control::isFocusTraversable)
                        .map(each -> String.valueOf(each.getId()))
                        .toList();
                assertTrue(reached.getFirst().startsWith("lab-system"), reached.toString());
            }
        });
    }

    /// What is typed is read from the left, and its second line begins there.
    @Test
    void aCommandIsReadFromTheLeftInAMirroredWindow() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ARABIC), model)) {
                var screen = new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                screen.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                screen.settle();
                List<WrappingText> commands = screen.all(WrappingText.class)
                        .stream()
                        .filter(each -> each.getStyleClass().contains("lab-command"))
                        .toList();
                assertFalse(commands.isEmpty());
                for (WrappingText each : commands) {
                    assertEquals(NodeOrientation.LEFT_TO_RIGHT, each.getEffectiveNodeOrientation());
                }
            }
        });
    }

    @Test
    void everyDescriptionInTheListIsWhole() {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                try (LabViewModel model = model(); var page = new LabPage(context(language), model)) {
                    var screen = new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                    List<Label> words = screen.all(Label.class)
                            .stream()
                            .filter(each -> each.getStyleClass().contains("lab-system-word"))
                            .toList();
                    assertTrue(words.size() > PAGES, words.size() + " rows");
                    for (Label each : words) assertEquals(each.getText(), Clipped.painted(each).replace('\n', ' '));
                }
            });
        }
    }

    @Test
    void whereThereIsNoServerNobodyIsAskedToStartOne() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                for (LabSystem system : LabSystems.ALL) {
                    model.chosen().set(system);
                    var screen = new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                    boolean asked = screen.all(Label.class)
                            .stream()
                            .anyMatch(each -> each.getText().startsWith("Start a server"));
                    boolean shown = model.bench(system).cards().stream().anyMatch(CardViewModel::isServer);
                    assertTrue(shown || !asked, system.key());
                }
            }
        });
    }

    @Test
    void whatIsBeingTypedIsThereInAnotherLanguageToo() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model()) {
                try (var page = new LabPage(context(Language.ENGLISH), model)) {
                    typed(page).setText("half a word");
                }
                try (var page = new LabPage(context(Language.FRENCH), model)) {
                    assertEquals("half a word", typed(page).getText());
                }
            }
        });
    }

    private static TextField typed(LabPage page) {
        return new TestedScreen(page.view(), WIDTHS[1], HEIGHT).scene()
                .getRoot()
                .lookupAll(".text-field")
                .stream()
                .map(TextField.class::cast)
                .filter(each -> String.valueOf(each.getId()).endsWith("-typed"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFilterHasTheWidthOfTheWindowWhereItHasNoRoomBesideItsButton() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                var screen = new TestedScreen(page.view(), WIDTHS[0], HEIGHT);
                Appearance.dress(screen.scene(), 200);
                screen.settle();
                for (LabSystem system : LabSystems.ALL) {
                    if (!system.onNetwork()) continue;
                    model.chosen().set(system);
                    screen.settle();
                    Label filter = screen.all(Label.class)
                            .stream()
                            .filter(each -> each.getText().startsWith("Wireshark filter"))
                            .findFirst()
                            .orElseThrow();
                    double room = ((Region) filter.getParent()).getWidth();
                    assertTrue(filter.getWidth() >= Math.min(filter.prefWidth(-1), room) - 1,
                            system.key() + ": " + filter.getWidth() + " of " + room);
                    assertTrue(filter.getHeight() + 1 >= filter.prefHeight(filter.getWidth()), system.key());
                }
            }
        });
    }

    /// In a small window, or with large letters, the list of systems and what runs stand above.
    @Test
    void whatScrollsKeepsAwayFromWhatSaysHowManyProgramsRun() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                var screen = new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                Appearance.dress(screen.scene(), 200);
                Node line = page.view().lookup(".lab-running-line");
                screen.settle();
                double em = screen.all(Label.class).getFirst().getFont().getSize();
                double end = line.localToScene(line.getBoundsInLocal()).getMaxY();
                double begin = page.view().lookup(".lab-scroll").localToScene(0, 0).getY();
                assertTrue(begin - end >= em / 2, begin + " after " + end);
            }
        });
    }

    @Test
    void aCardKeepsItsWidthWhenAnotherComes() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                LabSystem system = LabSystems.ALL.getFirst();
                model.chosen().set(system);
                var screen = new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                double before = screen.all(CardPane.class).getFirst().getWidth();
                model.bench(system).remove(model.bench(system).cards().getLast());
                screen.settle();
                assertEquals(1, screen.all(CardPane.class).size());
                assertEquals(before, screen.all(CardPane.class).getFirst().getWidth());
            }
        });
    }

    /// As where an error below a field makes the page higher than the window.
    @Test
    void aCardKeepsItsWidthWhenThePageBeginsToScroll() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                var screen = new TestedScreen(page.view(), WIDE, HEIGHT);
                double before = screen.all(CardPane.class).getFirst().getWidth();
                screen.size(WIDE, HEIGHT / 8);
                assertEquals(before, screen.all(CardPane.class).getFirst().getWidth());
            }
        });
    }

    @Test
    void inAWideWindowWhatPassesStandsBesideTheCards() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model(); var page = new LabPage(context(Language.ENGLISH), model)) {
                var screen = new TestedScreen(page.view(), WIDE, HEIGHT);
                CardPane card = screen.all(CardPane.class).getFirst();
                WirePane wire = screen.all(WirePane.class).getFirst();
                assertEquals(card.localToScene(0, 0).getY(), wire.localToScene(0, 0).getY());
                assertTrue(card.localToScene(card.getWidth(), 0).getX() < wire.localToScene(0, 0).getX());
            }
        });
    }

    @Test
    void pagesThatCameAndWentWithTheLanguageLeaveNothingAtWhatGoesOn() {
        var views = new ArrayList<WeakReference<Object>>();
        LabViewModel model = TestedScreen.onFx(LabPageTest::model);
        for (int i = 0; i < PAGES; i++) {
            Language language = Language.values()[i % Language.values().length];
            TestedScreen.onFx(() -> {
                var page = new LabPage(context(language), model);
                new TestedScreen(page.view(), WIDTHS[1], HEIGHT);
                page.close();
                views.add(new WeakReference<>(page));
                views.add(new WeakReference<>(page.view()));
            });
        }
        long held = views.size();
        for (int i = 0; i < COLLECTIONS_MAX && held > STILL_HELD_MAX; i++) {
            System.gc();
            TestedScreen.onFx(() -> {});
            held = views.stream().filter(each -> each.get() != null).count();
        }
        assertTrue(held <= STILL_HELD_MAX, held + " of " + views.size() + " pages and views are still in memory");
        TestedScreen.onFx(model::close);
    }

    /// Runs what needs no network but the loopback address, and ends by itself.
    private static BenchViewModel measured(LabViewModel model, String key) {
        LabSystem system = LabSystems.ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        model.chosen().set(system);
        BenchViewModel bench = model.bench(system);
        bench.cards().getFirst().start();
        return bench;
    }

    @Test
    void theReportHasSetUpResultsAndTraceInTheWindowsLanguage() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model()) {
                BenchViewModel bench = measured(model, "sockets");
                PageContext context = context(Language.FRENCH);
                Texts texts = context.texts(LabPage.class);
                var content = new ReportContent(bench, new CardFormatter(context, texts), texts);
                var report = content.report(Instant.EPOCH, List.of(), List.of(List.of("lo", "lo", "127.0.0.1")));
                assertEquals("fr", report.language());
                List<String> headings = report.parts().stream().map(each -> each.heading()).toList();
                assertTrue(headings.containsAll(List.of("Montage", "Trace", "Résultat de Essai")), headings::toString);
            }
        });
    }

    @Test
    void picturesOfDiagramAndChartAreMadeBesideTheWindow() {
        TestedScreen.onFx(() -> {
            try (LabViewModel model = model()) {
                BenchViewModel bench = measured(model, "slow-reader");
                PageContext context = context(Language.ENGLISH);
                Texts texts = context.texts(LabPage.class);
                Pixels chart = WirePicture.ofChart(bench, new CardFormatter(context, texts), texts);
                assertTrue(chart.width() > chart.height() && chart.height() > 100,
                        chart.width() + " × " + chart.height());
                assertTrue(Arrays.stream(chart.argb()).distinct().count() > 10, "something is drawn");
                assertTrue(WirePicture.ofLadder(bench, new CardFormatter(context, texts), texts).height() > 10);
            }
        });
    }
}
