package io.landline.filetransfer.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.frame.MalformedFrameException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sizes that a hostile author invents. Each is checked before it is added to the others.
class ReceivedManifestTest {
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MAX;
    /// The largest file that an offer can have.
    private static final long LARGEST = (long) ChunkLayout.OFFER_CHUNKS_MAX * CHUNK;

    private static String refusal(long offered, List<Long> sizes) {
        List<byte[]> pages = ManifestPage.pagesOf(sizes.stream().map(bytes -> new ListedFile("f", bytes, 0)).toList());
        var manifest = new ReceivedManifest(new OfferBody(sizes.size(), offered, List.of("f"), CHUNK, 0, null));
        return String.valueOf(assertThrows(MalformedFrameException.class, () -> {
            for (byte[] page : pages) manifest.take(manifest.check(page));
        }).getMessage());
    }

    @Test
    void h69_sizesThatAreMoreThanWasOfferedTogetherAreRefusedHoweverLarge() {
        assertEquals("more bytes than offered", refusal(LARGEST, List.of(LARGEST, 1L)));
        assertEquals("more bytes than offered", refusal(0, List.of(1L)));
        // two thousand of them would be more than a long can hold, if they were added before they are checked
        assertEquals("more chunks than may be", refusal(OfferBody.BYTES_MAX, Collections.nCopies(2_000, LARGEST)));
    }

    @Test
    void h69_aFileThatIsLargerThanAnOfferCanBeIsRefused() {
        assertEquals("a file of " + OfferBody.BYTES_MAX + " bytes",
                refusal(OfferBody.BYTES_MAX, List.of(OfferBody.BYTES_MAX)));
    }
}
