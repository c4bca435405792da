package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class KnownPagesTest {
    private static final EntryId OFFER = EntryId.of(new byte[EntryId.BYTES]);
    private static final int ROUNDS = 200;

    private final Identity author = Identity.generate();

    private KnownPages pages() {
        return new KnownPages(
                new StoredOffer(OFFER, new ConversationId(1, 2), author.fingerprint(), Instant.EPOCH, true,
                        false, new OfferBody(1, 1, List.of("f"), OfferBody.CHUNK_BYTES_MAX, 0, null)),
                new FakeStore(), 1);
    }

    private HashPage page(int content) {
        var hashes = new byte[Sha256.BYTES];
        hashes[0] = (byte) content;
        return HashPage.signed(author, OFFER, 0, hashes);
    }

    @Test
    void aSecondPageThatTellsOtherHashesIsNoticed() throws Exception {
        KnownPages known = pages();
        known.add(page(1));
        known.add(page(1));
        assertThrows(KnownPages.TwoPagesException.class, () -> known.add(page(2)));
        assertArrayEquals(page(1).hash(0), known.hash(0));
        assertEquals(1, known.added());
    }

    /// From two helpers, for instance, each on the queue of its own session.
    @Test
    void twoPagesThatComeAtOnceAreNoticed() throws Exception {
        HashPage one = page(1);
        HashPage other = page(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                KnownPages known = pages();
                var together = new CyclicBarrier(2);
                List<Future<Boolean>> both = threads.invokeAll(List.of(() -> isNoticed(known, one, together),
                        () -> isNoticed(known, other, together)));
                long noticed = both.stream().filter(KnownPagesTest::of).count();
                assertEquals(1, noticed, "in round " + round);
                assertEquals(1, known.added());
            }
        }
    }

    private static boolean isNoticed(KnownPages known, HashPage page, CyclicBarrier together) throws Exception {
        together.await();
        try {
            known.add(page);
            return false;
        } catch (KnownPages.TwoPagesException e) {
            return true;
        }
    }

    private static boolean of(Future<Boolean> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
