package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.core.BulkInMemory;
import io.landline.swarm.ChunkSpan;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageRequestsTest {
    private static final int PAGES = PageRequest.PAGES_MAX + 4;
    private static final int CHUNKS = PAGES * HashPage.CHUNKS;
    private static final EntryId OFFER = EntryId.of(new byte[EntryId.BYTES]);

    private final Identity author = Identity.generate();
    private final KnownPages known = new KnownPages(
            new StoredOffer(OFFER, new ConversationId(1, 2), author.fingerprint(), Instant.EPOCH, true, false,
                    new OfferBody(CHUNKS, CHUNKS, List.of("f"), OfferBody.CHUNK_BYTES_MAX, 0, null)),
            new FakeStore(), CHUNKS);
    private final BulkInMemory line = new BulkInMemory();
    private final PageRequests requests = new PageRequests(new TransferId(7), line, known);

    private List<List<Integer>> asked() throws MalformedFrameException {
        var asked = new ArrayList<List<Integer>>();
        for (byte[] body : line.sent()) asked.add(PageRequest.received(ByteBuffer.wrap(body)).pages());
        return asked;
    }

    private void comes(int page) throws Exception {
        known.add(HashPage.signed(author, OFFER, page, new byte[HashPage.CHUNKS * Sha256.BYTES]));
    }

    private static List<Integer> pages(int first, int end) {
        return IntStream.range(first, end).boxed().toList();
    }

    @Test
    void aPageIsAskedForOnceAllItsChunksWereAskedFor() throws Exception {
        requests.want(0, 2 * HashPage.CHUNKS);
        requests.reached(2 * HashPage.CHUNKS - 1);
        requests.reached(2 * HashPage.CHUNKS);
        requests.reached(2 * HashPage.CHUNKS);
        assertEquals(List.of(List.of(0), List.of(1)), asked());
    }

    @Test
    void onlyThePagesOfWhatWasAskedForBeforeItsTurnAreAskedFor() throws Exception {
        int far = 9 * HashPage.CHUNKS;
        requests.ahead(List.of(new ChunkSpan(0, 1), new ChunkSpan(far, HashPage.CHUNKS)));
        assertEquals(List.of(List.of(0, 9)), asked());
    }

    @Test
    void noMorePagesAreAskedForAtOnceThanMayBe() throws Exception {
        requests.want(0, CHUNKS);
        requests.reached(CHUNKS);
        requests.reached(CHUNKS);
        assertEquals(List.of(pages(0, PageRequest.PAGES_MAX)), asked());
    }

    @Test
    void whenPagesComeTheNextAreAskedFor() throws Exception {
        requests.want(0, CHUNKS);
        requests.reached(CHUNKS);
        comes(3);
        comes(5);
        comes(PageRequest.PAGES_MAX + 1); // of itself
        requests.askAgain();
        int next = PageRequest.PAGES_MAX;
        assertEquals(List.of(pages(0, next), List.of(next, next + 2)), asked());
    }
}
