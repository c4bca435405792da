package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.NodeEvent;
import io.landline.ui.page.TestedScreen;
import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Where the keyboard is after the open room was left, so that the user goes on from there.
class LeftRoomFocusTest {
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private void show(double width) {
        chats = ShownChats.of(width, 600, said -> said.text(ShownChats.OPEN, 1, Fixture.MAX, "hello"));
    }

    private void leave(String... rooms) {
        for (String room : rooms) chats.said().conversations.removeIf(each -> each.key().equals(room));
        TestedScreen.onFx(() -> chats.fixture().publish(new NodeEvent.Joined(Fixture.MAX, "Max", ShownChats.OPEN)));
        chats.settle();
    }

    private String focused() {
        return TestedScreen.onFx(() -> String.valueOf(chats.focused().getId()));
    }

    @Test
    void itIsInTheListOfTheOthers() {
        show(900);
        assertEquals("composer", focused());
        leave(ShownChats.OPEN);
        assertEquals("chat-list", focused());
    }

    @Test
    void afterTheLastOneItIsWhereARoomIsMadeOrJoined() {
        show(900);
        leave(ShownChats.OPEN, ShownChats.OTHER);
        assertEquals("new-room", focused());
    }

    @Test
    void inANarrowWindowItIsOnTheWayBackToTheList() {
        show(400);
        leave(ShownChats.OPEN);
        assertEquals("back", focused());
    }

    @Test
    void whoLooksForSomethingMeanwhileGoesOnLooking() {
        show(900);
        TestedScreen.onFx(() -> {
            chats.node(Node.class, "chat-filter").requestFocus();
            return true;
        });
        leave(ShownChats.OPEN);
        assertEquals("chat-filter", focused());
    }

    @Test
    void whoLeftItOnAnotherPageIsInTheListToo() {
        show(900);
        TestedScreen.onFx(() -> {
            chats.page().hidden();
            return true;
        });
        leave(ShownChats.OPEN);
        TestedScreen.onFx(() -> {
            chats.page().shown();
            return true;
        });
        chats.settle();
        assertEquals("chat-list", focused());
    }
}
