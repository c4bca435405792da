package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferStoreException;
import io.landline.peer.Endpoint;
import io.landline.room.EntryId;
import io.landline.session.Session;
import io.landline.session.core.BulkInMemory;
import io.landline.session.core.SessionInMemory;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A receiver asks for pages of hashes, and the disk answers as it can.
class ChunkServerTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    private final FakeStore store = new FakeStore() {
        @Override
        public synchronized byte[] hashPage(EntryId offer, int number) {
            if (failsAtPages) throw broken();
            return super.hashPage(offer, number);
        }
    };
    private final CompletableFuture<String> first = new CompletableFuture<>();
    private final BulkInMemory bulk = new BulkInMemory() {
        @Override
        public Session session() {
            return session;
        }

        @Override
        public void close() {
            first.complete("ended");
            super.close();
        }
    };
    private volatile boolean failsAtPages;
    private final Session session = new SessionInMemory(1, new Endpoint(InetAddress.getLoopbackAddress(), 1));
    private Upload upload;

    @BeforeEach
    void offer() throws Exception {
        upload = OfferedFile.upload(store, folder, session);
        assertTrue(upload.pages().holds(0));
        upload.grant();
    }

    private static TransferStoreException broken() {
        return new TransferStoreException(FailureReason.LOST, "broken", new IOException());
    }

    /// Else it would try again at once and without end, as long as the store fails.
    @Test
    void whereThePlaceOfAChunkCannotBeReadTheConnectionEndsAndTheReceiverAsksAgain() throws Exception {
        int[] reads = {0};
        store.sourcesListed = () -> {
            if (++reads[0] == 2) first.complete("tried again at once");
            throw broken();
        };
        var server = new ChunkServer(bulk, SpeedLimits.ofThisComputer(), (_, _) -> {});
        try {
            server.askForPages(upload, List.of(0));
            assertEquals("ended", first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            server.close();
        }
    }

    /// Else it would wait for the chunk until its time is over.
    @Test
    void whereThePageOfAChunkCannotBeReadTheConnectionEndsAndTheReceiverAsksAgain() throws Exception {
        failsAtPages = true;
        var server = new ChunkServer(bulk, SpeedLimits.ofThisComputer(), (_, _) -> {});
        try {
            server.ask(upload, List.of(new ChunkSpan(0, 1)));
            assertEquals("ended", first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } finally {
            server.close();
        }
    }
}
