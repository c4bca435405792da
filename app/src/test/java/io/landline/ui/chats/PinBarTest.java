package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.room.EntryId;
import io.landline.ui.acts.PinsSheet;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What is pinned stands above the messages.
class PinBarTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        for (int i = 1; i <= 300; i++) fixture.chats.text("#class", i, Fixture.MAX, "entry " + i);
        pin(20, true);
        pin(10, true);
        return "#class";
    }

    private void pin(long place, boolean isPinned) {
        fixture.chats.put("#class",
                new TimelineItem.Text(
                        new Head(FakeChats.position(place), new EntryId(0, place), Fixture.MAX, "Max", false,
                                FakeChats.START.plusSeconds(place), Delivery.NOWHERE, List.of(), isPinned),
                        "entry " + place));
    }

    private String words() {
        return lookup(".chats-pins-words").<Labeled>query().getText().replace("\u200E", "");
    }

    private String which() {
        return lookup(".chats-pins-which").<Labeled>query().getText();
    }

    private void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    private boolean isInSight(String text) {
        return lookup(".chats-entry").queryAllAs(TimelineCell.class)
                .stream()
                .anyMatch(cell -> cell.isVisible() && cell.getItem() instanceof TimelineRow.Message message
                        && message.item() instanceof TimelineItem.Text said && said.text().equals(text));
    }

    @Test
    void aClickLeadsToTheMessageAndTheNextOneStandsThereThen() {
        assertTrue(node("pins").isVisible());
        assertEquals("entry 20", words());
        assertEquals("Pinned message 1 of 2", which());
        assertFalse(isInSight("entry 20"));
        press("pin-there");
        assertTrue(isInSight("entry 20"));
        assertEquals("entry 10", words());
        press("pin-there");
        assertTrue(isInSight("entry 10"));
        assertEquals("entry 20", words(), "it goes round");
    }

    @Test
    void whatIsUnpinnedGoesFromTheBarWhichGoesWithTheLast() {
        press("pin-there");
        pin(20, false);
        interact(() -> fixture.chats.changed("#class"));
        assertEquals("entry 10", words());
        assertEquals("Pinned message", which());
        pin(10, false);
        interact(() -> fixture.chats.changed("#class"));
        assertFalse(node("pins").isVisible());
    }

    @Test
    void ofPinnedFilesTheNamesAreReadAsTheyAre() {
        fixture.chats.put("#class",
                new TimelineItem.Offer(new Head(FakeChats.position(40), new EntryId(0, 40), Fixture.MAX, "Max", false,
                        FakeChats.START.plusSeconds(40), Delivery.NOWHERE, List.of(), true), "aa",
                        List.of("plan.pdf", "more\u202E.pdf"), 2, 5));
        interact(() -> fixture.chats.changed("#class"));
        assertEquals("Files: plan.pdf, more\u25A1.pdf", words());
    }

    @Test
    void whatIsPinnedNowStandsThereAtOnce() {
        press("pin-there");
        pin(30, true);
        interact(() -> fixture.chats.changed("#class"));
        assertEquals("entry 30", words());
        assertEquals("Pinned message 1 of 3", which());
    }

    @Test
    void anotherConversationHasItsOwn() {
        interact(() -> page.open("#other"));
        assertFalse(node("pins").isVisible());
        interact(() -> page.open("#class"));
        assertEquals("entry 20", words());
    }

    @Test
    void theListLeadsToAMessageAndUnpins() {
        press("pin-list");
        var sheet = (PinsSheet) fixture.window.sheet;
        var window = new Stage[1];
        interact(() -> {
            window[0] = new Stage();
            window[0].setScene(new Scene(sheet.view(), 500, 500));
            window[0].show();
            sheet.shown();
        });
        List<ButtonBase> buttons = from(sheet.view()).lookup(".button").queryAllAs(ButtonBase.class).stream().toList();
        ButtonBase unpin = buttons.stream().filter(each -> "unpin".equals(each.getId())).findFirst().orElseThrow();
        interact(unpin::fire);
        assertEquals(List.of("pin 20 false"), fixture.chats.acts.done);
        ButtonBase last = buttons.stream()
                .filter(each -> each.getStyleClass().contains("acts-message"))
                .reduce((_, next) -> next)
                .orElseThrow();
        interact(last::fire);
        assertTrue(isInSight("entry 10"));
        assertEquals(List.of("PinsSheet", "closed"), fixture.window.told);
        interact(() -> {
            sheet.close();
            window[0].close();
        });
    }
}
