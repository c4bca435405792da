package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.picture.SamplePictures;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.file.ThumbnailBox;
import io.landline.ui.transfers.state.OfferAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferCardTest {
    /// In pixels, the usual width of a card in a bubble.
    private static final double BUBBLE = 392;

    @TempDir
    Path downloads;

    private final TransfersFixture fixture = new TransfersFixture(new FxThread(Runnable::run, Runnable::run));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private TestedScreen arrived(Path path) {
        fixture.node.has(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE, null,
                4_000_000, List.of(path)));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(offer);
        return new TestedScreen(card, 600, 300);
    }

    private static void mouse(EventType<MouseEvent> type, Button on) {
        on.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
                false, false, false, true, null));
    }

    private Button cancelOf(TransferCard card) {
        return (Button) new TestedScreen(card, 600, 300).scene().getRoot().lookup(".transfers-card-cancel");
    }

    /// A row that grows moves its buttons.
    @Test
    void aClickCountsWhereTheButtonMovesFromUnderTheMouse() {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(((TransferRow.Offer) fixture.model().rows().get(1)).offer());
            Button cancel = cancelOf(card);
            mouse(MouseEvent.MOUSE_ENTERED, cancel);
            mouse(MouseEvent.MOUSE_PRESSED, cancel);
            mouse(MouseEvent.MOUSE_EXITED, cancel);
            mouse(MouseEvent.MOUSE_RELEASED, cancel);
            assertEquals(List.of("cancel 1"), fixture.node.told);
        });
    }

    /// A row that comes above gives the card to another offer.
    @Test
    void aClickGoesToTheOfferThatItsCardShowedWhenTheMouseWasPressed() {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            fixture.node.has(incoming("2", TransferState.RUNNING));
            TransfersViewModel model = fixture.model();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(((TransferRow.Offer) model.rows().get(1)).offer());
            Button cancel = cancelOf(card);
            mouse(MouseEvent.MOUSE_ENTERED, cancel);
            mouse(MouseEvent.MOUSE_PRESSED, cancel);
            card.show(((TransferRow.Offer) model.rows().get(2)).offer());
            mouse(MouseEvent.MOUSE_RELEASED, cancel);
            assertEquals(List.of("cancel 1"), fixture.node.told);
        });
    }

    /// What one aims at stays where it is.
    @Test
    void theButtonsStayInTheirPlaceWhenAnAcceptedTransferBeginsToMove() {
        TestedScreen.onFx(() -> {
            fixture.node.has(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.WAITING, null,
                    0, List.of()));
            TransfersViewModel model = fixture.model();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(((TransferRow.Offer) model.rows().get(1)).offer());
            var screen = new TestedScreen(card, 600, 300);
            screen.settle();
            Node cancel = screen.scene().getRoot().lookup(".transfers-card-cancel");
            double before = cancel.localToScene(0, 0).getY();
            fixture.node.becomes("1", each -> FakeFileTransfers.in(each, TransferState.RUNNING, null));
            model.refresh();
            screen.settle();
            assertEquals(before, cancel.localToScene(0, 0).getY(), 0.5);
        });
    }

    /// As in a bubble of the narrowest window with the largest letters.
    @Test
    void aNarrowCardHasItsRoomForWords() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("a-long-name-of-a-file.txt"));
            screen.size(220, 600);
            Appearance.dress(screen.scene(), 200);
            screen.settle();
            double words = screen.all(VBox.class)
                    .stream()
                    .filter(each -> each.getStyleClass().contains("transfers-card-text"))
                    .findFirst()
                    .orElseThrow()
                    .getWidth();
            assertTrue(words > 170, words + " of 220 for words");
            screen.size(600, 600);
            assertTrue(screen.all(StackPane.class)
                    .stream()
                    .anyMatch(each -> each.getStyleClass().contains("transfers-card-picture")), "the sign is back");
        });
    }

    @Test
    void aVeryLongNameTakesAFewLinesAndIsWholeInItsTooltip() {
        TestedScreen.onFx(() -> {
            String end = "and its last word";
            String name = "a name that nobody reads ".repeat(8) + end;
            TestedScreen screen = arrived(Path.of(name + ".txt"));
            screen.size(400, 900);
            screen.settle();
            Label shown = label(screen, "transfers-card-name");
            assertTrue(shown.getHeight() < 70, shown.getHeight() + " pixels of name");
            assertTrue(bare(shown.getText()).endsWith(end), shown.getText());
            assertEquals(name, bare(shown.getAccessibleText()));
            assertEquals(name + ".txt", bare(shown.getTooltip().getText()));
        });
    }

    /// As in a bubble of the narrowest window with the largest letters.
    @Test
    void aNarrowCardSaysAllOfANameAndOfTheFacts() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("the holiday in the mountains (2).jpg"));
            screen.size(220, 900);
            Appearance.dress(screen.scene(), 200);
            screen.settle();
            for (String each : List.of("transfers-card-name", "transfers-card-extension", "transfers-card-size")) {
                Label shown = label(screen, each);
                assertEquals(shown.getText(), Clipped.painted(shown), each);
            }
        });
    }

    /// What stands below it would jump under the mouse.
    @ParameterizedTest
    @EnumSource
    void aPauseMakesTheCardNoHigher(Language language) {
        TestedScreen.onFx(() -> {
            fixture.node.has(incoming("1", TransferState.RUNNING));
            OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
            fixture.node.progress("1", 1_200_000, 400_000);
            var card = new TransferCard(fixture.context(language));
            card.show(offer);
            var screen = new TestedScreen(card, BUBBLE, 300);
            double running = card.prefHeight(BUBBLE);
            offer.act(OfferAction.PAUSE);
            screen.settle();
            assertEquals(running, card.prefHeight(BUBBLE), 1, "but for the rounding of another font");
        });
    }

    private static String text(TestedScreen screen, String styleClass) {
        return screen.all(Label.class)
                .stream()
                .filter(label -> label.getStyleClass().contains(styleClass))
                .map(Label::getText)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatArrivedHasTheNameUnderWhichItWasSaved() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("/downloads/holiday (2).jpg"));
            assertEquals("holiday (2)", bare(text(screen, "transfers-card-name")));
            assertEquals(".jpg", bare(text(screen, "transfers-card-extension")));
        });
    }

    private static String bare(String shown) {
        return shown.replaceAll("\\p{Cf}", "");
    }

    @Test
    void aCardIsAsWideWhateverItSays() {
        TestedScreen.onFx(() -> assertEquals(
                arrived(Path.of("/downloads/a.jpg")).all(TransferCard.class).getFirst().prefWidth(-1),
                arrived(Path.of(
                        "/downloads/a name so long that it needs more room than all else that stands on the card.jpg"))
                        .all(TransferCard.class)
                        .getFirst()
                        .prefWidth(-1)));
    }

    @Test
    void inATimelineOneLineOfFactsRepeatsNothingOfTheHeader() {
        TestedScreen.onFx(
                () -> assertEquals("4\u00A0MB · Arrived complete and checked",
                        text(arrived(Path.of("/downloads/holiday.jpg")), "transfers-card-size")));
    }

    private List<String> labels(Content content) {
        Transfer one = incoming("1", TransferState.OFFERED);
        fixture.node.has(
                PlainRecords.transfer(one.ids(), one.direction(), one.other(), content, one.progress(), one.offered(),
                        List.of()));
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(((TransferRow.Offer) fixture.model().rows().get(1)).offer());
        return new TestedScreen(card, 600, 300).all(Label.class).stream().map(label -> bare(label.getText())).toList();
    }

    @Test
    void aFolderIsNamedAsOneAndHasNoExtension() {
        TestedScreen.onFx(() -> {
            List<String> shown = labels(new Content(List.of("Holiday v1.exe"), 120, 1_200, 3));
            assertEquals(List.of("Holiday v1.exe", "folder"), shown.subList(0, 2));
        });
    }

    @Test
    void namesThatDoNotFitAreCountedAsFarAsAnybodyCan() {
        TestedScreen.onFx(() -> {
            assertEquals(List.of("a", "b.txt", "c", "and 1 more"),
                    labels(new Content(List.of("a", "b.txt", "c", "d"), 500, 1_200, 3)).subList(0, 4));
            List<String> ten = Stream.iterate(1, i -> i + 1).limit(10).map(String::valueOf).toList();
            assertEquals("and more", labels(new Content(ten, 500, 1_200, 3)).get(3));
        });
    }

    @Test
    void whoTakesAnOfferToARoomIsListedOnDemandAndStaysSo() {
        TestedScreen.onFx(() -> {
            for (int i = 0; i < ReceiversPane.LISTED_MAX + 3; i++) {
                fixture.node.has(TransfersFixture.outgoing("2", "#class", "P" + i, TransferState.RUNNING));
            }
            OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
            var card = new TransferCard(fixture.context(Language.ENGLISH));
            card.show(offer);
            var screen = new TestedScreen(card, 600, 2_000);
            ReceiversPane pane = screen.all(ReceiversPane.class).getFirst();
            assertFalse(pane.getChildren().get(1).isVisible());
            ((Button) pane.getChildren().getFirst()).fire();
            assertTrue(pane.getChildren().get(1).isVisible());
            assertEquals(ReceiversPane.LISTED_MAX,
                    ((VBox) pane.getChildren().get(1)).getChildren().size());
            assertEquals("and 3 more", ((Label) pane.getChildren().get(2)).getText());
            card.show(null);
            card.show(offer);
            assertTrue(pane.getChildren().get(1).isVisible());
            return true;
        });
    }

    @Test
    void nameAndExtensionReadAsOne() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("/downloads/holiday.jpg"));
            Label stem = label(screen, "transfers-card-name");
            Label extension = label(screen, "transfers-card-extension");
            double gap = extension.localToScene(extension.getInsets().getLeft(), 0).getX()
                    - stem.localToScene(stem.getWidth(), 0).getX();
            assertTrue(gap < 3, gap + " px between");
        });
    }

    @Test
    void anExtensionStandsBehindTheLastWordOfAName() {
        TestedScreen.onFx(() -> {
            TestedScreen screen = arrived(Path.of("/downloads/mountains-and-lakes-of-the-holiday us.jpg"));
            screen.size(300, 400);
            Label stem = label(screen, "transfers-card-name");
            Label extension = label(screen, "transfers-card-extension");
            assertTrue(stem.getHeight() > 1.5 * extension.getHeight(), "the name has two lines");
            assertTrue(extension.getLayoutX() < stem.getWidth() / 2, extension.getLayoutX() + " px");
            assertEquals(stem.getLayoutY() + stem.getHeight(), extension.getLayoutY() + extension.getHeight(), 1);
        });
    }

    private static Label label(TestedScreen screen, String styleClass) {
        return screen.all(Label.class)
                .stream()
                .filter(label -> label.getStyleClass().contains(styleClass))
                .findFirst()
                .orElseThrow();
    }

    /// A card of 600 pixels' width, and what it shows.
    private record Pictured(TransferCard card, OfferViewModel offer, TestedScreen screen) {
        ThumbnailBox place() {
            return screen.all(ThumbnailBox.class).getFirst();
        }
    }

    private Pictured pictured(PictureSize size, double width) throws IOException {
        Path file = Files.write(downloads.resolve("holiday.jpg"), SamplePictures.file("jpg", 40, 30));
        fixture.thumbnails.has(file, size);
        fixture.node.has(FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE, null,
                4_000_000, List.of(file)));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        var card = new TransferCard(fixture.context(Language.ENGLISH));
        card.show(offer);
        return new Pictured(card, offer, new TestedScreen(card, width, 600));
    }

    @Test
    void nothingMovesWhenTheThumbnailComes() {
        TestedScreen.onFx(() -> {
            Pictured shown = pictured(new PictureSize(4_000, 3_000), 600);
            double before = shown.card().prefHeight(600);
            assertTrue(before > 200, "the place is kept: " + before);
            assertTrue(shown.place().lookup(".icon").isVisible());
            Path file = fixture.thumbnails.asked.getFirst();
            fixture.thumbnails.has(file, new PictureSize(4_000, 3_000), FakeThumbnails.plain(480, 360, 0xff336699));
            shown.card().show(null);
            shown.card().show(shown.offer());
            shown.screen().settle();
            assertEquals(before, shown.card().prefHeight(600));
            assertFalse(shown.place().lookup(".icon").isVisible());
            assertEquals(Color.web("#336699"), painted(shown.place()));
            return true;
        });
    }

    /// The colour in the middle.
    private static Color painted(ThumbnailBox place) {
        var picture = place.snapshot(null, null);
        return picture.getPixelReader().getColor((int) picture.getWidth() / 2, (int) picture.getHeight() / 2);
    }

    @Test
    void aPictureFitsTheCardAndIsNeverEnlarged() {
        TestedScreen.onFx(() -> {
            ThumbnailBox narrow = pictured(new PictureSize(4_000, 3_000), 200).place();
            assertTrue(narrow.getWidth() <= 200, narrow.getWidth() + " px");
            assertEquals(0.75, narrow.getHeight() / narrow.getWidth(), 0.02);
            ThumbnailBox high = pictured(new PictureSize(1_000, 100_000), 600).place();
            assertTrue(high.getHeight() < 260, high.getHeight() + " px");
            ThumbnailBox small = pictured(new PictureSize(60, 50), 600).place();
            assertEquals(60, small.getWidth());
            assertEquals(50, small.getHeight());
            return true;
        });
    }

    @Test
    void aThumbnailIsAButtonForTheKeyboardAndForScreenReaders() {
        TestedScreen.onFx(() -> {
            ThumbnailBox place = pictured(new PictureSize(400, 300), 600).place();
            assertEquals(AccessibleRole.BUTTON, place.getAccessibleRole());
            assertEquals("Picture holiday.jpg: show in large", bare(place.getAccessibleText()));
            assertTrue(place.isFocusTraversable());
            place.fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            place.executeAccessibleAction(AccessibleAction.FIRE);
            assertEquals(2, fixture.window.told.size());
            return true;
        });
    }
}
