package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is typed is shown by pictures too, and stays what was typed.
class TypedEmojiTest {
    private static final String WAVING = "\uD83D\uDC4B\uD83C\uDFFD";

    private TextArea field;
    private TypedEmoji pictures;
    private Stage stage;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        TestedScreen.onFx(() -> {
            field = new TextArea();
            field.setWrapText(true);
            pictures = new TypedEmoji(field);
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(field, pictures), 300, 120));
            Appearance.dress(stage.getScene(), 100);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(stage::close);
    }

    /// After the pulse that lays the text out.
    private List<Node> shownFor(String text) throws InterruptedException {
        var painted = new CountDownLatch(1);
        TestedScreen.onFx(() -> {
            field.setText(text);
            stage.getScene().addPostLayoutPulseListener(painted::countDown);
            Platform.requestNextPulse();
        });
        assertTrue(painted.await(Patience.SECONDS, TimeUnit.SECONDS));
        return TestedScreen.onFx(() -> List.copyOf(pictures.getChildren()));
    }

    @Test
    void eachEmojiIsCoveredByItsPicture() throws InterruptedException {
        List<Node> shown = shownFor("hello " + WAVING + " and " + WAVING + "!");
        assertEquals(2, shown.size());
        double first = shown.getFirst().getLayoutX();
        double second = shown.getLast().getLayoutX();
        assertTrue(first > 30 && second > first + 30, first + ", " + second);
        assertEquals("hello " + WAVING + " and " + WAVING + "!", field.getText());
    }

    @Test
    void theyGoWithTheText() throws InterruptedException {
        assertEquals(1, shownFor(WAVING).size());
        assertEquals(0, shownFor("plain").size());
        assertEquals(0, shownFor("").size());
    }

    @Test
    void inAMirroredWindowAPictureLiesOnItsEmojiToo() throws InterruptedException {
        TestedScreen.onFx(() -> Appearance.mirror(stage.getScene(), true));
        Node shown = shownFor("hello " + WAVING + " and").getFirst();
        TestedScreen.onFx(() -> {
            Bounds place = shown.localToScene(shown.getLayoutBounds());
            pictures.setVisible(false);
            Image image = stage.getScene().snapshot(null);
            int y = (int) place.getCenterY();
            for (int x = 1; x <= 3; x++) { // the blanks before and behind it
                assertTrue(isBlank(image, (int) place.getMinX() - x, y), place::toString);
                assertTrue(isBlank(image, (int) place.getMaxX() + x, y), place::toString);
            }
        });
    }

    private static boolean isBlank(Image image, int x, int y) {
        for (int row = y - 5; row < y + 5; row++) {
            if (image.getPixelReader().getColor(x, row).getBrightness() < 0.5) return false;
        }
        return true;
    }

    /// The toolkit does not tell where the letters of such a text are.
    @Test
    void noLettersAreCoveredWhereEmojiAreJoined() throws InterruptedException {
        assertEquals(0, shownFor("me and \uD83D\uDC69\u200D\uD83D\uDCBB, " + WAVING).size());
    }

    /// The same: it draws the parts of such a run in the order in which they are typed, from the left.
    @Test
    void noLettersAreCoveredWhereSomeRunFromTheRight() throws InterruptedException {
        assertEquals(0, shownFor("مرحبا " + WAVING + " كيف").size());
        assertEquals(1, shownFor("hello " + WAVING).size());
    }
}
