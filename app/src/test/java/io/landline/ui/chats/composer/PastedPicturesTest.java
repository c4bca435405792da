package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.ui.page.TestedScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is pasted or chosen is seen before it is sent.
class PastedPicturesTest {
    private static final int BLUE = 0xff336699;
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0};

    @TempDir
    private Path folder;

    private final PasteScreen paste = new PasteScreen();
    private final FakeThumbnails thumbnails = paste.thumbnails;
    private final PasteViewModel model = paste.model;
    private final PastePane pane = paste.pane;
    private TestedScreen screen = paste.screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @AfterEach
    void close() {
        paste.close();
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), JPEG);
    }

    private Path picture(String name, int width, int height) throws IOException {
        Path file = file(name);
        var size = new PictureSize(width, height);
        PictureSize small = size.within(480, 360);
        thumbnails.has(file, size, FakeThumbnails.plain(small.width(), small.height(), BLUE));
        return file;
    }

    private List<Path> pictures(int count) throws IOException {
        var files = new Path[count];
        for (int i = 0; i < count; i++) files[i] = picture(i + ".jpg", 800, 600);
        return List.of(files);
    }

    private void paste(List<Path> files) {
        TestedScreen.onFx(() -> {
            model.files(files);
            screen.settle();
        });
    }

    /// Where they are painted in the window.
    private List<Bounds> painted() {
        return TestedScreen.onFx(() -> screen.all(ImageView.class)
                .stream()
                .filter(each -> each.getImage() != null)
                .map(each -> each.localToScene(each.getLayoutBounds()))
                .toList());
    }

    private String more() {
        return TestedScreen.onFx(() -> screen.all(Label.class)
                .stream()
                .filter(each -> "paste-more".equals(each.getId()))
                .map(Label::getText)
                .findFirst()
                .orElse(""));
    }

    private String named() {
        return TestedScreen.onFx(() -> ((Label) pane.lookup("#paste-what")).getText().replace("\u200e", ""));
    }

    @Test
    void whatIsAddedTakesTheKeyboardAndWhatComesBackDoesNot() throws IOException {
        paste(List.of(file("a.txt")));
        TestedScreen.onFx(() -> {
            Node offer = pane.lookup("#paste-offer");
            Node discard = pane.lookup("#paste-discard");
            assertEquals(offer, offer.getScene().getFocusOwner(), "Enter offers it");
            discard.requestFocus();
            model.open("#film");
            model.open("#class");
            assertTrue(pane.isVisible());
            assertEquals(discard, offer.getScene().getFocusOwner(), "who walks through the list offers nothing");
        });
    }

    @Test
    void aPictureKeepsItsSizeWhereTheConversationAboveNeedsMoreThanThereIs() throws IOException {
        List<Path> one = pictures(1);
        paste(one);
        double alone = painted().getFirst().getHeight();
        model.discard();
        TestedScreen.onFx(() -> {
            var conversation = new ListView<String>();
            VBox.setVgrow(conversation, Priority.ALWAYS);
            screen = new TestedScreen(new VBox(conversation, pane, new Label("Reply to Ada")), PasteScreen.WIDTH, 280);
        });
        paste(one);
        assertEquals(alone, painted().getFirst().getHeight(), 0.5);
    }

    @Test
    void aPastedPictureIsSeenSmallAndInItsShape() {
        TestedScreen.onFx(() -> {
            var argb = new int[1_000 * 500];
            Arrays.fill(argb, BLUE);
            model.picture(1_000, 500, argb);
            screen.settle();
        });
        Bounds shown = painted().getFirst();
        assertEquals(2, shown.getWidth() / shown.getHeight(), 0.05);
        assertTrue(shown.getWidth() > 50 && shown.getWidth() < 150, shown::toString);
        TestedScreen.onFx(() -> {
            model.discard();
            screen.settle();
        });
        assertEquals(List.of(), painted());
    }

    @Test
    void theFirstPicturesOfSeveralFilesAreSeenAndTheOthersCounted() throws IOException {
        Path text = file("notes.pdf");
        paste(Stream.concat(Stream.of(text), pictures(6).stream()).toList());
        assertEquals(PastedPictures.SHOWN_MAX, painted().size());
        assertEquals("+3", more());
        assertEquals("7 items", named());
        assertEquals(PastedPictures.SHOWN_MAX, thumbnails.asked.size(), "no more are decoded");
    }

    @Test
    void picturesStandBesideEachOtherWithinANarrowWindow() throws IOException {
        paste(Stream.of(picture("wide.jpg", 4_000, 500), picture("high.jpg", 300, 3_000), picture("a.jpg", 800, 600),
                picture("b.jpg", 800, 600), picture("c.jpg", 800, 600)).toList());
        for (int width : List.of(PasteScreen.WIDTH, 200)) {
            TestedScreen.onFx(() -> screen.size(width, 200));
            List<Bounds> all = painted();
            assertEquals(PastedPictures.SHOWN_MAX, all.size());
            assertTrue(all.getLast().getMaxX() < width, () -> width + ": " + all);
            assertTrue(IntStream.range(1, all.size()).allMatch(i -> all.get(i - 1).getMaxX() < all.get(i).getMinX()),
                    () -> width + ": " + all);
        }
    }

    @Test
    void aPictureThatCannotBeDecodedKeepsItsPlaceWithASign() throws IOException {
        Path broken = file("broken.jpg");
        thumbnails.has(broken, new PictureSize(400, 300));
        paste(List.of(broken));
        assertEquals(List.of(), painted());
        assertEquals("broken.jpg", named());
        Node pictures = TestedScreen.onFx(() -> pane.lookup("#paste-pictures"));
        assertTrue(TestedScreen.onFx(() -> pictures.lookup(".icon").isVisible()));
    }

    @Test
    void filesThatAreNoPicturesAreOnlyNamed() throws IOException {
        paste(List.of(file("a.pdf"), file("b.txt")));
        assertFalse(TestedScreen.onFx(() -> pane.lookup("#paste-pictures").isVisible()));
        assertEquals("2 items", named());
        TestedScreen.onFx(model::discard);
        paste(List.of(folder.resolve("gone.jpg")));
        assertEquals("gone.jpg", named());
    }

    @Test
    void whatIsPastedNextStandsBesideWhatWasThereWhichIsNotDecodedAgain() throws IOException {
        paste(pictures(3));
        paste(List.of(file("a.pdf"), picture("last.jpg", 800, 600)));
        assertEquals(4, painted().size());
        assertEquals("+1", more());
        assertEquals("5 items", named());
        assertEquals(4, thumbnails.asked.size());
    }

    private List<String> rows() {
        return TestedScreen.onFx(() -> screen.all(ListCell.class)
                .stream()
                .filter(each -> !each.isEmpty() && each.isVisible())
                .map(each -> ((Label) each.lookup(".label")).getText().replace("\u200e", ""))
                .toList());
    }

    @Test
    void eachOfSeveralHasARowFromWhichItIsTakenOut() throws IOException {
        paste(List.of(file("a.pdf")));
        assertEquals(List.of(), rows(), "the line names it");
        paste(List.of(file("b.pdf"), file("c.pdf")));
        assertEquals(List.of("a.pdf", "b.pdf", "c.pdf"), rows());
        assertEquals("Remove all", TestedScreen.onFx(() -> ((Button) pane.lookup("#paste-discard")).getText()));
        TestedScreen.onFx(() -> {
            Button out = screen.all(Button.class)
                    .stream()
                    .filter(each -> String.valueOf(each.getAccessibleText()).contains("b.pdf"))
                    .findFirst()
                    .orElseThrow();
            out.fire();
            screen.settle();
        });
        assertEquals(List.of("a.pdf", "c.pdf"), rows());
        TestedScreen.onFx(() -> {
            model.remove(model.pasted().get().getFirst());
            screen.settle();
        });
        assertEquals("c.pdf", named());
        assertEquals(List.of(), rows());
    }

    @Test
    void deleteTakesOutTheChosenRow() throws IOException {
        paste(List.of(file("a.pdf"), file("b.pdf"), file("c.pdf")));
        TestedScreen.onFx(() -> {
            var list = (PasteList) pane.lookup("#paste-list");
            list.getSelectionModel().select(1);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false));
            screen.settle();
        });
        assertEquals(List.of("a.pdf", "c.pdf"), rows());
    }

    @Test
    void manyItemsAreAListOfFewRowsThatScrolls() throws IOException {
        var many = new ArrayList<Path>();
        for (int i = 0; i < 1_000; i++) many.add(folder.resolve(i + ".pdf"));
        paste(many);
        assertTrue(TestedScreen.onFx(() -> pane.prefHeight(PasteScreen.WIDTH)) < 200);
        assertTrue(rows().size() < 20, "only what is seen has a cell");
        assertEquals("1,000 items", named());
    }
}
