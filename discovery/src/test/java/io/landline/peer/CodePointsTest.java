package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CodePointsTest {
    @Test
    void aCutNeverHalvesACharacter() {
        String text = "a\uD83D\uDE00b";
        assertEquals(1, CodePoints.cut(text, 1));
        assertEquals(1, CodePoints.cut(text, 2));
        assertEquals(3, CodePoints.cut(text, 3));
        assertEquals(4, CodePoints.cut(text, 4));
    }
}
