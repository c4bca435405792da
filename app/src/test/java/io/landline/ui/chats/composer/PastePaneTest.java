package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.testing.Patience;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// What is taken from the clipboard, what is decided about it, and what gives way in a low window.
class PastePaneTest {
    private static final int HIGH = 600;

    @TempDir
    private Path folder;

    private final PasteScreen paste = new PasteScreen();
    private final PasteViewModel model = paste.model;
    private final PastePane pane = paste.pane;
    private final TestedScreen screen = paste.screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @AfterEach
    void close() {
        paste.close();
    }

    private boolean take(Map<DataFormat, Object> content) {
        return TestedScreen.onFx(() -> {
            var given = new ClipboardContent();
            given.putAll(content);
            Clipboard.getSystemClipboard().setContent(given);
            return new Pasting(model).take(Clipboard.getSystemClipboard());
        });
    }

    private static WritableImage image(int width, int height, int... argb) {
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    @Test
    void filesAreTakenAndNotTheirNamesAsText() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        assertTrue(take(Map.of(DataFormat.FILES, List.of(file.toFile()), DataFormat.PLAIN_TEXT, file.toString())));
        assertEquals(List.of(new Pasted.PastedFile(file)), model.pasted().get());
    }

    /// Office programs put a picture of a text beside it.
    @Test
    void textIsLeftToWhatOneWritesAlsoWhereAPictureIsBesideIt() {
        assertFalse(take(Map.of(DataFormat.PLAIN_TEXT, "words", DataFormat.IMAGE, image(1, 1, 0xff000000))));
        assertFalse(take(Map.of(DataFormat.PLAIN_TEXT, "words")));
        assertFalse(take(Map.of(DataFormat.FILES, List.of(), DataFormat.PLAIN_TEXT, "words")));
        assertFalse(take(Map.of()));
        assertTrue(model.isEmpty());
    }

    @Test
    void whatShinesThroughAPictureIsWhite() {
        assertTrue(take(Map.of(DataFormat.IMAGE, image(3, 1, 0xff123456, 0x00000000, 0x80000000))));
        var picture = assertInstanceOf(Pasted.Picture.class, model.pasted().get().getFirst());
        assertEquals(new PictureSize(3, 1), picture.size());
        assertArrayEquals(new int[]{0xff123456, 0xffffffff, 0xff7f7f7f}, picture.argb());
    }

    @Test
    void bothAnswersGiveTheKeyboardBackAndOnlyOneOffers() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "a");
        TestedScreen.onFx(() -> model.files(List.of(file)));
        assertTrue(TestedScreen.onFx(() -> pane.asksToOffer((Button) pane.lookup("#paste-offer"))));
        assertFalse(TestedScreen.onFx(() -> pane.asksToOffer((Button) pane.lookup("#paste-discard"))));
        paste.press("paste-discard");
        assertEquals(List.of(), paste.sent);
        TestedScreen.onFx(() -> model.files(List.of(file)));
        paste.press("paste-offer");
        assertEquals(List.of("#class"), paste.sent);
        assertEquals(List.of("done", "done"), paste.done);
        assertFalse(TestedScreen.onFx(() -> pane.isVisible()));
    }

    private interface Steps {
        void take(Stage stage) throws Exception;
    }

    /// In a window that has the keyboard.
    private void inAWindow(Steps steps) throws Exception {
        Stage stage = TestedScreen.onFx(() -> {
            var opened = new Stage();
            opened.setScene(screen.scene());
            opened.setWidth(PasteScreen.WIDTH);
            opened.setHeight(HIGH);
            opened.show();
            return opened;
        });
        try {
            steps.take(stage);
        } finally {
            TestedScreen.onFx(stage::close);
        }
    }

    @Test
    void theKeyboardGoesFromTheLastTwoRowsToTheAnswer() throws Exception {
        inAWindow(_ -> TestedScreen.onFx(() -> {
            model.files(List.of(folder.resolve("a.pdf"), folder.resolve("b.pdf")));
            screen.settle();
            Node list = pane.lookup("#paste-list");
            list.requestFocus();
            assertTrue(list.isFocused());
            model.remove(model.pasted().get().getFirst());
            assertEquals(pane.lookup("#paste-offer"), screen.scene().getFocusOwner());
        }));
    }

    /// Whether pictures are there, and whether the list is. The toolkit gives a window its height at a pulse, and a
    /// busy machine may be late with that.
    private List<Boolean> shownIn(Stage stage, double height) throws Exception {
        TestedScreen.onFx(() -> stage.setHeight(height));
        WaitForAsyncUtils.waitFor(Patience.SECONDS, TimeUnit.SECONDS,
                () -> TestedScreen.onFx(() -> height == screen.scene().getHeight()));
        return TestedScreen.onFx(() -> {
            screen.settle();
            return List.of(pane.lookup("#paste-pictures") != null, pane.lookup("#paste-list").isVisible());
        });
    }

    @Test
    void inAWindowThatIsMadeLowerPicturesGiveWayAndThenTheList() throws Exception {
        Path picture = Files.writeString(folder.resolve("a.jpg"), "a");
        paste.thumbnails.has(picture, new PictureSize(80, 60), FakeThumbnails.plain(8, 6, 0xff336699));
        inAWindow(stage -> {
            TestedScreen.onFx(() -> model.files(List.of(picture, folder.resolve("b.pdf"))));
            assertEquals(List.of(true, true), shownIn(stage, HIGH));
            assertEquals(List.of(false, true), shownIn(stage, 300));
            assertEquals(List.of(false, false), shownIn(stage, 200));
            assertEquals(List.of(false, true), shownIn(stage, 350));
            assertEquals(List.of(true, true), shownIn(stage, 500));
        });
    }

    private String size() {
        return TestedScreen.onFx(() -> ((Label) pane.lookup("#paste-size")).getText());
    }

    /// As the card of the offer shows it.
    @Test
    void howLargeItIsIsSaidBeforeItIsOffered() throws Exception {
        Path first = Files.write(folder.resolve("a.txt"), new byte[1_500]);
        Path second = Files.write(folder.resolve("b.txt"), new byte[2_000]);
        TestedScreen.onFx(() -> model.files(List.of(first)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("1.5\u00A0kB", size());
        TestedScreen.onFx(() -> {
            model.files(List.of(second));
            screen.settle();
        });
        WaitForAsyncUtils.waitForFxEvents();
        TestedScreen.onFx(screen::settle);
        assertEquals("3.5\u00A0kB", size());
        assertTrue(TestedScreen.onFx(() -> screen.texts().containsAll(List.of("1.5\u00A0kB", "2\u00A0kB"))));
        TestedScreen.onFx(() -> model.files(List.of(folder)));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("", size(), "of a folder it is not known");
    }
}
