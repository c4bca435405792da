package io.landline.ui.paragraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.letters.DrawnText;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class MessageTextTest extends MessageScreen {
    private static final double HEIGHT = 200;
    private static final String LINK = "https://example.org/a";

    MessageTextTest() { super(HEIGHT); }

    private void show(String message) {
        text.show(MessageMarkup.of(PeerText.block(message), false));
        screen.settle();
    }

    /// The middle of a letter of the drawn text.
    private Bounds letter(int drawnPlace) {
        TextFlow letters = screen.all(TextFlow.class).getFirst();
        var outline = new Path(letters.getRangeShape(drawnPlace, drawnPlace + 1, false));
        return letters.localToParent(outline.getLayoutBounds());
    }

    private void click(int drawnPlace, int clicks) {
        Bounds at = letter(drawnPlace);
        mouse(MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY(), clicks);
        mouse(MouseEvent.MOUSE_CLICKED, at.getCenterX(), at.getCenterY(), clicks);
    }

    @Test
    void theMouseSelectsLettersWordsAndAll() {
        TestedScreen.onFx(() -> {
            show("one apple, two pears");
            Bounds from = letter(4);
            Bounds to = letter(8);
            mouse(MouseEvent.MOUSE_PRESSED, from.getMinX() + 1, from.getCenterY(), 1);
            mouse(MouseEvent.MOUSE_DRAGGED, to.getMaxX(), to.getCenterY(), 1);
            assertEquals("apple", done.getLast());
            click(13, 2);
            assertEquals("two", done.getLast());
            click(13, 3);
            assertEquals("one apple, two pears", done.getLast());
        });
    }

    @Test
    void lettersAreSelectedAmongEmojiWhichAreTakenWhole() {
        String waving = "\uD83D\uDC4B\uD83C\uDFFD";
        int blank = DrawnText.BLANK.length();
        TestedScreen.onFx(() -> {
            show("one " + waving + " apple");
            Bounds from = letter(0);
            Bounds to = letter(4 + blank - 1);
            mouse(MouseEvent.MOUSE_PRESSED, from.getMinX() + 1, from.getCenterY(), 1);
            mouse(MouseEvent.MOUSE_DRAGGED, to.getMaxX(), to.getCenterY(), 1);
            assertEquals("one " + waving, done.getLast());
            click(4 + blank + 2, 2);
            assertEquals("apple", done.getLast());
        });
    }

    @Test
    void aFewEmojiAloneAreLarge() {
        PseudoClass alone = PseudoClass.getPseudoClass("emoji-alone");
        String thumb = "\uD83D\uDC4D";
        TestedScreen.onFx(() -> {
            for (String few : List.of(thumb, thumb.repeat(5), thumb + " " + thumb)) {
                show(few);
                assertTrue(text.getPseudoClassStates().contains(alone), few);
            }
            for (String other : List.of(thumb.repeat(6), thumb + "!", "ok")) {
                show(other);
                assertTrue(!text.getPseudoClassStates().contains(alone), other);
            }
        });
    }

    @Test
    void aClickOnALinkFollowsItAndNoOtherDoes() {
        TestedScreen.onFx(() -> {
            show("see " + LINK + " there");
            click(1, 1);
            assertEquals(List.of(), done);
            click(6, 1);
            assertEquals(List.of(LINK), done);
            click(6, 2);
            assertEquals(1, done.stream().filter(LINK::equals).count(), "a double click selects");
            Bounds link = letter(6);
            mouse(MouseEvent.MOUSE_MOVED, link.getCenterX(), link.getCenterY(), 0);
            assertEquals(Cursor.HAND, text.getCursor());
            assertNull(text.linkAt(WIDTH - 1, HEIGHT - 1), "below the last line");
            mouse(MouseEvent.MOUSE_MOVED, 1, 1, 0);
            assertEquals(Cursor.TEXT, text.getCursor());
        });
    }

    @Test
    void draggingOverALinkSelectsAndFollowsNothing() {
        TestedScreen.onFx(() -> {
            show(LINK);
            mouse(MouseEvent.MOUSE_PRESSED, letter(0).getMinX() + 1, letter(0).getCenterY(), 1);
            mouse(MouseEvent.MOUSE_DRAGGED, letter(4).getMaxX(), letter(4).getCenterY(), 1);
            mouse(MouseEvent.MOUSE_CLICKED, letter(4).getMaxX(), letter(4).getCenterY(), 1);
            assertEquals(List.of("https"), done);
        });
    }

    @Test
    void allLettersHaveTheSizeOfTheZoom() {
        TestedScreen.onFx(() -> {
            show("see " + LINK + " there");
            for (int zoom : new int[]{100, 200}) {
                Appearance.dress(screen.scene(), zoom);
                screen.settle();
                assertEquals(List.of(Appearance.FONT_PX * zoom / 100), screen.all(Text.class)
                        .stream()
                        .map(run -> run.getFont().getSize())
                        .distinct()
                        .toList());
            }
        });
    }

    @Test
    void anotherMessageInTheSameCellHasNeitherSelectionNorLinks() {
        TestedScreen.onFx(() -> {
            show("see " + LINK);
            click(1, 2);
            show("another text");
            assertTrue(screen.all(Path.class).stream().allMatch(path -> path.getElements().isEmpty()));
            assertEquals(1, screen.all(Text.class).size());
            assertNull(text.linkAt(letter(6).getCenterX(), letter(6).getCenterY()));
        });
    }

    /// H49, with a link in it: the toolkit throws where it wraps such a text by itself.
    @Test
    void aLinkInTextFromTheRightIsFollowedAndSelectedAtEveryWidth() {
        TestedScreen.onFx(() -> {
            String hebrew = "שלום לכולם, הקבצים של יום שלישי נמצאים כאן " + LINK + " (גרסה 2.0), אפשר להוריד אותם";
            show(hebrew);
            for (int width = 60; width <= 600; width += 30) {
                screen.size(width, 400);
                done.clear();
                String drawn = String.join("", screen.all(Text.class).stream().map(Text::getText).toList());
                assertEquals(hebrew.replace(" ", ""), drawn.replaceAll("[ \n]", ""));
                int place = drawn.indexOf("https");
                click(place + 1, 1);
                assertEquals(List.of(LINK), done, "at " + width);
                click(drawn.indexOf("שלישי"), 2);
                assertEquals("שלישי", done.getLast(), "at " + width);
                assertTrue(text.prefHeight(width) > 0);
            }
        });
    }

    @Test
    void whatASearchFoundIsMarkedBelowTheLetters() {
        TestedScreen.onFx(() -> {
            SpannedText linked = MessageMarkup.of("an apple at " + LINK, false);
            text.show(linked.marked(SearchTerms.of("apple exam"), true));
            screen.settle();
            assertEquals(letter(3).getMinX(), present("message-hit-current").getBoundsInParent().getMinX(), 2);
            assertFalse(isMarked("message-hit"));
            text.show(linked.marked(SearchTerms.of("apple"), false));
            screen.settle();
            assertFalse(isMarked("message-hit-current"));
            assertTrue(isMarked("message-hit"));
            text.show(text.bare());
            screen.settle();
            assertFalse(isMarked("message-hit"));
            assertNotNull(text.linkAt(letter(20).getCenterX(), letter(20).getCenterY()), "the link stayed");
        });
    }

    /// A screen has some dozens of messages.
    @Test
    void aMessageHasNodesOnlyForWhatItShows() {
        TestedScreen.onFx(() -> {
            SpannedText plain = MessageMarkup.of("an apple", false);
            text.show(plain);
            screen.settle();
            assertEquals(List.of(), screen.all(Path.class));
            text.show(plain.marked(SearchTerms.of("apple"), true));
            text.select(0, 2);
            screen.settle();
            Path hit = present("message-hit-current");
            List<String> all = hit.getParent()
                    .getChildrenUnmodifiable()
                    .stream()
                    .map(each -> each instanceof Path ? each.getStyleClass().getFirst() : "letters")
                    .toList();
            assertEquals(List.of("message-hit-current", "message-selection", "letters"), all, "from the lowest up");
            assertNotNull(hit.getFill(), "the sheet's colour is there at once");
        });
    }

    private boolean isMarked(String style) {
        return screen.all(Path.class)
                .stream()
                .anyMatch(path -> path.getStyleClass().contains(style) && !path.getElements().isEmpty());
    }

    private Path present(String style) {
        return screen.all(Path.class)
                .stream()
                .filter(path -> path.getStyleClass().contains(style))
                .findFirst()
                .orElseThrow();
    }
}
