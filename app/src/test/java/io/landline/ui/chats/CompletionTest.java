package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person types a name or an emoji with the help of what is offered above the field.
class CompletionTest {
    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(1_000, 700, said -> said.text(ShownChats.OPEN, 1, Fixture.MAX, "hello"));
        TestedScreen.onFx(() -> {
            chats.fixture().roster.member(Fixture.MAX, "Max", true, "#class");
            chats.fixture().roster.member(FakeChats.peer(7), "Maxim", false, "#class");
            chats.fixture().roster.member(FakeChats.peer(8), "Zoe", true, "#other");
            chats.page().shown();
        });
        chats.settle();
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private TextArea field() {
        return chats.node(TextArea.class, "composer");
    }

    private void type(String letters) {
        TestedScreen.onFx(() -> field().appendText(letters));
        chats.settle();
    }

    private void press(KeyCode code) {
        TestedScreen.onFx(() -> {
            Node focused = Objects.requireNonNull(chats.screen().scene().getFocusOwner());
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code.getName(), code,
                    false, false, false, false));
        });
        chats.settle();
    }

    private CompletionPane pane() {
        return TestedScreen.onFx(() -> (CompletionPane) Objects.requireNonNull(
                chats.page().view().lookup("#completion")));
    }

    @Test
    void membersOfTheOpenRoomAreOfferedAboveTheField() {
        type("@");
        assertTrue(pane().isVisible());
        assertEquals(2, pane().getChildren().size());
        TestedScreen.onFx(() -> {
            Bounds shown = pane().localToScene(pane().getLayoutBounds());
            Bounds below = field().localToScene(field().getLayoutBounds());
            assertTrue(shown.getMaxY() <= below.getMinY() + 1, shown + " over " + below);
            assertTrue(shown.getMinX() >= below.getMinX() - 1);
        });
    }

    @Test
    void arrowsChooseAndEnterTakesAndTheNextEnterSendsAndCalls() {
        type("@ma");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertEquals("@Max ", field().getText());
        assertFalse(pane().isVisible());
        type("hello");
        press(KeyCode.ENTER);
        assertEquals(List.of("say @Max hello [" + Fixture.MAX.brief() + "]"), chats.said().acts.done);
        assertEquals("", field().getText());
    }

    @Test
    void enterSendsWhatWasTypedWhereNothingWasChosen() {
        type("@Zo");
        press(KeyCode.ENTER);
        type("see :sm");
        assertTrue(pane().isVisible());
        press(KeyCode.ENTER);
        assertEquals(List.of("@Zo", "see :sm"), chats.said().said);
    }

    @Test
    void tabTakesTheFirstAndStaysInTheField() {
        type("@maxi");
        press(KeyCode.TAB);
        assertEquals("@Maxim ", field().getText());
        assertSame(field(), chats.screen().scene().getFocusOwner());
        type(":thumbs_u");
        press(KeyCode.TAB);
        assertEquals("@Maxim \ud83d\udc4d", field().getText());
    }

    @Test
    void escapeRefusesAndKeepsWhatWasTyped() {
        type("@m");
        assertTrue(pane().isVisible());
        press(KeyCode.ESCAPE);
        assertFalse(pane().isVisible());
        type("a");
        assertFalse(pane().isVisible(), "it was refused there");
        assertEquals("@ma", field().getText());
        type(" @m");
        assertTrue(pane().isVisible());
    }

    @Test
    void aClickTakesTheOneThatIsClicked() {
        type("hi @");
        TestedScreen.onFx(() -> {
            Node row = pane().getChildren().get(1);
            row.fireEvent(new MouseEvent(row, row, MouseEvent.MOUSE_PRESSED, 5, 5, 5, 5, MouseButton.PRIMARY, 1, false,
                    false, false, false, true, false, false, false, false, true, new PickResult(row, 5, 5)));
        });
        chats.settle();
        assertEquals("hi @Maxim ", field().getText());
        assertSame(field(), chats.screen().scene().getFocusOwner());
    }

    @Test
    void whoLeavesTheFieldIsOfferedNothing() {
        type("@");
        TestedScreen.onFx(() -> chats.node(Node.class, "chat-list").requestFocus());
        chats.settle();
        assertFalse(pane().isVisible());
    }
}
