package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.words.WordsChange.State;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/// Somebody offers other words for the open room: the notice above the page may be closed, the room says so all the
/// same until the user has decided.
class OfferedWordsTest extends OpenRoom {
    private static final String CHANGE = "c1";

    private void offered(List<OfferedWords> now, State state) {
        TestedScreen.onFx(() -> {
            chats.fixture().rooms.offers.clear();
            chats.fixture().rooms.offers.addAll(now);
            chats.fixture()
                    .publish(
                            new NodeEvent.WordsChanged(Fixture.MAX, "Max", ShownChats.OPEN, CHANGE, state));
        });
        chats.settle();
    }

    private boolean isSaid() {
        return TestedScreen.onFx(() -> chats.page().view().lookup("#see-words") != null);
    }

    @Test
    void theRoomSaysItUntilTheUserHasDecided() {
        assertFalse(isSaid());
        var offer = new OfferedWords(CHANGE, ShownChats.OPEN, Fixture.MAX, "Max", FakeChats.START);
        offered(List.of(offer), State.OFFERED);
        assertTrue(isSaid());
        TestedScreen.onFx(() -> ((Button) Objects.requireNonNull(chats.page().view().lookup("#see-words"))).fire());
        assertEquals(List.of("room " + ShownChats.OPEN), chats.fixture().window.told);
        offered(List.of(), State.DECLINED);
        assertFalse(isSaid());
    }

    @Test
    void anotherRoomSaysNothing() {
        var offer = new OfferedWords(CHANGE, ShownChats.OTHER, Fixture.MAX, "Max", FakeChats.START);
        offered(List.of(offer), State.OFFERED);
        assertFalse(isSaid());
    }

    /// Each change of the room's people made the button anew, and the keyboard was gone.
    @Test
    void theKeyboardStaysOnItsButtonWhileSomebodyJoins() {
        var offer = new OfferedWords(CHANGE, ShownChats.OPEN, Fixture.MAX, "Max", FakeChats.START);
        offered(List.of(offer), State.OFFERED);
        TestedScreen.onFx(() -> Objects.requireNonNull(chats.page().view().lookup("#see-words")).requestFocus());
        TestedScreen.onFx(() -> {
            chats.fixture().roster.member(FakeChats.peer(7), "Zoe", true, ShownChats.OPEN);
            chats.fixture().publish(new NodeEvent.Joined(FakeChats.peer(7), "Zoe", ShownChats.OPEN));
        });
        chats.settle();
        TestedScreen.onFx(() -> assertSame(chats.page().view().lookup("#see-words"), chats.focused()));
    }
}
