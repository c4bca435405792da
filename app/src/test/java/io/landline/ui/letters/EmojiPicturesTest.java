package io.landline.ui.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.SpannedText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelReader;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Emoji are pictures wherever the window shows what people write.
class EmojiPicturesTest {
    private static final String WAVING = "\uD83D\uDC4B\uD83C\uDFFD";
    private static final String FRANCE = "\uD83C\uDDEB\uD83C\uDDF7";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// None is empty.
    @Test
    void everyEmojiThatIsOfferedHasAPicture() {
        TestedScreen.onFx(() -> {
            int pictures = Emoji.offered().size();
            assertTrue(pictures > 1_900);
            for (Emoji.Offered each : Emoji.offered()) {
                var view = new ImageView();
                EmojiPictures.show(view, each.picture(), EmojiPictures.SOURCE_PX / 4.0, 1);
                assertTrue(painted(view) > 3, each.characters() + " is empty");
            }
        });
    }

    private static int painted(ImageView view) {
        Image picture = view.getImage();
        PixelReader pixels = picture.getPixelReader();
        int painted = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) if (pixels.getArgb(x, y) >>> 24 > 100) painted++;
        }
        return painted;
    }

    private static List<ImageView> pictures(TestedScreen screen) {
        return screen.all(ImageView.class).stream().filter(each -> each.getImage() != null).toList();
    }

    /// On its blank, inside of what shows it, at every width.
    private static void assertPictures(TestedScreen screen, int count) {
        List<ImageView> views = pictures(screen);
        assertEquals(count, views.size());
        var places = new ArrayList<Bounds>();
        for (ImageView view : views) {
            Bounds place = view.localToScene(view.getLayoutBounds());
            assertTrue(place.getWidth() >= 10 && place.getMinX() >= -1, "" + place);
            assertTrue(places.stream().noneMatch(each -> overlap(each, place)), "over each other: " + place);
            places.add(place);
        }
        for (Text text : screen.all(Text.class)) assertTrue(Emoji.in(text.getText()).isEmpty(), text.getText());
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() + 1 < other.getMaxX() && other.getMinX() + 1 < one.getMaxX()
                && one.getMinY() + 1 < other.getMaxY() && other.getMinY() + 1 < one.getMaxY();
    }

    @Test
    void messagesSentencesAndNamesShowThemAtEveryWidth() {
        String said = "hello " + WAVING + " from " + FRANCE + FRANCE + ", all of you " + WAVING + "!";
        TestedScreen.onFx(() -> {
            var message = new MessageText();
            message.show(SpannedText.plain(said));
            for (var region : List.of(message, new WrappingText(said), new WrappingLabel(said))) {
                var screen = new TestedScreen(region, 600, 300);
                double before = 0;
                for (int width = 600; width >= 60; width -= 90) {
                    screen.size(width, 300);
                    assertPictures(screen, 4);
                    assertTrue(region.prefHeight(width) >= before, "less room, and less height");
                    before = region.prefHeight(width);
                }
            }
        });
    }

    @Test
    void aNameInOneLineShowsThoseThatFit() {
        TestedScreen.onFx(() -> {
            var name = new EmojiLabel("Zoë " + WAVING + " of " + FRANCE);
            var screen = new TestedScreen(name, 300, 40);
            assertPictures(screen, 2);
            assertEquals("Zoë " + WAVING + " of " + FRANCE, name.getAccessibleText(), "is read as it was written");
            screen.size(75, 40);
            assertPictures(screen, 1);
            name.setText("Zoë");
            screen.settle();
            assertPictures(screen, 0);
            assertEquals("Zoë", name.getText());
        });
    }

    @Test
    void aTextFromTheRightShowsThem() {
        TestedScreen.onFx(() -> {
            var message = new MessageText();
            message.show(SpannedText.plain("שלום " + WAVING + " לכולם"));
            assertPictures(new TestedScreen(message, 200, 100), 1);
        });
    }

    @Test
    void whatIsDrawnAndWhatIsSaidAreTheSamePlaces() {
        String said = "a" + WAVING + "b" + FRANCE;
        DrawnText drawn = DrawnText.of(said, Emoji.in(said));
        int blank = DrawnText.BLANK.length();
        assertEquals(2 + 2 * blank, drawn.text().length());
        for (int place : List.of(0, 1, 1 + WAVING.length(), 2 + WAVING.length(), said.length())) {
            assertEquals(place, drawn.between(drawn.toDrawn(place)));
        }
        assertEquals(1 + blank, drawn.toDrawn(1 + 1), "nothing is between the halves of an emoji");
        assertEquals(1, drawn.letter(1 + blank - 1));
    }
}
