package io.landline.ui.transfers;

import static io.landline.ui.transfers.TransfersFixture.incoming;
import static io.landline.ui.transfers.TransfersFixture.outgoing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.language.Language;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.picture.SamplePictures;
import io.landline.picture.Thumbnail;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.state.OfferAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferPictureTest {
    private static final Thumbnail THUMBNAIL = FakeThumbnails.plain(4, 3, 7);
    private static final PictureSize SIZE = new PictureSize(40, 30);

    @TempDir
    Path downloads;

    private final TransfersFixture fixture = TransfersFixture.onThisThread();
    private Path file;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void saveAPicture() throws IOException {
        file = saved("holiday.jpg");
    }

    private Path saved(String name) throws IOException {
        Path path = Files.write(downloads.resolve(name), SamplePictures.file("jpg", 40, 30));
        fixture.thumbnails.has(path, SIZE, THUMBNAIL);
        return path;
    }

    private OfferViewModel shown(Transfer transfer) {
        fixture.node.has(transfer);
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        attach(offer);
        return offer;
    }

    /// As a card in a timeline does.
    private static void attach(OfferViewModel offer) {
        offer.attached();
        offer.picture().attached();
    }

    private Transfer arrived(Path path) {
        return FakeFileTransfers.with(incoming("1", TransferState.OFFERED), TransferState.DONE, null, 4_000_000,
                List.of(path));
    }

    private void view(OfferViewModel offer) {
        TestedScreen.onFx(() -> {
            offer.viewPicture();
            if (fixture.window.sheet != null) fixture.window.sheet.close();
        });
    }

    private static Thumbnail thumbnail(OfferViewModel offer) {
        return offer.picture().thumbnailProperty().get();
    }

    private static PictureSize size(OfferViewModel offer) {
        return offer.picture().sizeProperty().get();
    }

    @Test
    void aPictureThatIsTooLargeForAThumbnailSaysSo() throws IOException {
        Path large = Files.write(downloads.resolve("poster.jpg"), SamplePictures.file("jpg", 40, 30));
        fixture.thumbnails.tooLarge.add(large);
        OfferViewModel offer = shown(arrived(large));
        assertNull(size(offer));
        assertTrue(offer.isTooLarge());
        assertTrue(new OfferFormatter(fixture.context(Language.ENGLISH)).about(offer)
                .endsWith(" · too large for a preview"));
    }

    @Test
    void whatArrivedHasItsThumbnailAndAClickShowsItInLarge() {
        OfferViewModel offer = shown(arrived(file));
        assertEquals(SIZE, size(offer));
        assertSame(THUMBNAIL, thumbnail(offer));
        view(offer);
        assertEquals(List.of("PictureViewer"), fixture.window.told);
    }

    /// The computer had no time for it before.
    @Test
    void theCardOfAPictureThatWasShownInLargeAsksForItsThumbnailOnceMore() {
        fixture.thumbnails.has(file, SIZE, null);
        OfferViewModel offer = shown(arrived(file));
        assertNull(thumbnail(offer));
        fixture.thumbnails.has(file, SIZE, THUMBNAIL);
        view(offer);
        assertSame(THUMBNAIL, thumbnail(offer));
    }

    @Test
    void anOfferThatNobodyAcceptedHasNoThumbnail() {
        for (TransferState state : new TransferState[]{TransferState.OFFERED, TransferState.WAITING,
                TransferState.RUNNING, TransferState.PAUSED}) {
            Transfer whole = arrived(file);
            OfferViewModel offer = shown(
                    FakeFileTransfers.with(whole, state, null, 3_999_999, List.of(file)));
            assertNull(size(offer), state.name());
            view(offer);
        }
        assertEquals(List.of(), fixture.thumbnails.asked);
        assertEquals(List.of(), fixture.window.told);
    }

    @Test
    void onesOwnPictureHasItsThumbnailFromTheStart() {
        Transfer mine = outgoing("1", "#class", "Max", TransferState.OFFERED);
        OfferViewModel offer = shown(FakeFileTransfers.with(mine, TransferState.OFFERED, null, 0, List.of(file)));
        assertSame(THUMBNAIL, thumbnail(offer));
        view(offer);
        assertEquals(List.of("PictureViewer"), fixture.window.told);
        assertTrue(!offer.actions().contains(OfferAction.OPEN), "nobody looks for a button there");
    }

    @Test
    void aPictureUnderTheNameOfAProgramHasNone() throws IOException {
        OfferViewModel offer = shown(arrived(saved("holiday.exe")));
        assertNull(size(offer));
        view(offer);
        assertEquals(List.of(), fixture.window.told);
        assertEquals(List.of(), fixture.thumbnails.asked);
    }

    @Test
    void aPictureThatCannotBeDecodedKeepsItsPlace() {
        fixture.thumbnails.has(file, new PictureSize(7, 7), null);
        OfferViewModel offer = shown(arrived(file));
        assertEquals(new PictureSize(7, 7), size(offer));
        assertNull(thumbnail(offer));
    }

    @Test
    void aThumbnailIsHeldOnlyWhileACardShowsIt() {
        OfferViewModel offer = shown(arrived(file));
        offer.picture().attached();
        offer.picture().detached();
        assertNotNull(thumbnail(offer), "another card shows it");
        offer.picture().detached();
        assertNull(thumbnail(offer));
        assertEquals(SIZE, size(offer), "its place is known for good");
        offer.picture().attached();
        assertSame(THUMBNAIL, thumbnail(offer));
    }

    @Test
    void aListWithoutPlacesForPicturesAsksForNone() {
        fixture.node.has(arrived(file));
        OfferViewModel offer = ((TransferRow.Offer) fixture.model().rows().get(1)).offer();
        offer.attached();
        assertEquals(List.of(), fixture.thumbnails.asked);
    }
}
