package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;

/// Where the keyboard is in a list of messages that changes meanwhile.
class PinsSheetTest extends SheetTest {
    @Override
    protected Sheet make(Runnable close) {
        node.chats.room("class", true, 0);
        for (int i = 1; i <= 3; i++) pin(i, "entry " + i, true);
        return new PinsSheet(window.context(node), "#class", _ -> {}, close);
    }

    private void pin(long place, String text, boolean isPinned) {
        node.chats.put("#class",
                new TimelineItem.Text(
                        new Head(FakeChats.position(place), new EntryId(0, place), FakeChats.peer(1), "Max",
                                false, FakeChats.START.plusSeconds(place), Delivery.NOWHERE, List.of(), isPinned),
                        text));
    }

    private List<Node> all(String query) {
        return lookup(query).queryAll().stream().toList();
    }

    private Node keyboard() {
        return lookup("#pins-title").query().getScene().getFocusOwner();
    }

    @Test
    void itBeginsAtTheLatestPin() {
        assertSame(all(".acts-message").getFirst(), keyboard());
    }

    @Test
    void aMessageThatComesMeanwhileMovesTheKeyboardNowhere() {
        Node second = all("#unpin").get(1);
        interact(second::requestFocus);
        interact(() -> {
            node.chats.text("#class", 9, FakeChats.peer(1), "hello");
            node.chats.changed("#class");
        });
        assertSame(second, keyboard());
    }

    @Test
    void whereThatMessageIsChangedTheKeyboardStaysOnTheSameButton() {
        interact(all("#unpin").get(1)::requestFocus);
        interact(() -> {
            pin(2, "another text", true);
            node.chats.changed("#class");
        });
        assertSame(all("#unpin").get(1), keyboard());
    }

    @Test
    void afterAPinThatGoesTheKeyboardIsOnTheNextOne() {
        interact(all("#unpin").get(1)::requestFocus);
        interact(() -> {
            pin(2, "entry 2", false);
            node.chats.changed("#class");
        });
        assertSame(all(".acts-message").get(1), keyboard());
    }

    @Test
    void afterTheLastOneItIsOnTheWayOut() {
        interact(all("#unpin").getFirst()::requestFocus);
        interact(() -> {
            for (int i = 1; i <= 3; i++) pin(i, "entry " + i, false);
            node.chats.changed("#class");
        });
        assertEquals("close-sheet", keyboard().getId());
    }
}
