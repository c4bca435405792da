package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class CreatedSlideTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private Scene scene;

    @Override
    public void start(Stage stage) {
        var page = new WelcomePage(window.context(node), () -> {}, false, new RoomDraft());
        scene = new Scene(page.view(), 1000, 800);
        stage.setScene(scene);
        stage.show();
        page.shown();
    }

    private void create() {
        write("7 b").type(KeyCode.ENTER);
    }

    @Test
    void theCodeOnAScreenshotIsTheLink() throws Exception {
        create();
        assertEquals("landline:join?room=7%20b&words=amber-fox-piano-river", read());
    }

    private String read() throws NotFoundException {
        var taken = new WritableImage[1];
        interact(() -> taken[0] = scene.snapshot(null));
        int width = (int) taken[0].getWidth();
        int height = (int) taken[0].getHeight();
        int[] pixels = new int[width * height];
        taken[0].getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeMultiReader().decodeMultiple(bitmap)[0].getText();
    }

    @Test
    void theWordsStandInOneLineAcrossTheWindow() {
        create();
        Bounds words = lookup("#created-words").query().lookup(".welcome-slide-text").getBoundsInParent();
        double place = lookup("#created-words").query().getLayoutBounds().getWidth();
        assertTrue(words.getWidth() > 0.9 * place && words.getWidth() <= place, words + " in " + place);
    }

    @Test
    void thoseWhoJoinAreNamedAsTheyJoin() {
        create();
        var ada = Fingerprint.parse("aa".repeat(32));
        interact(() -> {
            node.tell(new NodeEvent.Joined(ada, "Ada", "#7 b"));
            node.tell(new NodeEvent.Joined(ada, "Ada", "#7 b"));
            node.tell(new NodeEvent.Joined(Fingerprint.parse("bb".repeat(32)), "Ben", "#other"));
        });
        assertEquals("1 person has joined", lookup("#arrivals-count").queryLabeled().getText());
    }
}
