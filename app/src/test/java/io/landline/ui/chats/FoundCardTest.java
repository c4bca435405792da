package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// A search that finds a card: it is in sight, and has a ring.
class FoundCardTest extends ChatsPageScreen {
    private static final int TEXTS = 60;
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    @Override
    String fill() {
        ActsConversation.fill(fixture);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        for (int i = 0; i < TEXTS; i++) fixture.chats.text("#class", 100 + i, Fixture.MAX, "line " + i);
        return "#class";
    }

    private TimelineCell cellOf(String question) {
        return lookup(".chats-entry").queryAllAs(TimelineCell.class)
                .stream()
                .filter(each -> each.isVisible() && each.getItem() instanceof TimelineRow.Message message
                        && message.item() instanceof PollItem poll && poll.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static List<Boolean> ring(TimelineCell cell) {
        var states = cell.lookup(".chats-bubble").getPseudoClassStates();
        return List.of(states.contains(FOUND), states.contains(CURRENT));
    }

    private void search(String words) {
        press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        interact(() -> ((TextInputControl) node("search-words")).setText(words));
    }

    @Test
    void anOptionOfAPollLeadsToItsCardWhichHasARing() {
        search("library");
        List<MessageText> listed = lookup("#search-results .message-text").queryAllAs(MessageText.class)
                .stream()
                .filter(each -> each.isVisible() && each.text().contains("library"))
                .toList();
        assertEquals(1, listed.size());
        assertFalse(listed.getFirst().lookupAll(".message-hit").isEmpty(), "what was found of it is marked");
        type(KeyCode.ENTER);
        TimelineCell cell = cellOf("When shall we meet?");
        assertEquals(List.of(true, true), ring(cell));
        assertTrue(timeline().localToScene(timeline().getLayoutBounds())
                .intersects(cell.localToScene(cell.getLayoutBounds())));
        interact(() -> ((TextInputControl) node("search-words")).setText("meet"));
        assertEquals(List.of(true, false), ring(cell), "the search does not stand at it yet");
        interact(() -> ((TextInputControl) node("search-words")).setText("line"));
        assertEquals(List.of(false, false), ring(cell));
    }

    private SearchMarks marks(String words) {
        return new SearchMarks(SearchTerms.of(words), null);
    }

    @Test
    void theWordsOfACardAreThoseThatPeopleReadOnIt() {
        List<TimelineItem> items = fixture.chats.items.get("#class");
        TimelineItem poll = items.stream().filter(PollItem.class::isInstance).findFirst().orElseThrow();
        TimelineItem box = items.stream().filter(BoxItem.class::isInstance).findFirst().orElseThrow();
        var offer = new TimelineItem.Offer(box.head(), "0".repeat(32), List.of("holiday_photos.zip", "Lecture notes"),
                9, 1);
        assertTrue(marks("thursday").areOnCard(poll));
        assertTrue(marks("essay").areOnCard(box));
        assertTrue(marks("photos").areOnCard(offer));
        assertTrue(marks("lect").areOnCard(offer));
        assertFalse(marks("essay").areOnCard(offer));
        assertFalse(marks("photos essay").areOnCard(offer), "no search finds it");
        assertFalse(SearchMarks.NONE.areOnCard(poll));
        TimelineItem text = items.stream().filter(TimelineItem.Text.class::isInstance).findFirst().orElseThrow();
        assertFalse(marks("exam").areOnCard(text), "a text has marks of its own");
    }

    @Test
    void aTextIsMarkedWhereTheSearchFindsIt() {
        var text = (TimelineItem.Text) fixture.chats.items.get("#class")
                .stream()
                .filter(TimelineItem.Text.class::isInstance)
                .findFirst()
                .orElseThrow();
        SpannedText shown = SpannedText.plain(text.text());
        String word = text.text().split(" ")[0];
        assertFalse(marks(word).on(shown, text).hits().isEmpty());
        assertTrue(marks(word + " zeppelin").on(shown, text).hits().isEmpty(), "it has one of the words");
    }
}
