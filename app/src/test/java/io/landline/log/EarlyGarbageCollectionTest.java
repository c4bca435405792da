package io.landline.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// A heap in numbers: what lives, and what of it is garbage.
class EarlyGarbageCollectionTest {
    private static final long MIB = 1L << 20;

    private long living = 39 * MIB;
    private long garbage;
    private int collections;
    private final EarlyGarbageCollection early = new EarlyGarbageCollection(() -> living + garbage, () -> {
        garbage = 0;
        collections++;
    });

    private void look() {
        for (int i = 0; i < EarlyGarbageCollection.LOOKS_APART; i++) early.collectIfDue();
    }

    @Test
    void whatTheYoungGenerationHoldsCausesNoCollectionOfAll() {
        garbage = 10 * MIB;
        look();
        assertEquals(1, collections, "the first, as soon as more than usual is in use");
        for (int i = 0; i < 100; i++) {
            garbage = i % 16 * MIB;
            look();
        }
        assertEquals(2, collections, "once more after a while, which gains nothing");
    }

    @Test
    void garbageThatGotOldIsCollectedBeforeTheHeapIsFull() {
        for (int i = 0; i < 100; i++) {
            garbage += 4 * MIB;
            look();
        }
        assertEquals(25, collections, "each 16 MiB");
    }

    @Test
    void aLargeHeapMayGrowByAFourth() {
        living = 200 * MIB;
        look();
        garbage = 49 * MIB;
        look();
        assertEquals(1, collections);
        garbage = 50 * MIB;
        look();
        assertEquals(2, collections);
    }

    @Test
    void whatLivedInAFloodIsCollectedSoonAfterIt() {
        living = 84 * MIB;
        look();
        assertEquals(1, collections);
        living = 42 * MIB;
        garbage = 42 * MIB; // nothing grows any more
        for (int i = 0; i < EarlyGarbageCollection.LOOKS_UNTIL_AGAIN; i++) early.collectIfDue();
        assertEquals(2, collections);
        assertEquals(0, garbage);
        for (int i = 0; i < 10 * EarlyGarbageCollection.LOOKS_UNTIL_AGAIN; i++) {
            garbage = 10 * MIB;
            early.collectIfDue();
        }
        assertEquals(3, collections, "the last one gained nothing");
    }

    @Test
    void aQuietHeapIsLeftAlone() {
        garbage = 8 * MIB;
        for (int i = 0; i < 10; i++) look();
        assertEquals(0, collections);
    }
}
