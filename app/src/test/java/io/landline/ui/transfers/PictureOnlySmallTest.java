package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.picture.SamplePictures;
import io.landline.picture.Thumbnail;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.PictureReel.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture of which the card has a thumbnail, but nothing larger can be made: the computer was too slow, or has too
/// little memory.
class PictureOnlySmallTest {
    private static final PictureSize SIZE = new PictureSize(4_000, 3_000);

    @TempDir
    Path downloads;

    private final TransfersFixture fixture = TransfersFixture.onThisThread();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private PictureViewer viewer(@Nullable Thumbnail small, @Nullable Thumbnail large) throws IOException {
        Path file = Files.write(downloads.resolve("1.jpg"), SamplePictures.file("jpg", 40, 30));
        fixture.thumbnails.has(file, SIZE, small);
        fixture.thumbnails.large.put(file, large);
        return TestedScreen.onFx(() -> {
            var context = fixture.context(Language.ENGLISH);
            var model = new PictureViewModel(context, fixture.thumbnails, "#class", new Picture("o1", file, SIZE),
                    () -> {});
            var viewer = new PictureViewer(context, model, () -> {});
            new TestedScreen(viewer.view(), 800, 600).settle();
            return viewer;
        });
    }

    private static Node node(PictureViewer viewer, String id) {
        return viewer.view().lookup("#" + id);
    }

    private static String failed(PictureViewer viewer) {
        return ((Labeled) node(viewer, "picture-failed")).getText();
    }

    @Test
    void whereASmallOneIsShownItIsNotSaidThatNoneCanBe() throws IOException {
        PictureViewer viewer = viewer(FakeThumbnails.plain(4, 3, -1), null);
        assertTrue(node(viewer, "picture-failed").isVisible());
        assertEquals("Only a small version can be shown here. Another program may be able to open the picture.",
                failed(viewer));
    }

    @Test
    void whereNothingIsShownItSaysSo() throws IOException {
        PictureViewer viewer = viewer(null, null);
        assertTrue(node(viewer, "picture-failed").isVisible());
        assertEquals("This picture cannot be shown here. Another program may be able to open it.", failed(viewer));
    }

    @Test
    void whatTookTooLongSaysSoAndIsTriedAgain() throws IOException {
        Path file = downloads.resolve("1.jpg");
        fixture.thumbnails.tooSlow.add(file);
        PictureViewer viewer = viewer(null, FakeThumbnails.plain(40, 30, -1));
        assertEquals("Showing this picture took too long: the computer may be busy.", failed(viewer));
        Node retry = node(viewer, "picture-retry");
        TestedScreen.onFx(() -> ((ButtonBase) retry).fire());
        assertTrue(retry.isVisible(), "it may be busy still");
        fixture.thumbnails.tooSlow.clear();
        TestedScreen.onFx(() -> ((ButtonBase) retry).fire());
        assertFalse(node(viewer, "picture-failed").isVisible());
        assertFalse(retry.isVisible());
        assertFalse(node(viewer, "picture-copy").isDisabled());
    }

    @Test
    void whatCannotBeDecodedIsNotTriedAgain() throws IOException {
        assertFalse(node(viewer(null, null), "picture-retry").isVisible());
    }

    @Test
    void whoCopiesWhatTookTooLongIsTold() throws IOException {
        fixture.thumbnails.tooSlow.add(downloads.resolve("1.jpg"));
        PictureViewer viewer = viewer(FakeThumbnails.plain(4, 3, -1), null);
        assertEquals("Only a small version is shown: the large one took too long, and the computer may be busy.",
                failed(viewer));
        copy(viewer);
        assertEquals(List.of("problem: Nothing was copied: showing this picture in large took too long. Try again."),
                fixture.window.told);
    }

    private static void copy(PictureViewer viewer) {
        TestedScreen.onFx(() -> Event.fireEvent(node(viewer, "picture-save"), new KeyEvent(KeyEvent.KEY_PRESSED,
                KeyEvent.CHAR_UNDEFINED, KeyCode.C.getName(), KeyCode.C, false, true, false, false)));
    }

    @Test
    void whoCopiesWhatCannotBeCopiedIsTold() throws IOException {
        PictureViewer viewer = viewer(FakeThumbnails.plain(4, 3, -1), null);
        copy(viewer);
        assertEquals(List
                .of("problem: Nothing was copied: this picture cannot be shown here in large. Save it, or open it with"
                        + " another program."),
                fixture.window.told);
    }

    /// It would do nothing, and say nothing.
    @Test
    void whatCannotBeCopiedHasNoButtonForIt() throws IOException {
        assertTrue(node(viewer(FakeThumbnails.plain(4, 3, -1), null), "picture-copy").isDisabled());
        Thumbnail large = FakeThumbnails.plain(40, 30, -1);
        assertFalse(node(viewer(FakeThumbnails.plain(4, 3, -1), large), "picture-copy").isDisabled());
    }
}
