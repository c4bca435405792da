package io.landline.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {
    @ParameterizedTest
    @CsvSource({"pianno,piano", "pinao,piano", "paino,piano", "riber,river", "rive,river", "ambr,amber"})
    void aMistypedWordLeadsToTheOneThatWasMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), RoomKey.nearestListed(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzyzx", "1234", "qqq", "", "piano", "עברית"})
    void whereNothingIsNearNothingIsOffered(String typed) {
        assertEquals(Optional.empty(), RoomKey.nearestListed(typed));
    }

    @Test
    void aWholePageIsNoWord() {
        assertEquals(Optional.empty(), RoomKey.nearestListed("x".repeat(RoomKey.MAX_BYTES)));
    }

    @Test
    void everyWordWithTwoLettersSwappedLeadsToAWordAsNear() {
        for (String word : WordList.all()) {
            String swapped = word.charAt(1) + "" + word.charAt(0) + word.substring(2);
            if (WordList.has(swapped)) continue;
            assertEquals(true, RoomKey.nearestListed(swapped).isPresent(), swapped);
        }
    }
}
