package io.landline.filetransfer.chunk;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Chunks between who brings them and who writes them.
class ChunkQueueTest {
    private static final Fingerprint PEER = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final int BYTES = 8;
    private static final int MANY = 32;
    private static final long PATIENCE_SECONDS = 30;

    private final ChunkQueue queue = new ChunkQueue(BYTES);

    private CompletableFuture<Void> bring(int chunks) {
        return CompletableFuture.runAsync(() -> {
            try {
                for (int chunk = 0; chunk < chunks; chunk++) queue.put(PEER, chunk, ByteBuffer.allocate(BYTES));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void whoBringsMoreThanThereAreBuffersGoesOnOnceNobodyTakesThem() throws Exception {
        CompletableFuture<Void> brought = bring(MANY);
        queue.stop();
        assertNull(brought.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void soDoesWhoFindsItFullOfPokes() throws Exception {
        for (int n = 0; n < MANY; n++) queue.poke();
        CompletableFuture<Void> brought = bring(1);
        queue.stop();
        assertNull(brought.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
