package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Tab leads to controls in messages of which only a part is on the screen: what has the keyboard is seen.
class FocusInSightTest extends ChatsPageScreen {
    /// More than the window is high.
    private static final int ANSWERS = 40;

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        Text asked = fixture.chats.text("#class", 1, Fixture.MAX, "asked");
        List<Option> answers = IntStream.range(0, ANSWERS).mapToObj(each -> new Option("answer " + each, 0)).toList();
        fixture.chats.put("#class",
                new PollItem(asked.head(), "Which one?", answers, false, false, false, Set.of(), 0));
        fixture.chats.text("#class", 2, Fixture.MAX, "That is all.");
        return "#class";
    }

    private Node owner() {
        return timeline().getScene().getFocusOwner();
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private boolean isInSight(Node node) {
        Bounds all = onScreen(timeline());
        Bounds its = onScreen(node);
        return all.getMinY() <= its.getMinY() && its.getMaxY() <= all.getMaxY();
    }

    private Node answer(int number) {
        return node("poll-option-" + number);
    }

    @Test
    void whatTabLeadsToComesIntoSight() {
        assertFalse(isInSight(answer(0)), "the timeline opens at its end");
        interact(timeline()::requestFocus);
        for (int i = 0; i < ANSWERS; i++) {
            type(KeyCode.TAB);
            assertEquals("poll-option-" + i, owner().getId());
            assertTrue(isInSight(owner()), "answer " + i);
        }
        for (int i = ANSWERS - 2; i >= 0; i--) {
            press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
            assertEquals("poll-option-" + i, owner().getId());
            assertTrue(isInSight(owner()), "answer " + i + " on the way back");
        }
    }

    @Test
    void nothingScrollsWhereAllOfItIsSeen() {
        RadioButton last = (RadioButton) answer(ANSWERS - 1);
        interact(() -> answer(ANSWERS - 2).requestFocus());
        double before = onScreen(last).getMinY();
        type(KeyCode.TAB);
        assertEquals(last, owner());
        assertEquals(before, onScreen(last).getMinY());
    }

    @Test
    void nothingScrollsWhereTheProgramMovesTheKeyboard() {
        type(KeyCode.SHIFT);
        double before = onScreen(answer(0)).getMinY();
        interact(answer(0)::requestFocus);
        assertEquals(before, onScreen(answer(0)).getMinY());
    }
}
