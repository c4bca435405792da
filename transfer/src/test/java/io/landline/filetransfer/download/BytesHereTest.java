package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BytesHereTest {
    private static final long NOTED = 400;

    private final BytesHere bytes = new BytesHere(NOTED);

    @Test
    void whileWhatIsKeptIsCountedNoLessIsToldThanTheLastNote() {
        bytes.found(100);
        bytes.add(7);
        assertEquals(NOTED, bytes.shown());
        assertEquals(107, bytes.known());
        bytes.found(300);
        assertEquals(407, bytes.shown());
    }

    @Test
    void onceAllIsCountedTheTruthIsTold() {
        bytes.found(390);
        bytes.counted();
        assertEquals(390, bytes.shown());
        bytes.add(7);
        bytes.add(-2);
        assertEquals(395, bytes.shown());
    }

    @Test
    void whatEarlierRunsLeftDidNotArrive() {
        bytes.found(390);
        assertEquals(0, bytes.arrived());
        bytes.add(7);
        assertEquals(7, bytes.arrived());
    }
}
