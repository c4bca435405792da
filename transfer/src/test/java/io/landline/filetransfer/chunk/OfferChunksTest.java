package io.landline.filetransfer.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferChunksTest {
    @Test
    void allBytesAreThoseOfTheChunksTogether() {
        int chunkBytes = ChunkLayout.BYTES_MAX;
        List<Long> files = List.of(0L, 1L, (long) chunkBytes, chunkBytes + 1L, 5L * chunkBytes - 1);
        var builder = new OfferChunks.Builder(chunkBytes, files.size());
        files.forEach(builder::add);
        OfferChunks chunks = builder.build();
        long sum = 0;
        for (int chunk = 0; chunk < chunks.count(); chunk++) sum += chunks.bytes(chunk);
        assertEquals(sum, chunks.totalBytes());
    }
}
