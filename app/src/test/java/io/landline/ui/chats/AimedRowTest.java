package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.page.TestedScreen;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rows of the list change places while somebody is about to press one.
class AimedRowTest {
    private static final Fingerprint ANN = FakeChats.peer(1);
    private static final Fingerprint BEN = FakeChats.peer(2);

    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(1_000, 700, _ -> {});
        TestedScreen.onFx(() -> {
            people(true);
            chats.page().shown();
        });
        chats.settle();
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private void people(boolean annIsHere) {
        chats.fixture().roster.contacts.clear();
        if (annIsHere) chats.fixture().roster.member(ANN, "Ann", true, "#class");
        chats.fixture().roster.member(BEN, "Ben", true, "#class");
        if (!annIsHere) chats.fixture().roster.member(ANN, "Ann", false, "#class");
    }

    private int place(Fingerprint person) {
        return TestedScreen.onFx(() -> {
            var rows = chats.node(ListView.class, "chat-list").getItems();
            for (int i = 0; i < rows.size(); i++) {
                if (person.hex().equals(((ListRow) rows.get(i)).conversation())) return i;
            }
            throw new AssertionError("not in the list");
        });
    }

    private void pass(Duration time) {
        TestedScreen.onFx(() -> chats.fixture().now = chats.fixture().now.plus(time));
    }

    /// Ann stood above Ben, and goes.
    private void annGoes() {
        TestedScreen.onFx(() -> {
            people(false);
            chats.page().shown();
        });
        chats.settle();
    }

    private String press(int place) {
        TestedScreen.onFx(() -> {
            var flow = (VirtualFlow<?>) chats.node(ListView.class, "chat-list").lookup(".virtual-flow");
            var cell = (ListCell<?>) flow.getCell(place);
            Point2D at = cell.localToScene(20, 20);
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED,
                    MouseEvent.MOUSE_CLICKED)) {
                cell.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                        false, false, false, false, type.equals(MouseEvent.MOUSE_PRESSED), false, false, false, false,
                        true, new PickResult(cell, at.getX(), at.getY())));
            }
        });
        chats.settle();
        return TestedScreen.onFx(() -> chats.page().open().get());
    }

    @Test
    void aPressRightAfterTheRowsMovedIsForTheOneThatStoodThere() {
        pass(Duration.ofSeconds(5));
        int aimed = place(ANN);
        annGoes();
        assertEquals(aimed, place(BEN), "Ben took the place of Ann");
        pass(AimedRow.AIMED_BEFORE.minusMillis(1));
        assertEquals(ANN.hex(), press(aimed));
    }

    @Test
    void afterAMomentItIsForTheOneThatStandsThere() {
        pass(Duration.ofSeconds(5));
        int aimed = place(ANN);
        annGoes();
        pass(AimedRow.AIMED_BEFORE);
        assertEquals(BEN.hex(), press(aimed));
    }

    /// As in the first moments of a window.
    @Test
    void aPressOnRowsThatOnlyJustCameIsForThem() {
        assertEquals(ANN.hex(), press(place(ANN)));
    }
}
