package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.language.Language;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.picture.SamplePictures;
import io.landline.picture.Thumbnail;
import io.landline.room.EntryId;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.PictureReel.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A picture of a conversation over the whole window.
class PictureViewerTest {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 600;
    private static final int OPAQUE = 0xff000000;

    @TempDir
    Path downloads;

    private final TransfersFixture fixture = TransfersFixture.onThisThread();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();
    private PictureViewModel model;
    private PictureViewer viewer;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void openTheSecondOfThree() throws IOException {
        picture(1, new PictureSize(40, 30));
        picture(2, new PictureSize(4_000, 3_000));
        picture(3, new PictureSize(100, 2_000));
        TestedScreen.onFx(() -> {
            var context = fixture.context(Language.ENGLISH);
            model = new PictureViewModel(context, fixture.thumbnails, "#class", pictures.get(1),
                    () -> closed.add("left"));
            viewer = new PictureViewer(context, model, () -> closed.add("closed"));
            screen = new TestedScreen(viewer.view(), WIDTH, HEIGHT);
            viewer.shown();
            screen.settle();
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(() -> viewer.close());
    }

    private void picture(int number, PictureSize size) throws IOException {
        Path file = Files.write(downloads.resolve(number + ".jpg"), SamplePictures.file("jpg", 40, 30));
        Thumbnail made = FakeThumbnails.plain(4, 3, OPAQUE | number);
        fixture.thumbnails.has(file, size, made);
        var author = TransfersFixture.fingerprint("bb");
        var head = new TimelineItem.Head(new TimelinePosition(number, author, number, 1), new EntryId(0, number),
                author,
                "Max", false, TransfersFixture.NOW.plusSeconds(number), Delivery.NOWHERE);
        fixture.chats.put("#class", new TimelineItem.Offer(head, "o" + number, List.of(number + ".jpg"), 1, 5_000));
        fixture.node.held.put("o" + number, List.of(file));
        pictures.add(new Picture("o" + number, file, size));
    }

    private Node node(String id) {
        return viewer.view().lookup("#" + id);
    }

    private void press(KeyCode code) {
        TestedScreen.onFx(() -> {
            Event.fireEvent(node("picture-save"), new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED,
                    code.getName(), code, false, false, false, false));
            screen.settle();
        });
    }

    private String name() {
        return ((Label) node("picture-name")).getText();
    }

    @Test
    void arrowsLeadToThePicturesBesideItAndNoFurther() {
        assertTrue(name().contains("2.jpg"));
        assertTrue(node("picture-back").isVisible() && node("picture-forward").isVisible());
        press(KeyCode.LEFT);
        assertTrue(name().contains("1.jpg"));
        assertFalse(node("picture-back").isVisible());
        press(KeyCode.LEFT);
        assertTrue(name().contains("1.jpg"));
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertTrue(name().contains("3.jpg"));
        assertFalse(node("picture-forward").isVisible());
    }

    @Test
    void inAMirroredWindowTheArrowsGoWithTheButtons() {
        TestedScreen.onFx(() -> screen.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
        press(KeyCode.RIGHT);
        assertTrue(name().contains("1.jpg"));
        press(KeyCode.LEFT);
        press(KeyCode.LEFT);
        assertTrue(name().contains("3.jpg"));
    }

    @Test
    void aPictureIsAsLargeAsFitsAndNeverLargerThanItIs() {
        ImageView view = (ImageView) viewer.view().lookup(".image-view");
        assertTrue(view.getFitWidth() > WIDTH / 2, view.getFitWidth() + " of " + WIDTH);
        assertEquals(4.0 / 3, view.getFitWidth() / view.getFitHeight(), 0.01);
        assertTrue(view.getFitHeight() < HEIGHT);
        press(KeyCode.LEFT);
        assertEquals(40, view.getFitWidth());
        assertEquals(30, view.getFitHeight());
    }

    @Test
    void aFileThatTheChooserAskedAboutIsReplaced() throws IOException {
        Path target = Files.writeString(downloads.resolve("copy.jpg"), "there already");
        TestedScreen.onFx(() -> model.save(target));
        assertEquals(-1, Files.mismatch(pictures.get(1).file(), target));
        assertFalse(Files.exists(downloads.resolve("copy (2).jpg")));
        assertTrue(fixture.window.told.getLast().startsWith("done: Saved as "), fixture.window.told.toString());
    }

    @Test
    void aPictureThatIsGoneFromTheDownloadsFolderIsSaidToBeGone() throws IOException {
        Files.delete(pictures.get(1).file());
        TestedScreen.onFx(() -> model.save(downloads.resolve("copy.jpg")));
        assertEquals("problem: " + PeerText.line(pictures.get(1).file().toString())
                + " is not there any more: it was moved or deleted. Nothing was saved.",
                fixture.window.told.getLast());
    }

    @Test
    void whatCannotBeSavedOrDecodedIsSaid() throws IOException {
        TestedScreen.onFx(() -> model.save(downloads.resolve("no folder/copy.jpg")));
        assertEquals(
                "problem: The picture could not be saved as "
                        + PeerText.line(downloads.resolve("no folder/copy.jpg").toString())
                        + ". The received one is as it was. Choose another folder, or free some space.",
                fixture.window.told.getLast());
        assertFalse(node("picture-failed").isVisible());
        fixture.thumbnails.has(pictures.get(2).file(), pictures.get(2).size(), null);
        press(KeyCode.RIGHT);
        assertTrue(node("picture-failed").isVisible());
    }

    private static double copiedWidth() {
        Image copied = Clipboard.getSystemClipboard().getImage();
        return copied == null ? 0 : copied.getWidth();
    }

    /// The small one of the card stands there first.
    @Test
    void aCopyThatIsAskedForEarlyIsOfTheLargePicture() {
        fixture.thumbnails.large.put(pictures.get(2).file(), FakeThumbnails.plain(80, 60, OPAQUE));
        TestedScreen.onFx(() -> {
            Clipboard.getSystemClipboard().clear();
            fixture.window.hold();
        });
        press(KeyCode.RIGHT);
        TestedScreen.onFx(() -> {
            model.pixels().subscribe(made -> {
                if (made != null && made.size().width() == 4) ((Button) node("picture-copy")).fire();
            });
            fixture.window.goOn();
            assertEquals(80, copiedWidth());
        });
    }

    @Test
    void aCopyIsNotMadeOnceTheViewerIsClosed() {
        TestedScreen.onFx(() -> {
            Clipboard.getSystemClipboard().clear();
            fixture.window.hold();
        });
        press(KeyCode.RIGHT);
        TestedScreen.onFx(() -> {
            ((Button) node("picture-copy")).fire();
            viewer.close();
            fixture.window.goOn();
            assertEquals(0, copiedWidth());
        });
    }

    @Test
    void nothingIsDecodedOnceItIsClosed() {
        TestedScreen.onFx(() -> fixture.window.hold());
        press(KeyCode.RIGHT);
        Thumbnail before = model.pixels().get();
        TestedScreen.onFx(() -> {
            viewer.close();
            fixture.window.goOn();
        });
        assertSame(before, model.pixels().get());
    }

    private void click(Node hit, MouseButton button) {
        TestedScreen.onFx(() -> hit.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, button, 1, false,
                false, false, false, false, false, false, true, false, true, new PickResult(hit, 1, 1))));
    }

    @Test
    void aClickBesideThePictureClosesItAndOneOnItDoesNot() {
        Node picture = viewer.view().lookup(".image-view");
        click(picture, MouseButton.PRIMARY);
        click(node("picture-name"), MouseButton.PRIMARY);
        click(viewer.view(), MouseButton.SECONDARY);
        assertEquals(List.of(), closed);
        click(picture.getParent(), MouseButton.PRIMARY);
        click(node("picture-name").getParent(), MouseButton.PRIMARY);
        click(viewer.view(), MouseButton.PRIMARY);
        assertEquals(3, closed.size());
    }

    private boolean isTaken(KeyCode code, boolean withControl) {
        return TestedScreen.onFx(() -> {
            var reached = new ArrayList<Event>();
            Node focused = node("picture-save");
            focused.setOnKeyPressed(reached::add);
            Event.fireEvent(focused, new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code.getName(), code,
                    false, withControl, false, false));
            return reached.isEmpty();
        });
    }

    @Test
    void ctrlCCopiesThePictureThatIsShownAndOtherKeysStayWithTheButtons() {
        TestedScreen.onFx(() -> Clipboard.getSystemClipboard().clear());
        assertTrue(isTaken(KeyCode.C, true));
        TestedScreen.onFx(() -> {
            Image copied = Clipboard.getSystemClipboard().getImage();
            assertEquals(4, copied.getWidth());
            assertEquals(3, copied.getHeight());
            assertEquals(OPAQUE | 2, copied.getPixelReader().getArgb(3, 2));
        });
        assertFalse(isTaken(KeyCode.C, false));
        assertFalse(isTaken(KeyCode.SPACE, false));
    }

    @Test
    void whatCannotBeDecodedIsNotCopied() {
        fixture.thumbnails.has(pictures.get(2).file(), pictures.get(2).size(), null);
        press(KeyCode.RIGHT);
        TestedScreen.onFx(() -> {
            var before = new ClipboardContent();
            before.putString("copied before");
            Clipboard.getSystemClipboard().setContent(before);
        });
        assertTrue(isTaken(KeyCode.C, true));
        TestedScreen.onFx(() -> assertEquals("copied before", Clipboard.getSystemClipboard().getString()));
    }

    private ImageView image() {
        return (ImageView) viewer.view().lookup(".image-view");
    }

    private void type(KeyCode code, boolean shift) {
        TestedScreen.onFx(() -> {
            Event.fireEvent(node("picture-save"), new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED,
                    code.getName(), code, shift, false, false, false));
            screen.settle();
        });
    }

    /// By one notch of the wheel, over the middle of the picture.
    private void wheel(double notches, boolean withControl) {
        TestedScreen.onFx(() -> {
            Bounds place = image().getParent().localToScene(image().getParent().getLayoutBounds());
            image().fireEvent(new ScrollEvent(ScrollEvent.SCROLL, place.getCenterX(), place.getCenterY(),
                    place.getCenterX(), place.getCenterY(), false, withControl, false, false, false, false, 0,
                    40 * notches, 0, 40 * notches, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            screen.settle();
        });
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        TestedScreen.onFx(() -> {
            image().fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, clicks, false, false, false,
                    false, true, false, false, true, false, clicks > 0, new PickResult(image(), x, y)));
            screen.settle();
        });
    }

    @Test
    void plusMinusAndZeroMakeItLargerAndSmallerAndItIsNeverSmallerThanFits() {
        double fits = image().getFitWidth();
        type(KeyCode.PLUS, false);
        type(KeyCode.EQUALS, true);
        type(KeyCode.ADD, false);
        assertEquals(fits * Math.pow(PictureZoom.STEP, 3), image().getFitWidth(), 0.1);
        assertEquals(4.0 / 3, image().getFitWidth() / image().getFitHeight(), 0.01);
        type(KeyCode.MINUS, false);
        assertEquals(fits * Math.pow(PictureZoom.STEP, 2), image().getFitWidth(), 0.1);
        type(KeyCode.DIGIT0, false);
        type(KeyCode.SUBTRACT, false);
        assertEquals(fits, image().getFitWidth(), 0.1);
    }

    @Test
    void theWheelDoesTheSameWithCtrlAlone() {
        double fits = image().getFitWidth();
        wheel(1, false);
        assertEquals(fits, image().getFitWidth(), 0.1);
        wheel(2, true);
        assertEquals(fits * Math.pow(PictureZoom.STEP, 2), image().getFitWidth(), 0.1);
        wheel(-2, true);
        assertEquals(fits, image().getFitWidth(), 0.1);
    }

    @Test
    void aDoubleClickShowsItInItsSizeAndTheMouseMovesIt() {
        double fits = image().getFitWidth();
        mouse(MouseEvent.MOUSE_CLICKED, WIDTH / 2, HEIGHT / 2, 2);
        assertEquals(4_000, image().getFitWidth(), 0.1);
        assertSame(Cursor.MOVE, image().getCursor());
        double before = image().getLayoutX();
        mouse(MouseEvent.MOUSE_PRESSED, 300, 300, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, 250, 300, 0);
        assertEquals(before - 50, image().getLayoutX(), 1);
        mouse(MouseEvent.MOUSE_CLICKED, 250, 300, 0); // its end
        assertEquals(List.of(), closed);
        mouse(MouseEvent.MOUSE_CLICKED, WIDTH / 2, HEIGHT / 2, 2);
        assertEquals(fits, image().getFitWidth(), 0.1);
    }

    @Test
    void aLargePictureCoversNothingBesideItAndTheNextOneFits() {
        Image pixels = image().getImage();
        for (int i = 0; i < 10; i++) press(KeyCode.PLUS);
        assertSame(pixels, image().getImage(), "it is drawn from the same pixels");
        TestedScreen.onFx(() -> {
            Node place = image().getParent();
            assertEquals(place.getLayoutBounds(), place.getClip().getLayoutBounds());
        });
        press(KeyCode.LEFT);
        assertTrue(name().contains("1.jpg"));
        assertEquals(40, image().getFitWidth());
        press(KeyCode.RIGHT);
        assertTrue(image().getFitWidth() < WIDTH, "" + image().getFitWidth());
    }

    /// The click of a drag that ends beside the picture belongs to both, so to what is around them.
    @Test
    void aDragThatEndsBesideThePictureDoesNotCloseIt() {
        TestedScreen.onFx(() -> viewer.view()
                .fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                        false, false, false, false, false, true, false, false, new PickResult(viewer.view(), 1, 1))));
        assertEquals(List.of(), closed);
    }
}
