package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class WireWordTest {
    private enum Fruit {
        APPLE,
        BLOOD_ORANGE
    }

    @Test
    void aConstantIsWrittenInSmallLettersWithHyphensAndFoundByThat() {
        assertEquals("blood-orange", WireWord.of(Fruit.BLOOD_ORANGE));
        for (Fruit fruit : Fruit.values()) assertEquals(fruit, WireWord.find(Fruit.class, WireWord.of(fruit)));
    }

    @Test
    void aWordOfALaterVersionIsNoConstant() {
        for (String word : List.of("", "kiwi", "BLOOD_ORANGE", "blood_orange", "Apple", "apple ")) {
            assertNull(WireWord.find(Fruit.class, word));
        }
    }
}
