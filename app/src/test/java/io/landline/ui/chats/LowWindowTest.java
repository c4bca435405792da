package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A conversation in a window of about the least size.
class LowWindowTest extends ChatsPageScreen {
    private static final double LOW = 480;

    @Override
    double width() {
        return LOW;
    }

    @Override
    double height() {
        return LOW;
    }

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        for (int i = 1; i <= 30; i++) fixture.chats.text("#class", i, Fixture.MAX, "message number " + i);
        return "#class";
    }

    @Test
    void inANarrowWindowEscapeGivesUpTheChangeBeforeItLeavesTheConversation() {
        moveTo(cell("message number 30"));
        clickOn("#hover-reply");
        write("Yes");
        assertTrue(node("composer-topic").isVisible());
        push(KeyCode.ESCAPE);
        assertFalse(node("composer-topic").isVisible());
        assertTrue(node("composer").isFocused());
        assertEquals("Yes", ((TextArea) node("composer")).getText());
        push(KeyCode.ESCAPE);
        assertFalse(node("composer").isFocused(), "back in the list");
    }

    @Test
    void whatASearchLeadsToIsInSightBesideIt() {
        interact(() -> ((ButtonBase) node("search")).fire());
        clickOn("#search-words").write("message").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        double messages = node("timeline").getBoundsInParent().getHeight();
        assertTrue(messages > 100, messages + " pixels of messages");
    }

    @Test
    void theMessagesGiveWayAndNotWhatIsWritten() {
        moveTo(cell("message number 30"));
        clickOn("#hover-reply");
        interact(() -> {
            ((TextArea) node("composer")).setText("one\ntwo\nthree\nfour\nfive\nsix");
        });
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            page.view().applyCss();
            page.view().getScene().getRoot().layout();
            Parent talk = (Parent) lookup(".chats-talk").query();
            List<String> squeezed = talk.getChildrenUnmodifiable()
                    .stream()
                    .filter(each -> each.isManaged() && each instanceof Region)
                    .map(Region.class::cast)
                    .filter(each -> !each.equals(lookup("#timeline").query()) && each.lookup("#timeline") == null)
                    .filter(each -> each.getHeight() + 1 < each.prefHeight(each.getWidth()))
                    .map(each -> each + ": " + each.getHeight() + " of " + each.prefHeight(each.getWidth()))
                    .toList();
            assertEquals(List.of(), squeezed);
        });
    }
}
