package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.settings.LookSettings;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Shortcut;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// A field for a long text, half as high as the conversation.
class LargeFieldTest extends OpenRoom {
    /// What the icons of the navigation leave of 480 pixels.
    private static final double WIDTH_LEAST = 404;
    private static final double HEIGHT_LEAST = 400;

    /// As the window does on Ctrl+Shift+K.
    private void change() {
        TestedScreen.onFx(() -> chats.page().act(Shortcut.LARGE_FIELD));
        chats.settle();
    }

    private void write(String text) {
        TestedScreen.onFx(() -> chats.composer().setText(text));
        chats.settle();
    }

    private void enter(boolean shift, boolean control) {
        TestedScreen.onFx(() -> Event.fireEvent(chats.composer(), new KeyEvent(KeyEvent.KEY_PRESSED,
                KeyEvent.CHAR_UNDEFINED, "Enter", KeyCode.ENTER, shift, control, false, false)));
        chats.settle();
    }

    private double height() {
        return chats.composer().getHeight();
    }

    private Bounds place(Node node) {
        return TestedScreen.onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void theKeyMakesItHalfAsHighAsTheConversationAndSmallAgain() {
        double small = height();
        TestedScreen.onFx(() -> chats.node(ListView.class, "timeline").requestFocus());
        change();
        double head = place(chats.screen().scene().lookup(".chats-head")).getHeight();
        assertEquals((HEIGHT - head) / 2, height(), 2);
        assertSame(chats.composer(), chats.focused());
        TestedScreen.onFx(() -> chats.screen().size(WIDTH, HEIGHT - 200));
        chats.settle();
        assertEquals((HEIGHT - 200 - head) / 2, height(), 2);
        change();
        assertEquals(small, height(), 1);
    }

    @Test
    void soDoesTheButtonWhichSaysWhatItDoes() {
        double small = height();
        Button button = chats.node(Button.class, "composer-size");
        assertEquals("Make the field large", button.getAccessibleText());
        TestedScreen.onFx(button::fire);
        chats.settle();
        assertTrue(height() > 3 * small, "" + height());
        assertEquals("Make the field small", button.getAccessibleText());
        assertSame(chats.composer(), chats.focused());
    }

    @Test
    void enterBeginsALineAndWithCtrlItSends() {
        change();
        write("one");
        TestedScreen.onFx(() -> chats.composer().end());
        enter(false, false);
        assertEquals("one\n", chats.composer().getText());
        enter(true, false);
        assertEquals("one\n\n", chats.composer().getText());
        assertEquals(List.of(), chats.said().said);
        write("one\ntwo");
        double large = height();
        enter(false, true);
        assertEquals(List.of("one\ntwo"), chats.said().said);
        assertTrue(height() < large / 2, "it is small again");
        write("three");
        enter(false, false);
        assertEquals(List.of("one\ntwo", "three"), chats.said().said);
    }

    @Test
    void whoChoseThatShiftEnterSendsDoesSoInALargeFieldToo() {
        TestedScreen.onFx(() -> chats.fixture().look.set(LookSettings.DEFAULTS.withEnterBreaks(true)));
        change();
        write("one");
        enter(true, false);
        assertEquals(List.of("one"), chats.said().said);
    }

    @Test
    void inAnotherConversationItIsSmall() {
        double small = height();
        change();
        TestedScreen.onFx(() -> chats.page().open(ShownChats.OTHER));
        chats.settle();
        assertEquals(small, height(), 1);
    }

    @Test
    void itScrollsOnlyWhereItIsFull() {
        change();
        write("a\n".repeat(8));
        assertFalse(TestedScreen.onFx(() -> chats.composer()
                .lookupAll(".scroll-bar")
                .stream()
                .anyMatch(Node::isVisible)));
    }

    private List<String> outside(double height) {
        var outside = new ArrayList<String>();
        for (String each : List.of("composer", "send", "attach", "conversation-title")) {
            Bounds place = place(chats.node(Node.class, each));
            boolean isIn = place.getMinX() >= -1 && place.getMaxX() <= WIDTH_LEAST + 1 && place.getMinY() >= -1
                    && place.getMaxY() <= height + 1;
            if (!isIn) outside.add(each + " in " + height);
        }
        return outside;
    }

    /// What is written and the head of the conversation stay in the window, as with a small field.
    @Test
    void inTheLeastWindowNothingIsPushedOutByIt() {
        for (int percent : List.of(100, 200, 300)) {
            for (double height : List.of(HEIGHT_LEAST, 1.2 * HEIGHT_LEAST)) {
                TestedScreen.onFx(() -> {
                    Appearance.dress(chats.screen().scene(), percent);
                    chats.screen().size(WIDTH_LEAST, height);
                });
                chats.settle();
                List<String> before = outside(height);
                change();
                assertEquals(before, outside(height), percent + " %");
                if (percent < 300) assertEquals(List.of(), before, percent + " %");
                change();
            }
        }
    }
}
