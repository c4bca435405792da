package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is used to double clicks clicks twice where once is enough.
class ClickSeriesTest {
    private static final long SOON = 200_000_000;
    private static final long LATE = 600_000_000;

    private final List<String> heard = new ArrayList<>();
    private final Button below = new Button("below");
    private final StackPane root = new StackPane(below);
    private final ContextMenu menu = new ContextMenu(new MenuItem("item"));
    private long now;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void show() {
        TestedScreen.onFx(() -> {
            stage = new Stage();
            stage.setScene(new Scene(root, 400, 300));
            ClickSeries.attach(stage.getScene(), () -> now);
            stage.show();
            below.addEventHandler(MouseEvent.ANY, event -> note("below", event));
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(() -> {
            menu.hide();
            stage.close();
        });
    }

    private void note(String where, MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) heard.add(where + " pressed");
        if (event.getEventType() == MouseEvent.MOUSE_CLICKED) heard.add(where + " clicked");
    }

    /// @param count as the toolkit counts: in each window alone
    private void click(Node on, int count) {
        click(on, count, 50);
    }

    private void click(Node on, int count, double x) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                MouseEvent.MOUSE_CLICKED)) {
            on.fireEvent(new MouseEvent(type, x, 40, x, 40, MouseButton.PRIMARY, count, false, false, false, false,
                    type == MouseEvent.MOUSE_PRESSED, false, false, true, false, true, new PickResult(on, x, 40)));
        }
    }

    private Node item() {
        menu.show(root, 50, 50);
        return menu.getScene().getRoot();
    }

    @Test
    void aDoubleClickOnWhatStaysIsHeardTwice() {
        TestedScreen.onFx(() -> {
            click(below, 1);
            click(below, 2);
            assertEquals(List.of("below pressed", "below clicked", "below pressed", "below clicked"), heard);
        });
    }

    @Test
    void theSecondHalfPressesNothingWhereTheFirstHalfChangedThePage() {
        TestedScreen.onFx(() -> {
            click(root, 1);
            ClickSeries.changed(root);
            click(below, 2);
            click(below, 3);
            assertEquals(List.of(), heard);
            click(below, 1);
            assertEquals(List.of("below pressed", "below clicked"), heard, "a click of its own");
        });
    }

    /// The toolkit counts anew, as the menu is a window.
    @Test
    void theSecondHalfPressesNothingBelowAMenuThatTheFirstHalfClosed() {
        TestedScreen.onFx(() -> {
            click(item(), 1);
            menu.hide();
            now += SOON;
            click(below, 1);
            assertEquals(List.of(), heard);
        });
    }

    @Test
    void theSecondHalfPressesNothingBelowAMenuWithinAMenu() {
        TestedScreen.onFx(() -> {
            Node outer = item();
            var inner = new ContextMenu(new MenuItem("inner item"));
            inner.show(outer, 50, 50);
            click(inner.getScene().getRoot(), 1);
            inner.hide();
            menu.hide();
            now += SOON;
            click(below, 1);
            assertEquals(List.of(), heard);
        });
    }

    @Test
    void theSecondHalfPressesNothingInAMenuThatTheFirstHalfOpened() {
        TestedScreen.onFx(() -> {
            click(below, 1);
            Node item = item();
            item.addEventHandler(MouseEvent.ANY, event -> note("item", event));
            now += SOON;
            click(item, 1);
            assertEquals(List.of("below pressed", "below clicked"), heard);
        });
    }

    /// The menu takes the first half for itself, and goes.
    @Test
    void theSecondHalfPressesNothingWhereAMenuTookTheFirst() {
        TestedScreen.onFx(() -> {
            click(root, 1, 80);
            click(below, 2);
            assertEquals(List.of(), heard);
        });
    }

    @Test
    void aClickAfterAMenuIsHeardWhenItComesLaterOrElsewhere() {
        TestedScreen.onFx(() -> {
            click(item(), 1);
            menu.hide();
            now += LATE;
            click(below, 1);
            assertEquals(List.of("below pressed", "below clicked"), heard, "later");
            click(item(), 1);
            menu.hide();
            click(below, 1, 80);
            assertEquals(4, heard.size(), "elsewhere");
        });
    }

    /// As a menu that is opened by the right button, in which somebody chooses by the left one.
    @Test
    void aClickByAnotherButtonIsOneOfItsOwn() {
        TestedScreen.onFx(() -> {
            Node item = item();
            item.addEventHandler(MouseEvent.ANY, event -> note("item", event));
            root.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 50, 40, 50, 40, MouseButton.SECONDARY, 1, false,
                    false, false, false, false, false, true, true, true, true, new PickResult(root, 50, 40)));
            click(item, 1);
            assertEquals(List.of("item pressed", "item clicked"), heard);
        });
    }
}
