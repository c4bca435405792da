package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Arrows lead through one's own messages, to change one of them.
class OwnMessageWalkTest extends OpenRoom {
    @Override
    void say(FakeChats said) {
        said.text(ShownChats.OPEN, 1, Fixture.SELF, "first");
        said.text(ShownChats.OPEN, 2, Fixture.MAX, "not mine");
        said.text(ShownChats.OPEN, 3, Fixture.SELF, "one\ntwo\nthree");
        said.text(ShownChats.OPEN, 4, Fixture.SELF, "last");
    }

    private String after(KeyCode... keys) {
        for (KeyCode each : keys) chats.press(each, false);
        return chats.composer().getText();
    }

    private void type(String letters) {
        TestedScreen.onFx(() -> chats.composer().appendText(letters));
        chats.settle();
    }

    private boolean isSeen(String id) {
        return TestedScreen
                .onFx(() -> chats.screen().all(Node.class).stream().anyMatch(each -> id.equals(each.getId())));
    }

    private boolean isChanging() {
        return isSeen("composer-topic");
    }

    @Test
    void upLeadsToTheOneBeforeAndDownBackToTheEmptyField() {
        assertEquals("last", after(KeyCode.UP));
        assertEquals("one\ntwo\nthree", after(KeyCode.UP));
        assertTrue(isChanging());
        assertEquals("last", after(KeyCode.DOWN));
        assertEquals("", after(KeyCode.DOWN));
        assertFalse(isChanging());
        assertSame(chats.composer(), chats.focused());
        assertEquals("", after(KeyCode.DOWN), "there is nothing behind the field");
    }

    @Test
    void withinAMessageTheArrowsLeadOverItsLinesFirst() {
        after(KeyCode.UP, KeyCode.UP);
        assertEquals(13, chats.composer().getCaretPosition());
        assertEquals("one\ntwo\nthree", after(KeyCode.UP, KeyCode.UP));
        assertTrue(chats.composer().getCaretPosition() <= 3, "the caret is in the first line");
        assertEquals("first", after(KeyCode.UP));
        assertEquals("first", after(KeyCode.UP), "it is the first one");
        assertTrue(isChanging());
    }

    @Test
    void whatWasChangedStaysUntilItIsAsItWas() {
        after(KeyCode.UP);
        type("!");
        assertEquals("last!", after(KeyCode.UP, KeyCode.DOWN, KeyCode.DOWN));
        TestedScreen.onFx(() -> chats.composer().setText(""));
        assertEquals("", after(KeyCode.UP, KeyCode.DOWN));
        assertTrue(isChanging(), "it is changed to nothing so far");
        type("last");
        assertEquals("one\ntwo\nthree", after(KeyCode.UP));
    }

    @Test
    void whatIsBegunStays() {
        type("begun");
        assertEquals("begun", after(KeyCode.UP, KeyCode.DOWN));
        assertFalse(isChanging());
    }

    /// The member behind the `@` is offered while it is typed, and arrows choose there.
    @Test
    void aNameAtTheEndOfAMessageHoldsNoArrow() {
        TestedScreen.onFx(() -> {
            chats.fixture().roster.member(Fixture.MAX, "Max", true, ShownChats.OPEN);
            chats.said().text(ShownChats.OPEN, 5, Fixture.SELF, "hello @Ma");
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
        assertEquals("hello @Ma", after(KeyCode.UP));
        assertFalse(isSeen("completion"));
        assertEquals("last", after(KeyCode.UP));
    }
}
