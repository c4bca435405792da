package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.node.port.NodeEvent;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.page.Shortcut;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The list marks the open conversation or nothing, also where another one was opened from elsewhere during a search.
class MarkedRowTest {
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(1_000, 700, said -> said.text(ShownChats.OPEN, 1, Fixture.MAX, "a word"));
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private void seek(String words) {
        TestedScreen.onFx(() -> chats.node(TextField.class, "chat-filter").setText(words));
        chats.settle();
    }

    /// As a notification does.
    private void openElsewhere(String key) {
        TestedScreen.onFx(() -> chats.page().open(key));
        chats.settle();
    }

    private @Nullable String marked() {
        return TestedScreen.onFx(() -> {
            var row = (ListRow) chats.node(ListView.class, "chat-list").getSelectionModel().getSelectedItem();
            return row == null ? null : row.conversation();
        });
    }

    private void choose(Class<? extends ListRow> kind) {
        TestedScreen.onFx(() -> {
            var list = chats.node(ListView.class, "chat-list");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (kind.isInstance(list.getItems().get(i))) {
                    list.getSelectionModel().clearAndSelect(i);
                    return;
                }
            }
            throw new AssertionError("no such row: " + list.getItems());
        });
        chats.settle();
    }

    @Test
    void afterTheSearchItIsTheOneThatWasOpenedMeanwhile() {
        assertEquals(ShownChats.OPEN, marked());
        seek("class");
        openElsewhere(ShownChats.OTHER);
        assertNull(marked(), "its row is not among those that are found");
        seek("");
        assertEquals(ShownChats.OTHER, marked());
    }

    @Test
    void aMessageThatWasFoundIsNoLongerMarked() {
        seek("word");
        choose(ListRow.Hit.class);
        assertEquals(ShownChats.OPEN, marked());
        openElsewhere(ShownChats.OTHER);
        assertNull(marked());
        seek("");
        assertEquals(ShownChats.OTHER, marked());
    }

    @Test
    void whereNoneIsMarkedTheKeyboardKeepsItsPlace() {
        seek("class");
        openElsewhere(ShownChats.OTHER);
        var keyboard = chats.node(ListView.class, "chat-list").getFocusModel();
        TestedScreen.onFx(() -> keyboard.focus(1));
        TestedScreen.onFx(() -> chats.fixture().publish(new NodeEvent.Joined(Fixture.MAX, "Max", ShownChats.OPEN)));
        chats.settle();
        assertEquals(1, keyboard.getFocusedIndex());
    }

    @Test
    void aSearchThatFindsItAgainMarksIt() {
        seek("class");
        openElsewhere(ShownChats.OTHER);
        seek("other");
        assertEquals(ShownChats.OTHER, marked());
    }

    private void click(Node on) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                MouseEvent.MOUSE_CLICKED)) {
            TestedScreen.onFx(() -> on.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                    false, false, type == MouseEvent.MOUSE_PRESSED, false, false, true, false, true,
                    new PickResult(on, 1, 1))));
        }
        chats.settle();
    }

    /// What is empty below the last row.
    private Node below() {
        return TestedScreen.onFx(() -> chats.node(ListView.class, "chat-list")
                .lookupAll(".chats-row")
                .stream()
                .filter(each -> each instanceof ListCell<?> cell && cell.isEmpty() && cell.isVisible())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aClickBelowTheRowsGoesNowhere() {
        seek("word");
        choose(ListRow.Hit.class);
        TestedScreen.onFx(() -> chats.page().act(Shortcut.SEARCH));
        var words = chats.node(TextField.class, "search-words");
        TestedScreen.onFx(() -> words.setText("another"));
        chats.settle();
        click(below());
        assertEquals("another", words.getText(), "a row that is chosen again ends the search in its conversation");
    }
}
