package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem.Text;
import io.landline.ui.chats.timeline.HeldEntries;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// From an answer to what it answers, far above, and back.
class QuoteJumpTest extends OpenRoom {
    private static final int ENTRIES = 3 * HeldEntries.PAGE;
    private static final int ANSWER = ENTRIES - 3;

    @Override
    void say(FakeChats said) {
        for (int i = 1; i <= ENTRIES; i++) said.text(ShownChats.OPEN, i, Fixture.MAX, "entry " + i);
        Text answer = said.text(ShownChats.OPEN, ANSWER, Fixture.MAX, "an answer");
        said.put(ShownChats.OPEN, new Text(answer.head(), answer.text(), 0,
                new Quote(FakeChats.position(2), "Max", false, "entry 2"), List.of()));
    }

    private List<TimelineCell> cells() {
        return chats.screen().all(TimelineCell.class);
    }

    private boolean isInSight(long lamport) {
        return TestedScreen.onFx(() -> cells().stream()
                .anyMatch(cell -> cell.isVisible() && cell.getItem() instanceof TimelineRow.Message message
                        && message.item().position().lamport() == lamport));
    }

    private void followTheQuote() {
        clickTheQuote(MouseButton.PRIMARY);
    }

    private void clickTheQuote(MouseButton button) {
        TestedScreen.onFx(() -> {
            Node quote = Objects.requireNonNull(chats.page().view().lookup(".chats-quote"));
            Event.fireEvent(quote, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, button, 1, false,
                    false, false, false, button == MouseButton.PRIMARY, false, button == MouseButton.SECONDARY, true,
                    false, true, null));
        });
        chats.settle();
    }

    private Button button() {
        return chats.node(Button.class, "to-newest");
    }

    private boolean isButtonThere() {
        return TestedScreen.onFx(() -> chats.screen()
                .all(Button.class)
                .stream()
                .anyMatch(
                        each -> "to-newest".equals(each.getId())));
    }

    private void press() {
        TestedScreen.onFx(() -> button().fire());
        chats.settle();
    }

    @Test
    void theButtonLeadsBackToTheAnswer() {
        followTheQuote();
        assertTrue(isInSight(2));
        assertFalse(isInSight(ANSWER));
        assertEquals("Back to the answer", button().getText());
        press();
        assertTrue(isInSight(ANSWER));
        assertFalse(isInSight(2));
        assertFalse(isButtonThere(), "the answer stands at the end");
    }

    @Test
    void theButtonThatOpensTheMenuFollowsNoQuote() {
        clickTheQuote(MouseButton.SECONDARY);
        assertTrue(isInSight(ANSWER));
        assertFalse(isInSight(2));
    }

    @Test
    void whoWritesIsAtTheNewestAndHasNoWayBack() {
        followTheQuote();
        TestedScreen.onFx(() -> chats.composer().setText("mine"));
        chats.press(KeyCode.ENTER, false);
        assertTrue(isInSight(ENTRIES));
        assertFalse(isButtonThere());
    }
}
