package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/// What keys and the buttons of a mouse do in a message that is more than words: a poll, a box.
class PollKeysTest extends ChatsPageScreen {
    @Override
    String fill() {
        ActsConversation.fill(fixture);
        fixture.chats.items.get("#class").removeIf(each -> !isShown(each)); // all of the others fit into the window
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        return "#class";
    }

    private static boolean isShown(TimelineItem item) {
        return item instanceof BoxItem && !item.own() || item instanceof PollItem poll && !poll.closed();
    }

    private TimelineItem item(Predicate<TimelineItem> wanted) {
        return fixture.chats.items.get("#class").stream().filter(wanted).findFirst().orElseThrow();
    }

    private PollItem poll(String question) {
        return (PollItem) item(each -> each instanceof PollItem poll && poll.question().equals(question));
    }

    private TimelineCell cellOf(TimelineItem item) {
        return lookup(".chats-entry").queryAllAs(TimelineCell.class)
                .stream()
                .filter(each -> each.isVisible() && each.getItem() instanceof TimelineRow.Message message
                        && message.item().id().equals(item.id()))
                .findFirst()
                .orElseThrow();
    }

    private ButtonBase answer(TimelineItem poll, int number) {
        List<Node> options = List.copyOf(cellOf(poll).lookupAll(".chats-poll-option"));
        return (ButtonBase) ((Parent) options.get(number)).getChildrenUnmodifiable().getFirst();
    }

    @Test
    void spaceOnAnAnswerVotesAndSelectsNoMessage() {
        ButtonBase never = answer(poll("When shall we meet?"), 2);
        interact(never::requestFocus);
        type(KeyCode.SPACE);
        assertEquals(List.of("vote 6 [2]"), fixture.chats.acts.done);
        assertTrue(lookup("#selection").tryQuery().filter(Node::isVisible).isEmpty());
    }

    @Test
    void theWordsOfAnAnswerVoteByTheLeftButtonAndNotByTheOneThatOpensTheMenu() {
        Node words = cellOf(poll("When shall we meet?")).lookup("#poll-option-2").getParent().lookup(".label");
        click(words, MouseButton.SECONDARY);
        assertEquals(List.of(), fixture.chats.acts.done);
        click(words, MouseButton.PRIMARY);
        assertEquals(List.of("vote 6 [2]"), fixture.chats.acts.done);
    }

    private void click(Node node, MouseButton button) {
        interact(() -> Event.fireEvent(node, new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, button, 1, false,
                false, false, false, button == MouseButton.PRIMARY, false, button == MouseButton.SECONDARY, true, false,
                true, null)));
    }

    @Test
    void theKeyboardStaysOnTheAnswerThatWasChosen() {
        PollItem before = poll("When shall we meet?");
        ButtonBase never = answer(before, 2);
        interact(never::requestFocus);
        interact(() -> {
            fixture.chats.put("#class", new PollItem(before.head(), before.question(), before.options(), false, false,
                    false, Set.of(2), 7));
            fixture.chats.changed("#class");
        });
        ButtonBase after = answer(before, 2);
        assertTrue(after.isFocused(), "it is on " + after.getScene().getFocusOwner());
    }

    @Test
    void whoAnsweredIsOneButtonAwayWhereTheResultShows() {
        PollItem open = poll("When shall we meet?");
        ButtonBase who = (ButtonBase) cellOf(open).lookup("#poll-who");
        assertTrue(cellOf(poll("Who brings the tea?")).lookupAll("#poll-who").isEmpty(), "its result shows at the end");
        interact(who::fire);
        assertEquals(List.of("MessageSheet"), fixture.window.told);
    }

    /// It led to another button, to the header or the composer.
    @Test
    void anArrowOnAButtonOfAMessageLeadsToTheMessageBesideIt() {
        TimelineCell poll = cellOf(poll("When shall we meet?"));
        TimelineCell box = cellOf(item(BoxItem.class::isInstance));
        int pollRow = poll.getIndex();
        int boxRow = box.getIndex();
        assertEquals(pollRow + 1, stepped(poll.lookup("#poll-who"), KeyCode.DOWN));
        assertEquals(boxRow - 1, stepped(box.lookup(".button"), KeyCode.UP));
        assertEquals(pollRow + 1, stepped(poll.lookup("#poll-who"), KeyCode.DOWN), "where it was before");
    }

    /// The row to which the arrow leads.
    private int stepped(Node button, KeyCode arrow) {
        interact(button::requestFocus);
        type(arrow);
        assertTrue(timeline().isFocused(), "it is on " + button.getScene().getFocusOwner());
        int row = timeline().getFocusModel().getFocusedIndex();
        assertInstanceOf(TimelineRow.Message.class, timeline().getItems().get(row));
        return row;
    }

    @Test
    void ofOneAnswerTheSignsAreRoundAndOfSeveralTheyAreBoxes() {
        assertInstanceOf(RadioButton.class, answer(poll("When shall we meet?"), 0));
        assertInstanceOf(CheckBox.class, answer(poll("Who brings the tea?"), 0));
    }

    @Test
    void aClosedPollSaysHowManyVotedAndWhichAnswerIsOnesOwn() {
        PollItem before = poll("When shall we meet?");
        interact(() -> {
            fixture.chats.put("#class", new PollItem(before.head(), before.question(), before.options(), false, false,
                    true, Set.of(2), 7));
            fixture.chats.changed("#class");
        });
        List<String> said = cellOf(before).lookupAll(".label")
                .stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
        assertTrue(said.contains("This poll is closed. 7 people voted."), said.toString());
        List<String> mine = said.stream().filter(each -> each.endsWith(" · your vote")).toList();
        String third = before.options().get(2).text();
        assertTrue(mine.size() == 1 && mine.getFirst().contains(third), said.toString());
    }

    @Test
    void theMenuOfAHandInBoxHasNoLineThatDoesNothing() {
        TimelineCell box = cellOf(item(BoxItem.class::isInstance));
        interact(() -> box.getContextMenu().show(box, 100, 100));
        List<String> lines = menus().getFirst().getItems().stream().map(MenuItem::getText).toList();
        closeMenus();
        assertFalse(lines.contains("Select"), lines.toString());
        assertTrue(lines.contains("Save for myself"), lines.toString());
    }
}
