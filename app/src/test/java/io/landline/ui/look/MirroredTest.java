package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.MessageMarkup;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.kordamp.ikonli.feather.Feather;

/// What shows text and signs, in a window that is written from the right.
class MirroredTest {
    private static final double WIDTH = 300;
    private static final double HEIGHT = 200;
    private static final List<String> MESSAGES = List.of("Hello, world!", "Hello שלום!",
            "שלום, Bob! https://example.org", "مرحبا، Bob! \uD83D\uDC4D", "\uD83D\uDC4D one two",
            "- one\n- שתיים\n\n`code` **bold**");

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static TestedScreen screen(NodeOrientation direction, Node... nodes) {
        var box = new VBox(nodes);
        box.setNodeOrientation(direction);
        return new TestedScreen(box, WIDTH, HEIGHT);
    }

    @Test
    void aSentenceBelowAPictureIsSeenWhole() {
        TestedScreen.onFx(() -> {
            var label = new WrappingLabel("اختر محادثة من القائمة");
            label.setGraphic(new Icon(Feather.MESSAGE_CIRCLE));
            label.setContentDisplay(ContentDisplay.TOP);
            TestedScreen screen = screen(NodeOrientation.RIGHT_TO_LEFT, label);
            screen.settle();
            Text words = screen.all(Text.class)
                    .stream()
                    .filter(each -> !(each instanceof Icon))
                    .findFirst()
                    .orElseThrow();
            assertEquals("اختر محادثة من القائمة", words.getText());
            assertTrue(words.getBoundsInParent().getMaxY() <= label.getHeight(), words.getBoundsInParent()::toString);
        });
    }

    /// With two fonts in one line the toolkit puts signs on the wrong side of words (docs/adr/0058).
    @Test
    @EnabledOnOs(OS.LINUX)
    void allLettersOfAMirroredWindowAreOfOneFont() {
        TestedScreen.onFx(() -> {
            var label = new Label("Bob: مرحبا");
            TestedScreen screen = screen(NodeOrientation.INHERIT, label);
            for (boolean isMirrored : List.of(true, false)) {
                Appearance.mirror(screen.scene(), isMirrored);
                screen.settle();
                assertEquals(isMirrored ? Fonts.RIGHT_TO_LEFT : Fonts.TEXT, label.getFont().getFamily());
            }
        });
    }

    @Test
    void aSignThatPointsToASidePointsToTheOther() {
        TestedScreen.onFx(() -> {
            var back = new Icon(Feather.ARROW_LEFT);
            var down = new Icon(Feather.ARROW_DOWN);
            var box = new VBox(back, down);
            assertEquals(1, back.getScaleX());
            box.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            assertEquals(-1, back.getScaleX());
            assertEquals(1, down.getScaleX());
            back.show(Feather.X);
            down.show(Feather.CHEVRON_RIGHT);
            assertEquals(1, back.getScaleX());
            assertEquals(-1, down.getScaleX());
            box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            assertEquals(1, down.getScaleX());
        });
    }

    /// The toolkit clips what is higher than its label.
    @Test
    void theLastLineOfALabelIsNotCut() {
        TestedScreen.onFx(() -> {
            for (String text : List.of("مرحبا", "مرحبا بك في هذه الغرفة، وفي كل غرفة أخرى من هذا المكان كله",
                    "\uD83D\uDC4D one")) {
                var label = new WrappingLabel(text);
                screen(NodeOrientation.RIGHT_TO_LEFT, label);
                Node letters = label.lookup(".text");
                assertTrue(letters.getLayoutBounds().getHeight() <= label.getHeight(), text);
            }
        });
    }

    /// The toolkit tells places that are not those where it draws: what counts is that no letter is below the picture.
    @Test
    void aPictureOfAnEmojiLiesOnItsBlank() {
        for (NodeOrientation direction : List.of(NodeOrientation.LEFT_TO_RIGHT, NodeOrientation.RIGHT_TO_LEFT)) {
            for (String text : List.of("\uD83D\uDC4D one two", "one two \uD83D\uDC4D", "مرحبا، Bob! \uD83D\uDC4D",
                    "مشغول: one \uD83D\uDC4D two")) {
                TestedScreen.onFx(() -> {
                    for (Region each : List.of(new EmojiLabel(text), new WrappingLabel(text), new WrappingText(text))) {
                        TestedScreen screen = screen(direction, each);
                        ImageView picture = screen.all(ImageView.class).getFirst();
                        Bounds seen = picture.localToScene(picture.getLayoutBounds());
                        picture.setVisible(false);
                        Image image = screen.scene().getRoot().snapshot(null, null);
                        for (int x = (int) seen.getMinX() + 1; x < seen.getMaxX() - 1; x++) {
                            assertFalse(isDark(image, x), each.getClass() + " " + direction + text + " at " + x);
                        }
                    }
                });
            }
        }
    }

    @Test
    void aSentenceOfSeveralWordsBeginsAtTheRightEdge() {
        TestedScreen.onFx(() -> {
            for (String text : List.of("مرحبا Bob", "Bob")) {
                var sentence = new WrappingText(text);
                TestedScreen screen = screen(NodeOrientation.RIGHT_TO_LEFT, sentence);
                Image image = screen.scene().getRoot().snapshot(null, null);
                int right = 0;
                for (int x = 0; x < image.getWidth(); x++) if (isDark(image, x)) right = x;
                assertEquals(WIDTH, right, 4, text);
            }
        });
    }

    @Test
    void theDotsOfACutNameStandAtItsEnd() {
        TestedScreen.onFx(() -> {
            for (String name : List.of("a-long-name-of-a-file-that-does-not-fit-anywhere.txt",
                    "اسم طويل جدا لملف لا يتسع له هذا السطر القصير أبدا مهما كان")) {
                var label = new EmojiLabel("\u200E" + name + "\u200E");
                label.setMaxWidth(120);
                TestedScreen screen = screen(NodeOrientation.RIGHT_TO_LEFT, label);
                screen.settle();
                Text painted = screen.all(Text.class).getFirst();
                int dots = painted.getText().indexOf("...");
                assertTrue(dots > 0, painted.getText());
                double first = EmojiLayer.bounds(painted.rangeShape(1, 2)).getCenterX();
                double dot = EmojiLayer.bounds(painted.rangeShape(dots, dots + 1)).getCenterX();
                // places are counted from the right in such a window
                assertEquals(name.startsWith("a"), dot < first, painted.getText() + ": " + first + " and " + dot);
            }
        });
    }

    @Test
    void theDotsOfACutNameStandAtItsEndInAUsualWindowToo() {
        TestedScreen.onFx(() -> {
            for (String name : List.of("Long-name-of-a-file-that-does-not-fit-anywhere.txt", "Max و Zoë و Ada و Bob و",
                    "اسم طويل جدا لملف لا يتسع له هذا السطر القصير أبدا مهما كان")) {
                var label = new EmojiLabel("\u200E" + name + "\u200E");
                label.setMaxWidth(120);
                TestedScreen screen = screen(NodeOrientation.LEFT_TO_RIGHT, label);
                screen.settle();
                Image image = label.snapshot(null, null);
                assertEquals(name.matches("[LM].*"), !isDotAt(image, true), name + " at the left");
                assertEquals(name.matches("[LM].*"), isDotAt(image, false), name + " at the right");
                label.setText("a");
                screen.settle();
                assertEquals(NodeOrientation.INHERIT, screen.all(Text.class).getFirst().getNodeOrientation());
            }
        });
    }

    /// Whether what is seen first from this edge is as low as a dot.
    private static boolean isDotAt(Image image, boolean left) {
        int width = (int) image.getWidth();
        for (int i = 0; i < 6; i++) {
            int x = left ? i : width - 1 - i;
            for (int y = 0; y < image.getHeight() * 0.6; y++) {
                if (image.getPixelReader().getColor(x, y).getBrightness() < 0.8) return false;
            }
        }
        return true;
    }

    @Test
    void whatOpensOverAMirroredWindowIsMirroredToo() {
        TestedScreen.onFx(() -> {
            var owner = new VBox();
            var stage = new Stage();
            stage.setScene(new Scene(owner, WIDTH, HEIGHT));
            stage.show();
            for (boolean isMirrored : new boolean[]{true, false}) {
                Appearance.mirror(stage.getScene(), isMirrored);
                assertEquals(isMirrored, Appearance.isMirrored(owner));
                var menu = new ContextMenu(new MenuItem("one"));
                var tooltip = new Tooltip("two");
                for (PopupWindow each : List.of(menu, tooltip)) {
                    each.show(stage);
                    assertEquals(isMirrored, Appearance.isMirrored(each.getScene().getRoot()));
                    each.hide();
                }
            }
            stage.close();
        });
    }

    @Test
    void theListOfAChoiceStandsBelowItsRightEdge() {
        TestedScreen.onFx(() -> {
            var choice = new ChoiceBox<String>();
            choice.getItems().addAll("one", "a longer one", "three");
            choice.setValue("three");
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(choice), WIDTH, HEIGHT));
            stage.getScene().setUserAgentStylesheet(Appearance.styleSheet(false));
            Appearance.dress(stage.getScene(), 100);
            stage.setX(WIDTH);
            stage.show();
            Appearance.mirror(stage.getScene(), true);
            Appearance.mirror(stage.getScene(), true); // as after the choice of another such language
            stage.getScene().getRoot().layout();
            for (int i = 0; i < 2; i++) {
                choice.show();
                Node list = Window.getWindows()
                        .stream()
                        .filter(each -> each instanceof ContextMenu menu && choice.equals(menu.getOwnerNode()))
                        .map(each -> each.getScene().getRoot().lookup(".context-menu"))
                        .findFirst()
                        .orElseThrow();
                double edge = list.localToScreen(list.getLayoutBounds()).getMaxX();
                assertEquals(choice.localToScreen(choice.getLayoutBounds()).getMaxX(), edge, 1);
                choice.hide();
            }
            stage.close();
        });
    }

    /// As the words of a room key, or a file's name and its extension.
    @Test
    void whatKeepsItsOrderStandsAtTheRightAndBeginsAtTheLeft() {
        TestedScreen.onFx(() -> {
            for (NodeOrientation direction : List.of(NodeOrientation.LEFT_TO_RIGHT, NodeOrientation.RIGHT_TO_LEFT)) {
                var first = new Label("report");
                var second = new Label(".pdf");
                var row = new HBox(first, second);
                Appearance.keepOrder(row, row.alignmentProperty());
                screen(direction, row);
                Bounds before = first.localToScene(first.getLayoutBounds());
                Bounds behind = second.localToScene(second.getLayoutBounds());
                assertEquals(before.getMaxX(), behind.getMinX(), 1, direction.name());
                double edge = direction == NodeOrientation.RIGHT_TO_LEFT ? behind.getMaxX() - WIDTH : before.getMinX();
                assertEquals(0, edge, 1, direction.name());
            }
        });
    }

    /// Its own letters say where it begins, not the language of who reads it.
    @Test
    void aMessageLooksTheSameInAMirroredWindow() {
        for (String each : MESSAGES) {
            TestedScreen.onFx(() -> {
                Image usual = drawn(each, NodeOrientation.LEFT_TO_RIGHT);
                Image mirrored = drawn(each, NodeOrientation.RIGHT_TO_LEFT);
                assertFalse(dark(usual).isEmpty(), each);
                assertEquals(dark(usual), dark(mirrored), each);
            });
        }
    }

    private static Image drawn(String text, NodeOrientation direction) {
        var message = new MessageText();
        message.setManaged(false);
        message.show(MessageMarkup.of(text, false));
        var pane = new Pane(message);
        pane.setNodeOrientation(direction);
        var screen = new TestedScreen(pane, WIDTH, HEIGHT);
        message.resizeRelocate(0, 0, WIDTH, HEIGHT);
        screen.settle();
        return screen.scene().getRoot().snapshot(null, null);
    }

    private static boolean isDark(Image image, int x) {
        for (int y = 0; y < image.getHeight(); y++) {
            if (image.getPixelReader().getColor(x, y).getBrightness() < 0.5) return true;
        }
        return false;
    }

    /// Where something is drawn.
    private static String dark(Image image) {
        var places = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).getBrightness() < 0.5) places.append(x).append(',').append(y);
            }
        }
        return places.toString();
    }
}
