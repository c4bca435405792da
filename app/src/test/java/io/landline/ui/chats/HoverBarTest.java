package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent;
import io.landline.ui.chats.timeline.MessageActions;
import io.landline.ui.look.Appearance;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// The message under the mouse has a bar beside it.
class HoverBarTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "from Max");
        fixture.chats.text("#class", 2, Fixture.SELF, "mine");
        return "#class";
    }

    private List<Node> bars() {
        return lookup(".chats-hover").queryAll().stream().filter(Node::isVisible).toList();
    }

    private boolean isAnswering() {
        return node("composer-topic").isVisible();
    }

    @Test
    void theMessageUnderTheMouseIsAnsweredWithOneClick() {
        assertEquals(0, bars().size());
        moveTo(cell("from Max"));
        assertEquals(1, bars().size());
        clickOn("#hover-reply");
        assertTrue(isAnswering());
        moveTo(node("composer"));
        assertEquals(0, bars().size());
    }

    @Test
    void theBarMovesNothing() {
        double before = cell("mine").getHeight();
        moveTo(cell("mine"));
        assertEquals(before, cell("mine").getHeight());
        Bounds bar = bars().getFirst().localToScene(bars().getFirst().getLayoutBounds());
        Node bubble = cell("mine").lookup(".chats-bubble");
        assertTrue(bar.getMaxX() <= bubble.localToScene(bubble.getLayoutBounds()).getMinX(), "it covers no letters");
    }

    @Test
    void aReactionIsTwoClicksAway() {
        moveTo(cell("from Max"));
        clickOn("#hover-react");
        Node emoji = menus().getFirst().getItems().getFirst().getGraphic();
        double high = emoji.getLayoutBounds().getHeight();
        assertTrue(high >= Appearance.FONT_PX, high + " px: as small as the button's own letters");
        interact(() -> menus().getFirst().getItems().getFirst().fire());
        assertEquals(List.of("react 1 " + MessageActions.QUICK.getFirst() + " true"), fixture.chats.acts.done);
        closeMenus();
    }

    @Test
    void theMouseReachesTheMenuOfTheBarBelowTheMessage() {
        for (String button : List.of("#hover-react", "#hover-menu")) {
            moveTo(cell("from Max"));
            clickOn(button);
            assertEquals(1, menus().size());
            moveTo(node("composer")); // the menu may lie over any other message
            assertEquals(1, menus().size(), button);
            assertEquals(1, bars().size(), "it says which message is meant");
            closeMenus();
            assertEquals(0, bars().size());
        }
    }

    @Test
    void anyEmojiIsAReactionFromThePickerAndNoneOfItIsWritten() {
        moveTo(cell("from Max"));
        clickOn("#hover-react");
        MenuItem other = menus().getFirst().getItems().getLast();
        interact(other::fire);
        closeMenus();
        TextField search = lookup("#emoji-search").queryAs(TextField.class);
        assertTrue(search.isFocused(), "one types a name at once");
        interact(() -> search.setText("pizza"));
        type(KeyCode.ENTER);
        assertEquals(List.of("react 1 \uD83C\uDF55 true"), fixture.chats.acts.done);
        assertEquals("", lookup("#composer").queryAs(TextInputControl.class).getText());
        assertTrue(lookup("#emoji-search").tryQuery().isEmpty(), "it is chosen, and the list goes");
    }

    @Test
    void theMenuOfAMessageHasThePickerToo() {
        interact(() -> cell("mine").getContextMenu().show(cell("mine"), 100, 100));
        Menu react = (Menu) menus().getFirst()
                .getItems()
                .stream()
                .filter(each -> each instanceof Menu menu && menu.getItems().size() > 2)
                .findFirst()
                .orElseThrow();
        interact(react.getItems().getLast()::fire);
        closeMenus();
        assertTrue(lookup("#emoji-search").tryQuery().isPresent());
        type(KeyCode.ESCAPE);
        assertEquals(List.of(), fixture.chats.acts.done);
    }

    @Test
    void theMenuIsTheOneOfTheRightButton() {
        moveTo(cell("from Max"));
        clickOn("#hover-menu");
        assertEquals(List.of(cell("from Max").getContextMenu()), menus());
        closeMenus();
    }

    @Test
    void aDoubleClickBesideTheLettersAnswers() {
        doubleClickOn(cell("from Max").lookup(".chats-text"));
        assertFalse(isAnswering(), "it chooses a word");
        Bounds row = cell("from Max").localToScreen(cell("from Max").getLayoutBounds());
        doubleClickOn(new Point2D(row.getMaxX() - 40, row.getCenterY()), MouseButton.PRIMARY);
        assertTrue(isAnswering());
    }

    @Test
    void nothingIsAnsweredInARoomThatWasLeft() {
        interact(() -> {
            fixture.chats.conversations.removeIf(each -> each.key().equals("#class"));
            fixture.publish(new NodeEvent.Joined(Fixture.MAX, "Max", "#class"));
        });
        moveTo(cell("from Max"));
        assertEquals(1, bars().size());
        assertFalse(node("hover-reply").isVisible());
        doubleClickOn(cell("from Max").lookup(".chats-bubble"));
        assertFalse(isAnswering());
    }
}
