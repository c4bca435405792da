package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// A double click where the first half opens or closes what lies over the page, or brings another page.
class DoubleClickTest {
    private final List<String> heard = new ArrayList<>();

    private final class NotedPage implements Page {
        private final StackPane view = new StackPane(new Button());

        NotedPage(String name) { view.setOnMousePressed(_ -> heard.add(name)); }

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

    private NavEntry entry(String id, Page page) {
        return new NavEntry(id, Feather.RADIO, id, NavEntry.Badge.none(), () -> page);
    }

    private Shell shell(NavEntry... entries) {
        var shell = new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, Language.ENGLISH),
                List.of(entries), _ -> {
                    throw new AssertionError("nobody goes anywhere");
                }, () -> false);
        ClickSeries.attach(new TestedScreen(shell.view(), 800, 600).scene());
        return shell;
    }

    private static void click(Node on, int count) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
            on.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, count, false, false, false, false,
                    type.equals(MouseEvent.MOUSE_PRESSED), false, false, true, false, true,
                    new PickResult(on, 1, 1)));
        }
    }

    private static Node shade(Shell shell) {
        return Objects.requireNonNull(shell.view().lookup(".shade"));
    }

    @Test
    void besideASheetItClosesTheSheetAndPressesNothingOnThePage() {
        TestedScreen.onFx(() -> {
            var page = new NotedPage("page");
            Shell shell = shell(entry("page", page));
            shell.show("page");
            shell.panel(_ -> new NotedPage("sheet"));
            click(shade(shell), 1);
            click(page.view, 2);
            assertEquals(List.of(), heard);
            click(page.view, 1);
            assertEquals(List.of("page"), heard);
        });
    }

    @Test
    void onWhatOpensASheetItLeavesTheSheetOpen() {
        TestedScreen.onFx(() -> {
            var page = new NotedPage("page");
            Shell shell = shell(entry("page", page));
            shell.show("page");
            click(page.view, 1);
            shell.panel(_ -> new NotedPage("sheet"));
            click(shade(shell), 2);
            assertFalse(shell.view().lookupAll(".shade").isEmpty());
            click(shade(shell), 1);
            assertTrue(shell.view().lookupAll(".shade").isEmpty());
        });
    }

    @Test
    void onWhatOpensASheetItPressesNothingInIt() {
        TestedScreen.onFx(() -> {
            var page = new NotedPage("page");
            var sheet = new NotedPage("sheet");
            Shell shell = shell(entry("page", page));
            shell.show("page");
            click(page.view, 1);
            shell.panel(_ -> sheet);
            click(sheet.view, 2);
            assertEquals(List.of("page"), heard);
            click(sheet.view, 1);
            click(sheet.view, 2);
            assertEquals(List.of("page", "sheet", "sheet"), heard, "a double click in it");
        });
    }

    @Test
    void onWhatBringsAnotherPageItPressesNothingThere() {
        TestedScreen.onFx(() -> {
            var page = new NotedPage("page");
            var other = new NotedPage("other");
            Shell shell = shell(entry("page", page), entry("other", other));
            shell.show("page");
            click(page.view, 1);
            shell.show("other");
            click(other.view, 2);
            assertEquals(List.of("page"), heard);
        });
    }

    @Test
    void onANoticeItClosesTheNoticeAndPressesNothingOnThePage() {
        TestedScreen.onFx(() -> {
            var page = new NotedPage("page");
            Shell shell = shell(entry("page", page));
            shell.show("page");
            shell.notices().fact("something");
            Button close = (Button) Objects.requireNonNull(shell.view().lookup("#notices .button"));
            click(close, 1);
            close.fire();
            click(page.view, 2);
            assertEquals(List.of(), heard);
        });
    }
}
