package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.room.EntryId;
import io.landline.ui.page.Clipped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A conversation with a pinned message in the smallest window, with letters of twice the size.
class LargeLettersTest extends ChatsPageScreen {
    /// What the icons of the navigation leave of 480 pixels.
    private static final double WIDTH_BESIDE_ICONS = 404;
    private static final double HEIGHT_MIN = 400;

    @Override
    double width() {
        return WIDTH_BESIDE_ICONS;
    }

    @Override
    double height() {
        return HEIGHT_MIN;
    }

    @Override
    int percent() {
        return 200;
    }

    @Override
    String fill() {
        fixture.chats.room("classroom", true, 0);
        for (int i = 1; i <= 30; i++) fixture.chats.text("#classroom", i, Fixture.MAX, "message number " + i);
        fixture.chats.put("#classroom",
                new TimelineItem.Text(new Head(FakeChats.position(20), new EntryId(0, 20), Fixture.MAX, "Max", false,
                        FakeChats.START.plusSeconds(20), Delivery.NOWHERE, List.of(), true), "message number 20"));
        return "#classroom";
    }

    private void settle() {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            page.view().applyCss();
            page.view().getScene().getRoot().layout();
        });
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void assertWhole(String id) {
        Node part = node(id);
        Bounds place = inScene(part);
        assertTrue(place.getMinY() >= 0 && place.getMaxY() <= HEIGHT_MIN && place.getHeight() > 20, id + ": " + place);
        assertTrue(place.getMinX() >= 0 && place.getMaxX() <= WIDTH_BESIDE_ICONS, id + ": " + place);
    }

    @Test
    void whatOneWritesAndTheNameOfTheConversationStayInSight() {
        settle();
        for (String each : List.of("composer", "send", "attach", "conversation-title", "conversation-menu")) {
            assertWhole(each);
        }
        String name = Clipped.painted((Labeled) node("conversation-title"));
        assertTrue(name.replace("\u200E", "").startsWith("class"), name);
        assertTrue(inScene(node("timeline")).getHeight() > 50, "the messages have room too");
    }

    @Test
    void aWordHasRoomWhereOneWrites() {
        settle();
        double field = inScene(node("composer")).getWidth();
        assertTrue(field > 9 * 28, field + " for nine letters"); // two times the usual 14 pixels
        assertTrue(inScene(node("composer")).getMaxY() <= inScene(node("send")).getMinY() + 1,
                "the buttons stand below");
    }

    @Test
    void aSearchTakesItsRoomFromTheMessagesAndNotFromWhatIsChanged() {
        interact(() -> ((TextArea) node("composer")).setText(""));
        fixture.chats.text("#classroom", 31, Fixture.SELF, "my own words");
        interact(() -> fixture.chats.changed("#classroom"));
        clickOn("#composer").push(KeyCode.UP);
        assertTrue(node("composer-topic").isVisible());
        interact(() -> ((ButtonBase) node("search")).fire());
        clickOn("#search-words").write("message");
        settle();
        for (String each : List.of("composer", "composer-topic", "search-words", "search-close")) assertWhole(each);
        assertNothingLiesOver();
    }

    @Test
    void whatIsAboutToBeOfferedLeavesRoomForWhatOneWrites() {
        var pictures = IntStream.range(0, 5).mapToObj(i -> Path.of("/pictures/holiday" + i + ".png")).toList();
        interact(() -> page.offer("#classroom", pictures));
        settle();
        for (String each : List.of("paste-offer", "paste-discard", "composer", "send", "attach")) assertWhole(each);
        assertNothingLiesOver();
    }

    @Test
    void theWayToWhatCameLateIsReadWhole() {
        interact(() -> {
            fixture.chats.text("#classroom", 2, FakeChats.peer(5), "late");
            fixture.chats.late.put("#classroom", List.of(new TimelinePosition(2, FakeChats.peer(5), 2, 1)));
            fixture.chats.changed("#classroom");
        });
        settle();
        assertWhole("to-late");
        assertWhole("drop-late");
        Labeled late = (Labeled) node("to-late");
        assertEquals(late.getText(), Clipped.painted(late));
    }

    /// It has no room beside the message; the right button opens its menu all the same.
    @Test
    void noBarCoversTheMessageUnderTheMouse() {
        settle();
        moveTo(cell("message number 30"));
        settle();
        assertEquals(0, lookup(".chats-hover").queryAll().stream().filter(Node::isVisible).count());
    }

    /// The parts of the conversation stand below each other.
    private void assertNothingLiesOver() {
        assertNothingLiesOver(lookup(".chats-talk").query());
        assertNothingLiesOver(lookup(MessagesColumn.class::isInstance).query());
    }

    private static void assertNothingLiesOver(Parent talk) {
        var parts = new ArrayList<Node>();
        for (Node each : talk.getChildrenUnmodifiable()) if (each.isVisible() && each.isManaged()) parts.add(each);
        for (int i = 1; i < parts.size(); i++) {
            Bounds above = inScene(parts.get(i - 1));
            Bounds below = inScene(parts.get(i));
            assertTrue(above.getMaxY() <= below.getMinY() + 1, parts.get(i - 1) + " over " + parts.get(i));
        }
    }
}
