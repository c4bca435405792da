package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.cost.Standing;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.peer.Endpoint;
import io.landline.room.EntryId;
import io.landline.session.core.SessionInMemory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store refuses a page of hashes once, as a full disk does.
class PageNotKeptTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private final FakeStore store = new FakeStore() {
        private boolean isRefused;

        @Override
        public synchronized void saveHashPage(EntryId offer, int number, byte[] page) {
            if (!isRefused) {
                isRefused = true;
                throw new TransferStoreException(FailureReason.DISK_FULL, "full", new IOException());
            }
            super.saveHashPage(offer, number, page);
        }
    };
    private final byte[] buffer = new byte[ChunkLayout.BYTES_MAX];
    private Upload upload;
    private OwnChunks chunks;

    @BeforeEach
    void offer() throws Exception {
        var session = new SessionInMemory(1, new Endpoint(InetAddress.getLoopbackAddress(), 1));
        upload = OfferedFile.upload(store, folder, session);
        chunks = new OwnChunks(upload, (_, _) -> {});
    }

    @Test
    void theChunkIsGivenAndThePageIsKeptTheNextTime() {
        assertEquals(3, chunks.read(0, buffer));
        assertNotNull(upload.pages().page(0));
    }

    @Test
    void whoMakesPagesMakesItTheNextTime() throws Exception {
        chunks.read(0, buffer);
        try (var maker = new PageMaker(_ -> Standing.MEMBER)) {
            var made = new CompletableFuture<HashPage>();
            maker.make(upload, chunks, 0, made::complete);
            assertEquals(OfferedFile.OFFER, made.get(PATIENCE_SECONDS, TimeUnit.SECONDS).offer());
        }
    }
}
