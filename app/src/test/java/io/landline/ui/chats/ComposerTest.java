package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NodeEvent;
import io.landline.settings.LookSettings;
import io.landline.ui.chats.composer.ComposerPane;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// A person writes: how high the field is, and where what is typed goes.
class ComposerTest extends OpenRoom {
    private static final int NARROWER = 720;
    private static final String LONG = "words that wrap at the width of the field ".repeat(6);

    private double heightWith(String text) {
        TestedScreen.onFx(() -> chats.composer().setText(text));
        chats.settle();
        return chats.composer().getHeight();
    }

    private boolean hasScrollBar() {
        return TestedScreen.onFx(() -> chats.composer()
                .lookupAll(".scroll-bar")
                .stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.isVisible() && bar.getOrientation() == Orientation.VERTICAL));
    }

    private String sizes() {
        return List.of(".scroll-pane", ".viewport", ".content", ".text")
                .stream()
                .map(part -> part + " " + chats.composer().lookup(part).getLayoutBounds())
                .collect(Collectors.joining("; "));
    }

    private void type(String character, boolean control, boolean alt) {
        TestedScreen.onFx(() -> Event.fireEvent(chats.focused(), new KeyEvent(KeyEvent.KEY_TYPED, character, "",
                KeyCode.UNDEFINED, false, control, alt, false)));
        chats.settle();
    }

    private void focus(Node node) {
        TestedScreen.onFx(node::requestFocus);
        chats.settle();
    }

    /// The page looks at its conversations again.
    private void lookAgain() {
        TestedScreen.onFx(() -> chats.fixture().publish(new NodeEvent.Joined(Fixture.MAX, "Max", ShownChats.OPEN)));
        chats.settle();
    }

    @Test
    void whoComesBackToARoomWritesOnAndAnOpenRoomThatWasLeftIsCalledARoom() {
        FakeChats node = chats.fixture().chats;
        Conversation open = PlainRecords.conversation(ShownChats.OPEN, Kind.OPEN_ROOM, "class", null, true, 0, null);
        node.conversations.removeIf(each -> each.key().equals(open.key()));
        lookAgain();
        assertTrue(chats.screen().texts().stream().anyMatch(each -> each.startsWith("You left this room")));
        focus(chats.node(Node.class, "chat-list"));
        node.conversations.add(open);
        lookAgain();
        assertEquals(chats.composer(), TestedScreen.onFx(chats::focused));
    }

    @Test
    void theFieldGrowsWithEachLineUpToSixAndThenScrolls() {
        double one = heightWith("a"); // as high as the buttons beside it
        double two = heightWith("a\nb");
        double line = heightWith("a\nb\nc") - two;
        double six = heightWith("a\nb\nc\nd\ne\nf");
        assertTrue(two > one, two + " for two lines, " + one + " for one");
        assertTrue(line > chats.composer().getFont().getSize(), "the third line needs " + line);
        assertEquals(two + 4 * line, six, line / 2);
        assertTrue(!hasScrollBar(), () -> "six lines need no bar: " + sizes());
        assertEquals(six, heightWith("a\nb\nc\nd\ne\nf\ng"), 1);
        assertTrue(hasScrollBar(), "seven lines scroll");
        assertEquals(one, heightWith(""), 1);
    }

    @Test
    void theFieldGrowsWithTextThatWraps() {
        double one = heightWith("a");
        assertTrue(heightWith(LONG) > one + 10, "a text of three lines is as high as one");
        assertTrue(!hasScrollBar(), "the lines are all in sight");
    }

    @Test
    void theFieldGrowsWhenTheWindowGetsNarrower() {
        double wide = heightWith(LONG);
        TestedScreen.onFx(() -> chats.screen().size(NARROWER, HEIGHT));
        chats.settle();
        assertTrue(chats.composer().getHeight() > wide + 10, wide + " became " + chats.composer().getHeight());
    }

    @Test
    void whatIsChangedIsChangedFromItsEnd() {
        chats.said().text(ShownChats.OPEN, 2, Fixture.SELF, "mine");
        TestedScreen.onFx(() -> chats.said().changed(ShownChats.OPEN));
        chats.settle();
        chats.press(KeyCode.UP, false);
        assertEquals("mine", chats.composer().getText());
        assertEquals(4, chats.composer().getCaretPosition());
    }

    @Test
    void tabMovesTheFocusBothWaysAndIsNotTyped() {
        assertSame(chats.composer(), chats.focused());
        chats.press(KeyCode.TAB, false);
        assertNotSame(chats.composer(), chats.focused());
        focus(chats.composer());
        chats.press(KeyCode.TAB, true);
        assertNotSame(chats.composer(), chats.focused());
        assertEquals("", chats.composer().getText());
    }

    @Test
    void whoChoosesAConversationInTheListCanWriteAtOnce() {
        TestedScreen.onFx(() -> {
            ListView<?> list = chats.node(ListView.class, "chat-list");
            list.requestFocus();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof ListRow row && ShownChats.OTHER.equals(row.conversation())) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        });
        chats.settle();
        assertSame(chats.composer(), chats.focused());
        assertEquals("Write to \u200Eother\u200E",
                chats.composer().getPromptText().replace("; it waits until they are here", ""));
    }

    @Test
    void whoPassesThroughTheListByArrowsStaysThereUntilEnter() {
        ListView<?> list = chats.node(ListView.class, "chat-list");
        focus(list);
        chats.press(KeyCode.DOWN, false);
        assertTrue(chats.composer().getPromptText().contains("other"), chats.composer().getPromptText());
        assertSame(list, chats.focused());
        chats.press(KeyCode.ENTER, false);
        assertSame(chats.composer(), chats.focused());
    }

    @Test
    void whoSendsWithTheButtonCanWriteOn() {
        TestedScreen.onFx(() -> {
            chats.composer().setText("hello");
            Button send = chats.node(Button.class, "send");
            send.requestFocus();
            send.fire();
        });
        chats.settle();
        assertSame(chats.composer(), chats.focused());
    }

    @Test
    void enterAndShiftEnterCanChangePlaces() {
        TestedScreen.onFx(() -> chats.fixture().look.set(LookSettings.DEFAULTS.withEnterBreaks(true)));
        TestedScreen.onFx(() -> chats.composer().appendText("one"));
        chats.press(KeyCode.ENTER, false);
        TestedScreen.onFx(() -> chats.composer().appendText("two"));
        assertEquals("one\ntwo", chats.composer().getText());
        chats.press(KeyCode.ENTER, true);
        assertEquals("", chats.composer().getText(), "it is sent");
    }

    @Test
    void aLetterTypedOnTheTimelineGoesIntoTheMessage() {
        focus(chats.node(ListView.class, "timeline"));
        type("é", false, false);
        assertSame(chats.composer(), chats.focused());
        assertEquals("é", chats.composer().getText());
    }

    @Test
    void keysWithControlOrAltAndSpaceStayWhereTheyWerePressed() {
        ListView<?> timeline = chats.node(ListView.class, "timeline");
        focus(timeline);
        type("a", true, false);
        type("a", false, true);
        type(" ", false, false);
        type("\r", false, false);
        assertSame(timeline, chats.focused());
        assertEquals("", chats.composer().getText());
    }

    @Test
    void aLetterOnAButtonOrInAnotherFieldIsNotPartOfTheMessage() {
        focus(chats.node(Button.class, "attach"));
        type("a", false, false);
        focus(chats.node(javafx.scene.control.TextField.class, "chat-filter"));
        type("b", false, false);
        assertEquals("", chats.composer().getText());
    }

    /// The button has the keyboard because something was pasted, and the user may want to write on.
    @Test
    void aLetterTypedAfterPastingGoesIntoTheMessage() {
        TestedScreen.onFx(() -> chats.page().offer(ShownChats.OPEN, List.of(Path.of("a.pdf"))));
        chats.settle();
        assertEquals("paste-offer", chats.focused().getId());
        type("a", false, false);
        type(" ", false, false);
        assertSame(chats.composer(), chats.focused());
        assertEquals("a", chats.composer().getText().strip());
        assertEquals(List.of(), chats.fixture().chats.offered);
    }

    private ComposerPane pane() {
        return (ComposerPane) chats.screen().scene().lookup(".chats-composer");
    }

    private List<String> waysToAttach() {
        return TestedScreen.onFx(() -> pane().attaching().getItems().stream().map(MenuItem::getId).toList());
    }

    @Test
    void aRoomWithAKeyCollectsFilesAndAPersonDoesNot() {
        assertEquals(List.of("attach-files", "attach-folder", "attach-collect"), waysToAttach());
        TestedScreen.onFx(() -> {
            chats.fixture().roster.member(Fixture.MAX, "Max", true, "#class");
            chats.page().open(Fixture.MAX.hex());
        });
        chats.settle();
        assertEquals(List.of("attach-files", "attach-folder"), waysToAttach());
    }
}
