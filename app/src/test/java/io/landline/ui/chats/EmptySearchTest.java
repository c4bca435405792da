package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.ui.page.Shortcut;
import io.landline.ui.text.ErrorMessages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// What a search without words says, and where Escape leads from a field in which nothing is typed.
class EmptySearchTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "Hello");
        return "#class";
    }

    private void search() {
        interact(() -> page.act(Shortcut.SEARCH_ALL));
        assertTrue(node("chat-filter").isFocused());
    }

    @Test
    void escapeLeadsBackToTheFieldOfTheOpenConversation() {
        search();
        type(KeyCode.ESCAPE);
        assertTrue(node("composer").isFocused());
    }

    @Test
    void whatIsTypedGoesFirst() {
        search();
        write("he").type(KeyCode.ESCAPE);
        Node field = node("chat-filter");
        assertEquals("", ((TextInputControl) field).getText());
        assertTrue(field.isFocused());
        type(KeyCode.ESCAPE);
        assertTrue(node("composer").isFocused());
    }

    @Test
    void whereNoWordIsSoughtTheSentenceSpeaksOfNone() {
        interact(() -> page.act(Shortcut.SEARCH));
        clickOn("#search-narrow");
        interact(() -> lookup("#search-since").queryAs(DatePicker.class).setValue(LocalDate.of(2999, 1, 1)));
        ListView<?> found = lookup("#search-results").queryAs(ListView.class);
        assertTrue(found.isVisible() && found.getItems().isEmpty());
        assertEquals("No message here fits this choice.", ((Label) found.getPlaceholder()).getText());
        interact(() -> lookup("#search-words").queryAs(TextInputControl.class).setText("Hello"));
        assertEquals("No message here has these words.", ((Label) found.getPlaceholder()).getText());
    }

    @Test
    void whereASearchFailsItsSentenceStandsThere() {
        interact(() -> page.act(Shortcut.SEARCH));
        fixture.chats.unreadable = true;
        interact(() -> lookup("#search-words").queryAs(TextInputControl.class).setText("Hello"));
        ListView<?> found = lookup("#search-results").queryAs(ListView.class);
        assertTrue(found.isVisible() && found.getItems().isEmpty());
        String why = ErrorMessages.sentence(fixture.context.language(), new CommandException(Code.STORAGE, ""));
        assertEquals(why, ((Label) found.getPlaceholder()).getText());
        fixture.chats.unreadable = false;
        interact(() -> lookup("#search-words").queryAs(TextInputControl.class).setText("Hell"));
        assertEquals(1, found.getItems().size());
    }

    /// Or the messages below would move at each letter.
    @Test
    void theListOfWhatWasFoundStaysUntilTheNextAnswer() {
        interact(() -> page.act(Shortcut.SEARCH));
        ListView<?> found = lookup("#search-results").queryAs(ListView.class);
        TextInputControl words = lookup("#search-words").queryAs(TextInputControl.class);
        Label count = lookup("#search-count").queryAs(Label.class);
        interact(() -> words.setText("Hel"));
        String before = count.getText();
        var seen = new ArrayList<String>();
        fixture.chats.searching = () -> seen.add(found.isVisible() + " " + count.getText());
        interact(() -> words.setText("Hello"));
        assertEquals(List.of("true " + before), seen);
        interact(() -> words.setText(""));
        assertFalse(found.isVisible());
    }

    @Test
    void nothingIsChosenOfWhatOtherWordsFind() {
        interact(() -> page.act(Shortcut.SEARCH));
        write("Hel").type(KeyCode.ENTER);
        ListView<?> found = lookup("#search-results").queryAs(ListView.class);
        assertEquals(0, found.getSelectionModel().getSelectedIndex());
        write("l");
        assertEquals(-1, found.getSelectionModel().getSelectedIndex());
        assertEquals(1, found.getItems().size());
    }

    /// Also beside the list, where there is least room.
    @Test
    void whatAFieldOfADayAsksForIsWritten() {
        search();
        write("he");
        List<String> written = lookup(".chats-filters .date-picker .text").queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .toList();
        assertTrue(written.containsAll(List.of("From day", "To day")), written::toString);
    }
}
