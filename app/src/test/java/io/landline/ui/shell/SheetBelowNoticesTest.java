package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.NavEntry.Badge;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;

/// A sheet as high as the window: what closes it stands in its head.
class SheetBelowNoticesTest {
    private static final class High implements Page {
        final StackPane view = new StackPane(new Button("close"));

        High() {
            view.setId("high");
            view.setPrefHeight(2_000);
            view.setMinHeight(0);
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void shown() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    @Test
    void noticesCoverNothingOfASheetAndItGrowsWhenTheyGo() {
        TestedScreen.onFx(() -> {
            try (var shell = shell()) {
                var screen = new TestedScreen(shell.view(), 800, 600);
                var sheet = new High();
                shell.panel(_ -> sheet);
                screen.settle();
                double high = sheet.view.getHeight();
                shell.notices().problem("the disk is full");
                shell.notices().problem("so is the other one");
                screen.settle();
                Node notices = shell.view().lookup("#notices");
                double end = top(notices) + notices.getLayoutBounds().getHeight();
                assertTrue(top(sheet.view) >= end, top(sheet.view) + " above " + end);
                for (Node each : List.copyOf(notices.lookupAll(".button"))) ((Button) each).fire();
                screen.settle();
                assertEquals(high, sheet.view.getHeight(), "it is as high as before");
            }
        });
    }

    /// It went up under the sheet, and down again after it: what stood under the mouse then lost its head.
    @Test
    void thePageDoesNotMoveWhileASheetLiesOverItBelowANotice() {
        TestedScreen.onFx(() -> {
            try (var shell = shell()) {
                var screen = new TestedScreen(shell.view(), 800, 600);
                shell.show("one");
                shell.notices().problem("the disk is full");
                screen.settle();
                Node page = shell.view().lookup("#high");
                double before = top(page);
                assertTrue(before > 0, "the notice stands above it");
                var closes = new ArrayList<Runnable>();
                shell.panel(close -> {
                    closes.add(close);
                    return page(new StackPane());
                });
                screen.settle();
                assertEquals(before, top(page));
                closes.forEach(Runnable::run);
                screen.settle();
                assertEquals(before, top(page));
            }
        });
    }

    /// A sheet of lines that scroll, in a window of 600: one that fits, one that lies just below the notices, and one
    /// that has no room.
    @ParameterizedTest
    @ValueSource(doubles = {200, 540, 2_000})
    void whatOneReadsInASheetStaysWhenNoticesComeAndGo(double height) {
        TestedScreen.onFx(() -> {
            try (var shell = shell()) {
                var screen = new TestedScreen(shell.view(), 800, 600);
                var column = new VBox();
                for (int i = 0; i < height / 20; i++) column.getChildren().add(line());
                var pane = new ScrollPane(column);
                shell.panel(_ -> page(pane));
                screen.settle();
                Node read = column.getChildren().get(height > 600 ? 20 : (int) (height / 20 * 0.7));
                double before = top(read);
                for (int i = 0; i < 3; i++) {
                    shell.notices().problem("the disk is full " + i);
                    screen.settle();
                    assertEquals(before, top(read), 1, "below " + (i + 1));
                    Node notices = shell.view().lookup("#notices");
                    assertTrue(top(pane) >= top(notices) + notices.getLayoutBounds().getHeight(), "it is covered");
                }
                Node notices = shell.view().lookup("#notices");
                for (Node each : List.copyOf(notices.lookupAll(".button"))) {
                    ((Button) each).fire();
                    screen.settle();
                    assertEquals(before, top(read), 1, "one went");
                }
            }
        });
    }

    /// A list that is too short to be scrolled, below a head.
    @Test
    void theRowsOfAShortListStayInPlaceToo() {
        TestedScreen.onFx(() -> {
            try (var shell = shell()) {
                var screen = new TestedScreen(shell.view(), 800, 400);
                var list = new ListView<Integer>();
                list.getItems().setAll(1, 2, 3, 4, 5);
                list.setPrefHeight(2_000);
                shell.panel(_ -> page(new VBox(line(), list)));
                screen.settle();
                Node row = list.lookupAll(".list-cell")
                        .stream()
                        .filter(each -> "5".equals(((Labeled) each).getText()))
                        .findFirst()
                        .orElseThrow();
                double before = top(row);
                shell.notices().problem("the disk is full");
                screen.settle();
                assertEquals(before, top(row), 1);
                ((Button) shell.view().lookup("#notices").lookup(".button")).fire();
                screen.settle();
                assertEquals(before, top(row), 1);
            }
        });
    }

    private static Region line() {
        var line = new Region();
        line.setMinHeight(20);
        line.setPrefHeight(20);
        return line;
    }

    private static Page page(Parent view) {
        return new Page() {
            @Override
            public Parent view() {
                return view;
            }

            @Override
            public void shown() {}

            @Override
            public void close() {}
        };
    }

    private static Shell shell() {
        return new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, Language.ENGLISH),
                List.of(new NavEntry("one", Feather.MESSAGE_CIRCLE, "One", Badge.none(), High::new)),
                _ -> new High(), () -> false);
    }
}
