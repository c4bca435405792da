package io.landline.ui.chats.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextSelectionTest {
    private final TextSelection selection = new TextSelection();

    @Test
    void lettersAreSelectedInOneMessageAlone() {
        selection.select(1, "one apple", 4, 9);
        assertEquals("apple", Objects.requireNonNull(selection.in(1, "one apple")).text());
        assertNull(selection.in(2, "one apple"), "another message of the same text");
        selection.select(2, "pear", 0, 4);
        assertNull(selection.in(1, "one apple"));
        assertNotNull(selection.in(2, "pear"));
    }

    @Test
    void aMessageThatIsUnfoldedShowsNoneOfIt() {
        selection.select(1, "beginning…", 0, 9);
        assertNull(selection.in(1, "beginning and end"));
    }

    @Test
    void noLettersAreNoSelection() {
        selection.select(1, "one", 0, 3);
        selection.select(1, "one", 2, 2);
        assertNull(selection.letters().get());
    }

    @Test
    void itEndsWhereTheKeyboardGoesToAnotherMessage() {
        selection.select(1, "one", 0, 3);
        selection.keepOnly(1);
        selection.keepOnly(null);
        assertNotNull(selection.letters().get());
        selection.keepOnly(2);
        assertNull(selection.letters().get());
    }
}
