package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.testing.Patience;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.Notices;
import io.landline.ui.page.Page;
import io.landline.ui.page.Shortcut;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.NavEntry.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class ShellTest {
    private final List<String> happened = new ArrayList<>();
    private final IntegerProperty unread = new SimpleIntegerProperty();
    private final IntegerProperty running = new SimpleIntegerProperty(2);
    private Shell shell;
    private TestedScreen screen;

    /// Notes what is done with it.
    private final class NotedPage implements Page {
        private final String name;
        private final Button button;
        private final StackPane view;

        NotedPage(String name) {
            this.name = name;
            button = new Button(name);
            view = new StackPane(button);
            view.setId("page-" + name);
            happened.add("made " + name);
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void shown() {
            happened.add("shown " + name);
            button.requestFocus();
        }

        @Override
        public boolean act(Shortcut shortcut) {
            happened.add("acted " + name + " " + shortcut);
            return true;
        }

        @Override
        public void hidden() {
            happened.add("hidden " + name);
        }

        @Override
        public void close() {
            happened.add("closed " + name);
        }
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void openTheFirstPage() {
        TestedScreen.onFx(() -> {
            shell = new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, Language.ENGLISH),
                    List.of(new NavEntry("one", Feather.MESSAGE_CIRCLE, "One", new Badge(unread, Tone.CALLS),
                            () -> new NotedPage("one")),
                            new NavEntry("two", Feather.DOWNLOAD, "Two", new Badge(running, Tone.TELLS),
                                    () -> new NotedPage("two"))),
                    _ -> new NotedPage("places"), () -> false);
            screen = new TestedScreen(shell.view(), 800, 600);
            shell.show("one");
            screen.settle();
        });
        happened.clear();
    }

    private void press(KeyCode code, boolean shortcut) {
        press(code, shortcut, false);
    }

    private void press(KeyCode code, boolean shortcut, boolean shift) {
        Node focused = screen.scene().getFocusOwner();
        Event.fireEvent(focused == null ? shell.view() : focused,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false));
        screen.settle();
    }

    @Test
    void aDigitWithControlBringsItsPageToTheFront() {
        TestedScreen.onFx(() -> {
            press(KeyCode.DIGIT2, true);
            assertEquals(List.of("made two", "hidden one", "shown two"), happened);
            assertEquals("two", shell.front());
            assertTrue(((ToggleButton) shell.view().lookup("#nav-two")).isSelected());
        });
    }

    /// At 200 % in the first size of the window, and in the lowest window there is.
    @Test
    void aLargeZoomPushesNothingOutOfALowWindow() {
        TestedScreen.onFx(() -> {
            var entries = new ArrayList<NavEntry>();
            for (int i = 0; i < 6; i++) {
                entries.add(new NavEntry("n" + i, Feather.DOWNLOAD, "Number", new Badge(unread, Tone.CALLS),
                        () -> new NotedPage("n")));
            }
            try (var six = new Shell(new FxThread(Runnable::run, Runnable::run),
                    Texts.beside(Shell.class, Language.ENGLISH), entries, _ -> new NotedPage("n"), () -> false)) {
                var large = new TestedScreen(six.view(), 1_000, 700);
                six.show("n0");
                Appearance.dress(large.scene(), 200);
                large.settle();
                for (int i = 0; i < 6; i++) {
                    Bounds button = inScene(six.view().lookup("#nav-n" + i));
                    assertTrue(button.getMinY() >= 0 && button.getMaxY() <= 700, i + ": " + button);
                }
                large.size(480, 400);
                Bounds page = inScene(six.view().lookup("#page-n"));
                assertTrue(page.getMinY() >= 0 && page.getMaxY() <= 400, "the page: " + page);
                ScrollBar bar = (ScrollBar) six.view().lookup(".nav-scroll > .scroll-bar:vertical");
                assertTrue(bar.isVisible(), "the other buttons are reached by a bar");
            }
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void f6MovesBetweenThePageAndTheNavigationBothWays() {
        TestedScreen.onFx(() -> {
            Node inPage = screen.scene().getFocusOwner();
            press(KeyCode.F6, false);
            assertEquals("nav-one", screen.scene().getFocusOwner().getId());
            press(KeyCode.F6, false);
            assertSame(inPage, screen.scene().getFocusOwner());
            press(KeyCode.F6, false, true);
            assertEquals("nav-one", screen.scene().getFocusOwner().getId());
        });
    }

    @Test
    void whatAPageActsOnReachesItAlsoFromTheNavigation() {
        TestedScreen.onFx(() -> {
            press(KeyCode.F6, false);
            press(KeyCode.F, true);
            assertEquals(List.of("acted one SEARCH"), happened);
            press(KeyCode.K, true);
            press(KeyCode.F, true);
            assertEquals(List.of("acted one SEARCH", "made places", "shown places"), happened);
        });
    }

    @Test
    void theListOfKeysHasEachOfThem() {
        for (Language language : Language.values()) {
            TestedScreen.onFx(() -> {
                Texts texts = Texts.beside(Shell.class, language);
                var formatter = new ShortcutFormatter(texts, false, false);
                var panel = new ShortcutsPanel(texts, formatter, 6, () -> {});
                var listed = new TestedScreen(panel.view(), 600, 2_000);
                for (Shortcut each : Shortcut.values()) {
                    assertTrue(listed.texts().contains(formatter.name(each)), each.name());
                }
                assertEquals(List.of(), Clipped.texts(listed, 600));
            });
        }
        TestedScreen.onFx(() -> {
            press(KeyCode.SLASH, true);
            assertNotNull(shell.view().lookup("#shortcuts"));
            press(KeyCode.ESCAPE, false);
            assertNull(shell.view().lookup("#shortcuts"));
        });
    }

    @Test
    void onlyWhatWaitsForTheUserHasTheColourOfAnAlarm() {
        TestedScreen.onFx(() -> {
            unread.set(1);
            var tells = PseudoClass.getPseudoClass("tells");
            assertFalse(shell.view().lookup("#nav-one .nav-badge").getPseudoClassStates().contains(tells));
            assertTrue(shell.view().lookup("#nav-two .nav-badge").getPseudoClassStates().contains(tells));
        });
    }

    @Test
    void aPageIsMadeOnce() {
        TestedScreen.onFx(() -> {
            press(KeyCode.DIGIT2, true);
            press(KeyCode.DIGIT1, true);
            press(KeyCode.DIGIT2, true);
            assertEquals(1, happened.stream().filter("made two"::equals).count());
        });
    }

    @Test
    void aDigitWithoutAPageDoesNothing() {
        TestedScreen.onFx(() -> {
            press(KeyCode.DIGIT3, true);
            press(KeyCode.DIGIT2, false);
            assertEquals(List.of(), happened);
        });
    }

    @Test
    void thePageInFrontStaysChosenWhenItIsPressedAgain() {
        TestedScreen.onFx(() -> {
            ToggleButton button = (ToggleButton) shell.view().lookup("#nav-one");
            button.fire();
            assertTrue(button.isSelected());
            assertEquals(List.of("shown one"), happened);
        });
    }

    @Test
    void escapeClosesThePanelAndGivesTheFocusBack() {
        TestedScreen.onFx(() -> {
            Node before = screen.scene().getFocusOwner();
            shell.panel(_ -> new NotedPage("panel"));
            screen.settle();
            assertFalse(screen.scene().getFocusOwner() == before, "the panel has the keyboard");
            press(KeyCode.ESCAPE, false);
            assertEquals(List.of("made panel", "shown panel", "closed panel"), happened);
            assertSame(before, screen.scene().getFocusOwner());
        });
    }

    @Test
    void behindAPanelNothingIsReached() {
        TestedScreen.onFx(() -> {
            Node before = screen.scene().getFocusOwner();
            shell.panel(_ -> new NotedPage("panel"));
            assertTrue(before.isDisabled());
        });
    }

    @Test
    void anotherPageClosesThePanel() {
        TestedScreen.onFx(() -> {
            shell.panel(_ -> new NotedPage("panel"));
            shell.show("two");
            assertTrue(happened.contains("closed panel"));
        });
    }

    @Test
    void closingClosesWhatWasMade() {
        TestedScreen.onFx(() -> {
            shell.panel(_ -> new NotedPage("panel"));
            shell.close();
            assertEquals(List.of("made panel", "shown panel", "closed panel", "closed one"), happened);
        });
    }

    @Test
    void aBadgeIsThereWhileThereIsSomethingToCount() {
        TestedScreen.onFx(() -> {
            Label badge = (Label) shell.view().lookup("#nav-one .nav-badge");
            assertFalse(badge.isVisible());
            unread.set(7);
            assertTrue(badge.isVisible());
            assertEquals("7", badge.getText());
            assertEquals("One 7", shell.view().lookup("#nav-one").getAccessibleText());
            unread.set(1_000);
            assertEquals("99+", badge.getText());
        });
    }

    private VBox notices() {
        return (VBox) shell.view().lookup("#notices");
    }

    @Test
    void whatWentWellGoesByItself() throws Exception {
        var gone = new CompletableFuture<Boolean>();
        TestedScreen.onFx(() -> {
            shell.notices().done("saved");
            assertEquals(1, notices().getChildren().size());
            notices().getChildren().addListener((ListChangeListener<Node>) _ -> gone.complete(true));
        });
        assertTrue(gone.get(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void whatWentWrongStaysUntilItIsClosed() {
        TestedScreen.onFx(() -> {
            shell.notices().problem("the disk is full");
            screen.settle();
            Button close = (Button) notices().lookup(".button");
            assertFalse(close.getAccessibleText().isBlank());
            close.fire();
            assertEquals(List.of(), notices().getChildren());
        });
    }

    @Test
    void thereAreThreeNoticesAtMost() {
        TestedScreen.onFx(() -> {
            for (int i = 0; i < 5; i++) shell.notices().problem("problem " + i);
            assertEquals(List.of("problem 2", "problem 3", "problem 4"),
                    notices().getChildren().stream().map(Node::getUserData).toList());
        });
    }

    @Test
    void noticesStandAboveThePageAndCoverNothingOfIt() {
        TestedScreen.onFx(() -> {
            for (int i = 0; i < 3; i++) shell.notices().problem("problem " + i);
            screen.settle();
            Node page = shell.view().lookup("#page-one");
            Bounds shown = notices().localToScene(notices().getLayoutBounds());
            Bounds below = page.localToScene(page.getLayoutBounds());
            assertTrue(shown.getHeight() > 50 && shown.getMaxY() <= below.getMinY(), shown + " and " + below);
            assertEquals(600, below.getMaxY(), 1);
        });
    }

    @Test
    void aNoticeIsWholeHoweverMuchThePageWants() {
        TestedScreen.onFx(() -> {
            ((StackPane) shell.view().lookup("#page-one")).setPrefHeight(5_000);
            shell.notices().problem("subject", "a long sentence ".repeat(20), new Notices.Remedy("Open", () -> {}));
            screen.size(480, 640);
            WrappingText text = screen.all(WrappingText.class).getFirst();
            assertEquals(text.prefHeight(text.getWidth()), text.getHeight(), 1);
        });
    }

    @Test
    void overAPanelNoticesAreReachedToo() {
        TestedScreen.onFx(() -> {
            shell.panel(_ -> new NotedPage("panel"));
            shell.notices().problem("the disk is full");
            screen.settle();
            Button close = (Button) notices().lookup(".button");
            assertFalse(close.isDisabled());
            close.fire();
            press(KeyCode.ESCAPE, false);
            shell.notices().problem("the disk is full");
            assertEquals(1, notices().getChildren().size());
        });
    }

    @Test
    void whatIsSaidTwiceIsShownOnce() {
        TestedScreen.onFx(() -> {
            shell.notices().problem("one");
            shell.notices().problem("other");
            shell.notices().problem("one");
            assertEquals(List.of("other", "one"), notices().getChildren().stream().map(Node::getUserData).toList());
            shell.notices().problem("subject", "of something");
            shell.notices().over("one");
            shell.notices().over("subject");
            assertEquals(List.of("other", "one"), notices().getChildren().stream().map(Node::getUserData).toList());
        });
    }
}
