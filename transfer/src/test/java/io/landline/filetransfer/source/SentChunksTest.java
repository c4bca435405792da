package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SentChunksTest {
    private static final int LENGTH = 1_000;

    @Test
    void whatGoesAgainCountsOnce() {
        var sent = new SentChunks(0);
        sent.sent(3, LENGTH);
        sent.sent(4, LENGTH);
        sent.sent(3, LENGTH);
        assertEquals(2 * LENGTH, sent.bytes());
    }

    @Test
    void whatEarlierRunsSentIsCountedToo() {
        var sent = new SentChunks(70 * LENGTH);
        sent.sent(70, LENGTH);
        assertEquals(71 * LENGTH, sent.bytes());
    }
}
