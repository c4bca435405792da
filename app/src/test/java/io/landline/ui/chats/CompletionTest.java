package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.composer.CompletionPane;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person types a name or an emoji with the help of what is offered above the field.
class CompletionTest extends OpenRoom {
    @BeforeEach
    void addMembers() {
        TestedScreen.onFx(() -> {
            chats.fixture().roster.member(Fixture.MAX, "Max", true, "#class");
            chats.fixture().roster.member(FakeChats.peer(7), "Maxim", false, "#class");
            chats.fixture().roster.member(FakeChats.peer(8), "Zoe", true, "#other");
            chats.page().shown();
        });
        chats.settle();
    }

    private void type(String letters) {
        TestedScreen.onFx(() -> chats.composer().appendText(letters));
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
            Bounds below = chats.composer().localToScene(chats.composer().getLayoutBounds());
            assertTrue(shown.getMaxY() <= below.getMinY() + 1, shown + " over " + below);
            assertTrue(shown.getMinX() >= below.getMinX() - 1);
        });
    }

    @Test
    void arrowsChooseAndEnterTakesAndTheNextEnterSendsAndCalls() {
        type("@ma");
        chats.press(KeyCode.DOWN, false);
        chats.press(KeyCode.ENTER, false);
        assertEquals("@Max ", chats.composer().getText());
        assertFalse(pane().isVisible());
        type("hello");
        chats.press(KeyCode.ENTER, false);
        assertEquals(List.of("say @Max hello [" + Fixture.MAX.brief() + "]"), chats.said().acts.done);
        assertEquals("", chats.composer().getText());
    }

    @Test
    void enterSendsWhatWasTypedWhereNothingWasChosen() {
        type("@Zo");
        chats.press(KeyCode.ENTER, false);
        type("see :sm");
        assertTrue(pane().isVisible());
        chats.press(KeyCode.ENTER, false);
        assertEquals(List.of("@Zo", "see :sm"), chats.said().said);
    }

    @Test
    void tabTakesTheFirstAndStaysInTheField() {
        type("@maxi");
        chats.press(KeyCode.TAB, false);
        assertEquals("@Maxim ", chats.composer().getText());
        assertSame(chats.composer(), chats.screen().scene().getFocusOwner());
        type(":thumbs_u");
        chats.press(KeyCode.TAB, false);
        assertEquals("@Maxim \ud83d\udc4d", chats.composer().getText());
    }

    /// As a keyboard does it.
    private void typeKeys(String letters) {
        TestedScreen.onFx(() -> letters.codePoints()
                .mapToObj(Character::toString)
                .forEach(each -> chats.composer()
                        .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, each, "", KeyCode.UNDEFINED, false, false, false,
                                false))));
        chats.settle();
    }

    @Test
    void theColonThatClosesANamePutsTheEmojiThere() {
        typeKeys("well :smile:");
        assertEquals("well \ud83d\ude04", chats.composer().getText());
        assertFalse(pane().isVisible());
        typeKeys(" :tada: 12:30: `a :smile: b` :none: :+1:");
        assertEquals("well \ud83d\ude04 \ud83c\udf89 12:30: `a :smile: b` :none: \ud83d\udc4d",
                chats.composer().getText());
    }

    @Test
    void whoDidNotMeanTheEmojiGetsTheLettersBackByOneStep() {
        typeKeys("see :smile:");
        TestedScreen.onFx(() -> chats.composer().undo());
        assertEquals("see :smile:", chats.composer().getText());
        TestedScreen.onFx(() -> chats.composer().end()); // the toolkit selects what it brings back
        typeKeys(" ok");
        chats.press(KeyCode.ENTER, false);
        assertEquals(List.of("see :smile: ok"), chats.said().said);
    }

    @Test
    void escapeRefusesAndKeepsWhatWasTyped() {
        type("@m");
        assertTrue(pane().isVisible());
        chats.press(KeyCode.ESCAPE, false);
        assertFalse(pane().isVisible());
        type("a");
        assertFalse(pane().isVisible(), "it was refused there");
        assertEquals("@ma", chats.composer().getText());
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
        assertEquals("hi @Maxim ", chats.composer().getText());
        assertSame(chats.composer(), chats.screen().scene().getFocusOwner());
    }

    @Test
    void whoLeavesTheFieldIsOfferedNothing() {
        type("@");
        TestedScreen.onFx(() -> chats.node(Node.class, "chat-list").requestFocus());
        chats.settle();
        assertFalse(pane().isVisible());
    }
}
