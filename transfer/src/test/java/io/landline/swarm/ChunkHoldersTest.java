package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChunkHoldersTest {
    private static final int CHUNK = 3;

    private final ChunkHolders holders = new ChunkHolders(8);

    private static ChunkSet with(int chunk) {
        var set = new ChunkSet(8);
        set.add(chunk);
        return set;
    }

    @Test
    void aChunkThatTheAskerAloneHasIsWithNobodyElse() {
        holders.add(with(CHUNK));
        assertTrue(holders.isWithAnybody(CHUNK));
        assertFalse(holders.isWithAnother(CHUNK, with(CHUNK)));
        holders.add(CHUNK);
        assertTrue(holders.isWithAnother(CHUNK, with(CHUNK)), "a second one has it");
    }

    @Test
    void aChunkThatTheAskerLacksIsWithAnotherOnceOneHasIt() {
        holders.add(with(0));
        assertFalse(holders.isWithAnother(CHUNK, with(0)));
        holders.add(with(CHUNK));
        assertTrue(holders.isWithAnother(CHUNK, with(0)));
    }

    @Test
    void ofTwoWhoMayHaveAnythingOneIsTheAsker() {
        holders.add((ChunkSet) null);
        assertFalse(holders.isWithAnother(CHUNK, null), "the asker itself");
        assertTrue(holders.isWithAnother(CHUNK, with(CHUNK)), "the asker is not that one");
        holders.add((ChunkSet) null);
        assertTrue(holders.isWithAnother(CHUNK, null));
    }

    @Test
    void whoMayHaveAnythingFindsWhatOneOtherHas() {
        holders.add((ChunkSet) null);
        holders.add(with(CHUNK));
        assertTrue(holders.isWithAnother(CHUNK, null));
        assertFalse(holders.isWithAnother(0, null));
        holders.clear();
        assertFalse(holders.isWithAnybody(CHUNK));
    }
}
