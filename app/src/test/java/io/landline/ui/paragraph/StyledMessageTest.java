package io.landline.ui.paragraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.look.Fonts;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.MessageMarkup.Person;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.util.HashSet;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class StyledMessageTest extends MessageScreen {
    private static final double HEIGHT = 400;

    StyledMessageTest() { super(HEIGHT); }

    private static SpannedText read(String message) {
        return MessageMarkup.of(PeerText.block(message), false);
    }

    private void show(SpannedText message) {
        text.show(message);
        screen.settle();
    }

    private Text run(String letters) {
        return screen.all(Text.class).stream().filter(each -> each.getText().equals(letters)).findFirst().orElseThrow();
    }

    private Bounds onScreen(Node node) {
        return text.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private void drag(String from, String to) {
        Bounds start = onScreen(run(from));
        Bounds end = onScreen(run(to));
        mouse(MouseEvent.MOUSE_PRESSED, start.getMinX() + 1, start.getCenterY(), 1);
        mouse(MouseEvent.MOUSE_DRAGGED, end.getMaxX(), end.getCenterY(), 1);
    }

    @Test
    void stylesHaveTheirFontsAndTheSizeOfTheZoom() {
        TestedScreen.onFx(() -> {
            show(read("plain **bold** *italic* `code`"));
            for (int zoom : new int[]{100, 200}) {
                Appearance.dress(screen.scene(), zoom);
                screen.settle();
                assertEquals(Appearance.FONT_PX * zoom / 100, run("plain ").getFont().getSize());
                assertTrue(run("bold").getFont().getStyle().contains("Bold"));
                assertTrue(run("italic").getFont().getStyle().contains("Italic"), run("italic").getFont().toString());
                assertEquals(Fonts.MONO, run("code").getFont().getFamily());
                assertEquals(0.92 * Appearance.FONT_PX * zoom / 100, run("code").getFont().getSize(), 0.1);
            }
            show(read("plain"));
            assertEquals(1, screen.all(Text.class).size());
        });
    }

    @Test
    void aBlockOfCodeIsCopiedByItsButton() {
        TestedScreen.onFx(() -> {
            show(read("see\n```\na = 1\n  b\n```\nthere"));
            screen.all(Button.class).getFirst().fire();
            assertEquals(List.of("a = 1\n  b"), done);
            Bounds code = onScreen(run("a = 1\n  b"));
            assertTrue(onScreen(run("see")).getMaxY() < code.getMinY(), "below what stands before it");
            assertTrue(onScreen(run("there")).getMinY() > code.getMaxY(), "above what stands behind it");
            assertTrue(code.getMinX() > onScreen(run("see")).getMinX(), "in a box");
            show(read("no code"));
            assertEquals(List.of(), screen.all(Button.class));
        });
    }

    @Test
    void codeHasTheColoursOfItsLanguageInEachTheme() {
        TestedScreen.onFx(() -> {
            show(read("```java\nint a = 1; // \"b\"\nString c = \"d\";\n```"));
            for (boolean dark : new boolean[]{false, true}) {
                screen.scene().setUserAgentStylesheet(Appearance.styleSheet(dark));
                screen.settle();
                var colours = new HashSet<Paint>();
                for (String letters : List.of("int", " a = ", "1", "// \"b\"", "\"d\"")) {
                    assertTrue(colours.add(run(letters).getFill()), letters);
                    assertEquals(Fonts.MONO, run(letters).getFont().getFamily());
                }
                double brightness = ((Color) run("int").getFill()).getBrightness();
                assertTrue(dark == brightness > 0.8, "on a dark ground it is light: " + run("int").getFill());
            }
            show(read("```\nint a = 1;\n```"));
            assertEquals("int a = 1;", run("int a = 1;").getText());
        });
    }

    @Test
    void codeWithColoursIsAsLargeAsWithoutAndIsCopiedSelectedAndFound() {
        TestedScreen.onFx(() -> {
            String code = "/* שלום \uD83D\uDC4D */\tint a = \"1\"; // " + "x ".repeat(60)
                    + "\n\tif (a > 0x1F) return 1;";
            for (String each : List.of(code, code.substring(code.indexOf("int")))) {
                show(read("see\n```\n" + each + "\n```"));
                double wide = text.prefWidth(-1);
                double high = text.prefHeight(WIDTH);
                show(read("see\n```java\n" + each + "\n```"));
                assertEquals(wide, text.prefWidth(-1), 0.5);
                assertEquals(high, text.prefHeight(WIDTH), 0.5);
                screen.all(Button.class).getFirst().fire();
                assertEquals(each, done.getLast());
            }
            drag("see", "return");
            assertTrue(done.getLast().endsWith("(a > 0x1F) return"), done::getLast);
            show(text.bare().marked(SearchTerms.of("int"), true));
            Path hit = screen.all(Path.class)
                    .stream()
                    .filter(each -> each.getStyleClass().contains("message-hit-current"))
                    .filter(each -> !each.getElements().isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertEquals(onScreen(run("int")).getMinX(), onScreen(hit).getMinX(), 2);
            assertEquals(onScreen(run("int")).getMaxX(), onScreen(hit).getMaxX(), 2);
        });
    }

    @Test
    void aTabOfCodeIsAsWideAsFourBlanks() {
        TestedScreen.onFx(() -> {
            for (String before : List.of("", "see **this**\n")) {
                show(read(before + "```\n" + "    ".repeat(6) + "x\n```"));
                double wide = text.prefWidth(-1);
                double high = text.prefHeight(WIDTH);
                double drawn = onScreen(run("    ".repeat(6) + "x")).getWidth();
                show(read(before + "```\n" + "\t".repeat(6) + "x\n```"));
                assertEquals(drawn, onScreen(run("\t".repeat(6) + "x")).getWidth(), 0.5);
                assertEquals(wide, text.prefWidth(-1), 0.5);
                assertEquals(high, text.prefHeight(WIDTH), "it has as much room");
            }
        });
    }

    /// As a list does with a row that it has just made.
    @Test
    void codeThatWasMeasuredBeforeTheSheetCameIsMeasuredAgain() {
        TestedScreen.onFx(() -> {
            var fresh = new MessageText();
            fresh.show(read("see\n```\nvalue = iiiiiiiiii\n```"));
            double unstyled = fresh.prefWidth(-1);
            new TestedScreen(fresh, WIDTH, HEIGHT);
            var other = new MessageText();
            new TestedScreen(other, WIDTH, HEIGHT).settle();
            other.show(read("see\n```\nvalue = iiiiiiiiii\n```"));
            assertEquals(other.prefWidth(-1), fresh.prefWidth(-1), "not " + unstyled);
        });
    }

    @Test
    void aLongLineOfCodeDoesNotWrapAndMovesSideways() {
        TestedScreen.onFx(() -> {
            String line = "value = " + "a + ".repeat(60) + "1";
            show(read("see\n```\n" + line + "\nshort\n```\nthere"));
            double oneLine = onScreen(run("there")).getHeight();
            ScrollBar bar = screen.all(ScrollBar.class).getFirst();
            assertTrue(bar.isVisible());
            Bounds code = onScreen(run(line + "\nshort"));
            assertTrue(code.getHeight() < 3 * oneLine, "two lines: " + code);
            assertTrue(code.getWidth() > text.getWidth());
            assertTrue(onScreen(run("there")).getMinY() >= code.getMaxY(), "below the bar");
            text.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, code.getMinX() + 5, code.getMinY() + 5, 0, 0, false,
                    false, false, false, false, false, -40, 0, -40, 0, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            screen.settle();
            assertEquals(code.getMinX() - 40, onScreen(run(line + "\nshort")).getMinX(), 0.5);
            show(read("```\nshort\n```"));
            assertTrue(screen.all(ScrollBar.class).stream().noneMatch(ScrollBar::isVisible));
        });
    }

    @Test
    void noLetterOfCodeIsBelowTheButtonThatCopiesIt() {
        TestedScreen.onFx(() -> {
            for (int letters = 1; letters < 80; letters++) {
                String line = "m".repeat(letters);
                show(read("```\n" + line + "\nb\n```"));
                Node code = run(line + "\nb").getParent();
                while (code.getParent() != text) code = code.getParent();
                double seen = onScreen(run(line + "\nb")).getMaxX();
                if (code.getClip() != null) {
                    seen = Math.min(seen, text.sceneToLocal(code.localToScene(code.getClip().getLayoutBounds()))
                            .getMaxX());
                }
                assertTrue(seen <= onScreen(screen.all(Button.class).getFirst()).getMinX(), letters + " letters");
            }
        });
    }

    @Test
    void theWordsOfAnItemStandBesideItsSignAndWrapThere() {
        TestedScreen.onFx(() -> {
            String words = "many words ".repeat(10).strip();
            show(read("- " + words + "\n10. more\n  - below"));
            Bounds item = onScreen(run(words));
            Bounds sign = onScreen(run("• "));
            assertEquals(sign.getMinY(), item.getMinY(), 1);
            assertTrue(item.getMinX() > sign.getMinX() + 5);
            assertTrue(item.getHeight() > 2 * sign.getHeight(), "it wraps");
            assertEquals(item.getMinX(), onScreen(run("more")).getMinX(), 1);
            assertTrue(onScreen(run("below")).getMinX() > onScreen(run("more")).getMinX() + 5);
        });
    }

    @Test
    void theSignOfAnItemFromTheRightStandsAtItsRight() {
        TestedScreen.onFx(() -> {
            show(read("- שלום לכולם"));
            assertTrue(onScreen(run("• ")).getMinX() > onScreen(run("שלום לכולם")).getMaxX() - 1);
            assertTrue(onScreen(run("• ")).getMinX() < WIDTH - 1);
        });
    }

    @Test
    void lettersAreSelectedOverStylesAndBlocks() {
        TestedScreen.onFx(() -> {
            show(read("some **bold** letters\n- an item\n```\ncode\n```\nend"));
            drag("bold", "bold");
            assertEquals("bold", done.getLast());
            drag("bold", "an item");
            assertEquals("bold letters\n• an item", done.getLast());
            drag("code", "end");
            assertEquals("code\nend", done.getLast());
            Bounds item = onScreen(run("an item"));
            mouse(MouseEvent.MOUSE_PRESSED, item.getMaxX() - 3, item.getCenterY(), 2);
            assertEquals("item", done.getLast());
            mouse(MouseEvent.MOUSE_PRESSED, item.getMaxX() - 3, item.getCenterY(), 3);
            assertEquals("some bold letters\n• an item\ncode\nend", done.getLast());
        });
    }

    @Test
    void whatASearchFoundIsMarkedInStylesAndBlocks() {
        TestedScreen.onFx(() -> {
            SpannedText read = read("a **bold apple**\n```\napple\n```\n- apple");
            show(read.marked(SearchTerms.of("apple"), true));
            List<Path> marked = screen.all(Path.class)
                    .stream()
                    .filter(each -> each.getStyleClass().contains("message-hit-current"))
                    .filter(each -> !each.getElements().isEmpty())
                    .toList();
            assertEquals(3, marked.size());
            assertEquals(onScreen(run("bold apple")).getMaxX(), onScreen(marked.getFirst()).getMaxX(), 2);
            assertTrue(onScreen(marked.get(1)).getMinY() > onScreen(marked.getFirst()).getMaxY());
            assertEquals(read, text.bare());
        });
    }

    @Test
    void aLinkInABlockIsFollowed() {
        TestedScreen.onFx(() -> {
            show(read("list:\n- **bold** http://a.example/x"));
            Bounds link = onScreen(run("http://a.example/x"));
            assertNotNull(text.linkAt(link.getCenterX(), link.getCenterY()));
            mouse(MouseEvent.MOUSE_PRESSED, link.getCenterX(), link.getCenterY(), 1);
            mouse(MouseEvent.MOUSE_CLICKED, link.getCenterX(), link.getCenterY(), 1);
            assertEquals("http://a.example/x", done.getLast());
        });
    }

    @Test
    void calledNamesAreMarkedAndTheOwnHasAGround() {
        TestedScreen.onFx(() -> {
            List<Person> people = List.of(new Person("Bob", false), new Person("Ada", true));
            show(MessageMarkup.of("@Bob and @Ada", false, people));
            assertTrue(run("@Bob").getStyleClass().contains("message-called"));
            Path ground = screen.all(Path.class)
                    .stream()
                    .filter(each -> each.getStyleClass().contains("message-called-ground"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(onScreen(run("@Ada")).getMinX(), onScreen(ground).getMinX(), 2);
            show(read("@Bob and @Ada"));
            assertTrue(ground.getElements().isEmpty());
        });
    }

    /// The toolkit throws where it wraps such a text by itself; what is measured has to be what is drawn.
    @Test
    void styledTextOfAnyLanguageWrapsAtEveryWidth() {
        List<String> messages = List.of("שלום **לכולם, הקבצים של** יום `code של` שלישי *נמצאים* כאן",
                "- שלום לכולם, הקבצים של יום שלישי\n- **hello** שלום", "```\nשלום = 1; // קוד ארוך מאוד כאן\n```",
                "**bold \uD83D\uDC4D bold** and `code \uD83D\uDC4D` and many more words *to be wrapped here*",
                "**many bold words** and *many italic words* and `much code` until it wraps a few times");
        TestedScreen.onFx(() -> {
            for (String message : messages) {
                SpannedText read = read(message);
                show(read);
                for (int width = 60; width <= 500; width += 20) {
                    screen.size(width, HEIGHT);
                    double drawn = 0;
                    for (TextFlow flow : screen.all(TextFlow.class)) {
                        drawn = Math.max(drawn, onScreen(flow).getMinY() + flow.prefHeight(flow.getWidth()));
                    }
                    for (ScrollBar bar : screen.all(ScrollBar.class)) {
                        if (bar.isVisible()) drawn = Math.max(drawn, onScreen(bar).getMaxY());
                    }
                    double measured = text.prefHeight(width);
                    assertTrue(Math.abs(measured - drawn) < 16,
                            message + " at " + width + ": " + measured + " " + drawn);
                    String all = String.join("", screen.all(Text.class).stream().map(Text::getText).toList());
                    all = all.replace("copy", "");
                    String expected = read.text().replaceAll("[\\s\u2007]", "").replace("\uD83D\uDC4D", "");
                    assertEquals(expected, all.replaceAll("[\\s\u2007]", ""));
                }
            }
        });
    }

    /// Whatever is written, a message is a bounded number of nodes.
    @Test
    void aMessageOfMoreStylesAndBlocksThanTheMostHasABoundedNumberOfNodes() {
        TestedScreen.onFx(() -> {
            // of each block its sign, its first letters, and one sample of each of three fonts
            int most = 2 * MessageMarkup.STYLES_MAX + 5 * MessageMarkup.BLOCKS_MAX + 10;
            show(read("- **a** `b` *c*\n".repeat(1_000)));
            assertTrue(screen.all(Text.class).size() < most, "runs: " + screen.all(Text.class).size());
            show(read("**a** `b` ".repeat(1_600)));
            assertTrue(screen.all(Text.class).size() < most, "runs: " + screen.all(Text.class).size());
            show(read("```\na\n```\n".repeat(1_000)));
            assertEquals(MessageMarkup.BLOCKS_MAX, screen.all(Button.class).size());
            show(read("`\u05d0` ".repeat(1_000)));
            assertTrue(screen.all(Text.class).size() < most, "runs: " + screen.all(Text.class).size());
            int coloured = most + 2 * MessageMarkup.COLOURS_MAX;
            show(read("```c\n1if\"\"\n```\n".repeat(1_000)));
            assertTrue(screen.all(Text.class).size() < coloured, "runs: " + screen.all(Text.class).size());
            show(read("```c\n" + "1 \"\" ".repeat(3_000)));
            assertTrue(screen.all(Text.class).size() < coloured, "runs: " + screen.all(Text.class).size());
        });
    }

    @Test
    void anotherMessageInTheSameCellHasNothingOfTheFirst() {
        TestedScreen.onFx(() -> {
            show(read("- a\n- **b**\n```\nc\n```\n`d` @Ada \uD83D\uDC4D"));
            show(SpannedText.plain("another text"));
            assertEquals(1, screen.all(Text.class).size());
            assertTrue(screen.all(Path.class).stream().allMatch(path -> path.getElements().isEmpty()));
            assertTrue(text.isOneLine());
            show(read("- a"));
            assertFalse(text.isOneLine());
        });
    }
}
