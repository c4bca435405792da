package io.landline.filetransfer.swarm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import org.junit.jupiter.api.Test;

class AskedChunksTest {
    private static final Fingerprint MINA = Identity.generate().fingerprint();
    private static final Fingerprint MALLORY = Identity.generate().fingerprint();

    private final AskedChunks asked = new AskedChunks();

    @Test
    void aChunkIsTakenOnceOfEachThatWasAskedAndOfNobodyElse() {
        asked.add(MINA, 7);
        assertFalse(asked.arriving(MALLORY, 7));
        asked.add(MALLORY, 7);
        assertTrue(asked.arriving(MALLORY, 7));
        assertFalse(asked.arriving(MALLORY, 7));
        assertTrue(asked.arriving(MINA, 7));
        assertFalse(asked.arriving(MINA, 8));
    }

    @Test
    void theOldestOfTooManyAreForgotten() {
        for (int chunk = 0; chunk <= AskedChunks.ASKED_MAX; chunk++) asked.add(MINA, chunk);
        assertFalse(asked.arriving(MINA, 0));
        assertTrue(asked.arriving(MINA, 1));
    }
}
