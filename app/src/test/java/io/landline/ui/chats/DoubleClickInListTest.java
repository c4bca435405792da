package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.control.ClickSeries;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// In a narrow window the list and the conversation take turns: a double click on the one presses nothing in the other.
class DoubleClickInListTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static void press(Node on, int count) {
        on.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, count, false, false,
                false, false, true, false, false, true, false, true, new PickResult(on, 1, 1)));
    }

    private static int pressedOnComposer(double width) {
        try (ShownChats chats = ShownChats.of(width, 700, _ -> {})) {
            TestedScreen.onFx(() -> ClickSeries.attach(chats.screen().scene()));
            var heard = new int[1];
            TextArea composer = chats.composer();
            TestedScreen.onFx(() -> composer.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> heard[0]++));
            chats.press(KeyCode.ESCAPE, false); // to the list, where it takes turns
            Node list = chats.node(ListView.class, "chat-list");
            TestedScreen.onFx(() -> {
                press(list, 1);
                chats.page().open(ShownChats.OPEN);
            });
            chats.settle();
            TestedScreen.onFx(() -> press(composer, 2));
            return heard[0];
        }
    }

    @Test
    void itPressesNothingInTheConversationThatItOpens() {
        assertEquals(List.of(1, 0), List.of(pressedOnComposer(1_000), pressedOnComposer(480)));
    }
}
