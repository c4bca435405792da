package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Text;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.label.EmojiLabel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// A poll, a hand-in box and files are answered as a text is.
class AnsweredCardsTest extends ChatsPageScreen {
    private static final String KEY = "#class";
    private static final int POLL = 1;
    private static final int BOX = 2;
    private static final int FILES = 3;
    private static final Map<Integer, String> TOLD = Map.of(POLL, "Poll: *Lunch*?", BOX, "Hand-in box: Essay", FILES,
            "Files: my_*photo*.jpg, notes");

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, KEY);
        fixture.chats.put(KEY, new PollItem(head(POLL), "*Lunch*?", List.of(new Option("at noon", 2),
                new Option("at one", 0)), false, false, false, Set.of(), 2));
        fixture.chats.put(KEY, new BoxItem(head(BOX),
                new HandInBox("Essay", FakeChats.START.plusSeconds(90_000), "", 20_000_000, true), false));
        fixture.chats.put(KEY, new Offer(head(FILES), "03", List.of("my_*photo*.jpg", "notes"), 2, 5_000));
        return KEY;
    }

    private Head head(long place) {
        return fixture.chats.text(KEY, place, Fixture.MAX, "").head();
    }

    private TimelineCell cellAt(long place) {
        return lookup(".chats-entry").queryAllAs(TimelineCell.class)
                .stream()
                .filter(each -> each.isVisible() && each.getItem() instanceof TimelineRow.Message message
                        && message.item().position().lamport() == place)
                .findFirst()
                .orElseThrow();
    }

    private static String plain(Node label) {
        return ((EmojiLabel) label).said().replace("\u200E", "");
    }

    private List<MenuItem> menuAt(long place) {
        interact(() -> cellAt(place).getContextMenu().show(cellAt(place), 100, 100));
        List<MenuItem> lines = List.copyOf(menus().getFirst().getItems());
        closeMenus();
        return lines;
    }

    private MenuItem line(long place, String words) {
        return menuAt(place).stream().filter(each -> words.equals(each.getText())).findFirst().orElseThrow();
    }

    @Test
    void theBarBesideEachAnswersItAndTheComposerSaysWhat() {
        TOLD.forEach((place, what) -> {
            moveTo(cellAt(place));
            Node reply = cellAt(place).lookup("#hover-reply");
            assertTrue(reply.isVisible(), what);
            clickOn(reply);
            assertTrue(node("composer-topic").isVisible(), what);
            assertEquals("Reply to Max", plain(node("composer-topic").lookup(".chats-topic-what")));
            assertEquals(what, plain(node("composer-topic").lookup(".chats-topic-words")));
        });
    }

    @Test
    void theMenuOfEachBeginsWithTheAnswerWhichIsSentAsOne() {
        for (int place : TOLD.keySet()) {
            MenuItem first = menuAt(place).getFirst();
            assertEquals("Reply", first.getText());
            fixture.chats.acts.done.clear();
            interact(first::fire);
            write("yes");
            type(KeyCode.ENTER);
            assertEquals(List.of("reply " + place + " yes"), fixture.chats.acts.done);
        }
    }

    @Test
    void aDoubleClickBesideTheCardAnswersIt() {
        for (int place : TOLD.keySet()) {
            Bounds row = cellAt(place).localToScreen(cellAt(place).getLayoutBounds());
            doubleClickOn(new Point2D(row.getMaxX() - 40, row.getCenterY()), MouseButton.PRIMARY);
            assertEquals(TOLD.get(place), plain(node("composer-topic").lookup(".chats-topic-words")));
        }
    }

    @Test
    void nothingIsAnsweredInARoomThatWasLeft() {
        interact(() -> {
            fixture.chats.conversations.removeIf(each -> each.key().equals(KEY));
            fixture.publish(new NodeEvent.Joined(Fixture.MAX, "Max", KEY));
        });
        for (int place : TOLD.keySet()) {
            assertFalse(menuAt(place).stream().anyMatch(each -> "Reply".equals(each.getText())));
        }
    }

    @Test
    void theQuoteSaysWhatIsAnsweredAndLeadsThere() {
        for (TimelineItem item : List.copyOf(fixture.chats.items(KEY))) {
            Text answer = fixture.chats.text(KEY, 4, Fixture.MAX, "fine");
            fixture.chats.put(KEY, new Text(answer.head(), "fine", 0, Quote.of(item), List.of()));
            interact(() -> fixture.chats.changed(KEY));
            Node quote = cellAt(4).lookup(".chats-quote");
            String told = TOLD.get((int) item.position().lamport());
            assertEquals("Max", plain(quote.lookup(".chats-quote-who")));
            assertEquals(told, plain(quote.lookup(".chats-quote-words")));
            assertEquals("In reply to Max: " + told, quote.getAccessibleText().replace("\u200E", ""));
            assertEquals(item.position(), Quote.of(item).position());
        }
    }

    @Test
    void aPollIsCopiedWithItsOptions() {
        interact(() -> {
            Clipboard.getSystemClipboard().clear();
            line(POLL, "Copy").fire();
            assertEquals("*Lunch*?\n- at noon\n- at one", Clipboard.getSystemClipboard().getString());
        });
    }

    @Test
    void theKeyForACopyTakesThePollOfTheKeyboard() {
        interact(() -> {
            Clipboard.getSystemClipboard().clear();
            ListView<?> list = timeline();
            list.getSelectionModel().select(cellAt(POLL).getIndex());
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, true, false, false));
            assertEquals("*Lunch*?\n- at noon\n- at one", Clipboard.getSystemClipboard().getString());
        });
    }
}
