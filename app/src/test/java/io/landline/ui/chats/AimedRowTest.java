package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A click opens the row that was seen below the mouse, whatever happens at that moment. How long a row stays is tested
/// by [RowAimTest].
class AimedRowTest {
    private static final List<String> BEFORE = List.of("#class", "#other");
    private static final List<String> NEWEST_FIRST = List.of("#other", "#class");

    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(1_000, 700, _ -> {});
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private ListView<?> list() {
        return chats.node(ListView.class, "chat-list");
    }

    private void mouse(Node on, EventType<MouseEvent> type, boolean isDown) {
        TestedScreen.onFx(() -> on.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                false, false, isDown, false, false, true, false, true, new PickResult(on, 1, 1))));
    }

    private List<String> rooms() {
        return TestedScreen.onFx(() -> list().getItems()
                .stream()
                .filter(ListRow.Talk.class::isInstance)
                .map(each -> ((ListRow.Talk) each).of().key())
                .toList());
    }

    private int unread(String key) {
        return TestedScreen.onFx(() -> list().getItems()
                .stream()
                .filter(each -> each instanceof ListRow.Talk talk && talk.of().key().equals(key))
                .mapToInt(each -> ((ListRow.Talk) each).of().unread())
                .sum());
    }

    /// Something was said there: it goes to the top.
    private void saidInOther() {
        TestedScreen.onFx(() -> {
            chats.said().conversations.clear();
            chats.said().room("other", true, 3);
            chats.said().room("class", true, 0);
            chats.said().changed("#other");
        });
        chats.settle();
    }

    private void awaitNewestFirst() throws InterruptedException {
        var moved = new CountDownLatch(1);
        TestedScreen.onFx(() -> chats.node(ListView.class, "chat-list").getItems().subscribe(() -> {
            if (rooms().equals(NEWEST_FIRST)) moved.countDown();
        }));
        if (rooms().equals(NEWEST_FIRST)) return;
        assertTrue(moved.await(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void theRowsGoOnOnceTheMouseHasLeft() {
        mouse(list(), MouseEvent.MOUSE_MOVED, false);
        saidInOther();
        mouse(list(), MouseEvent.MOUSE_EXITED, false);
        chats.settle();
        assertEquals(NEWEST_FIRST, rooms());
    }

    @Test
    void theReleaseOpensNothingElseThanWhatWasPressed() throws Exception {
        mouse(list(), MouseEvent.MOUSE_PRESSED, true);
        saidInOther();
        assertEquals(BEFORE, rooms());
        assertEquals(3, unread("#other"), "what is new is seen in its place");
        mouse(list(), MouseEvent.MOUSE_EXITED, true);
        chats.settle();
        assertEquals(BEFORE, rooms());
        mouse(list(), MouseEvent.MOUSE_RELEASED, false);
        awaitNewestFirst();
    }

    @Test
    void withoutAMouseTheyMoveAtOnce() {
        saidInOther();
        assertEquals(NEWEST_FIRST, rooms());
    }

    @Test
    void whatIsSoughtIsShownAtOnce() {
        mouse(list(), MouseEvent.MOUSE_MOVED, false);
        TestedScreen.onFx(() -> chats.node(TextField.class, "chat-filter").setText("oth"));
        chats.settle();
        assertEquals(List.of("#other"), rooms());
        TestedScreen.onFx(() -> chats.node(TextField.class, "chat-filter").setText(""));
        chats.settle();
        assertEquals(BEFORE, rooms());
    }

    @Test
    void aRoomThatWasLeftIsGoneAtOnce() {
        mouse(list(), MouseEvent.MOUSE_MOVED, false);
        TestedScreen.onFx(() -> {
            chats.said().conversations.removeLast();
            chats.said().changed("#other");
        });
        chats.settle();
        assertEquals(List.of("#class"), rooms());
    }
}
