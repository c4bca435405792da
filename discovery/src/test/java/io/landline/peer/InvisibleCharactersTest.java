package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// H47: a text of characters that draw nothing is blank, and a name looks the same with and without them.
class InvisibleCharactersTest {
    /// The edges of Default_Ignorable_Code_Point, some formatting characters, and the Braille cell without a dot.
    @ParameterizedTest
    @ValueSource(
            ints = {0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A,
                    0x202E, 0x2060, 0x2065, 0x206F, 0x2800, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0xFFF8,
                    0xFFF9, 0xFFFB, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0001, 0xE0020, 0xE007F, 0xE0100,
                    0xE01EF, 0xE0FFF})
    void whatDrawsNothingIsContained(int codePoint) {
        assertTrue(InvisibleCharacters.contains(codePoint));
    }

    /// The neighbours of these, spaces, control characters, signs of Arabic and Kaithi numbers, a mark.
    @ParameterizedTest
    @ValueSource(
            ints = {'a', ' ', '\n', 0x07, 0xA0, 0xAC, 0xAE, 0x034E, 0x0301, 0x0600, 0x0605, 0x06DD, 0x070F, 0x0890,
                    0x08E2, 0x115E, 0x1161, 0x2010, 0x2028, 0x2070, 0x27FF, 0x2801, 0x3000, 0x3163, 0x3165, 0xFDFF,
                    0xFE10, 0xFFFC, 0x110BD, 0x110CD, 0x1F600, 0xDFFFF, 0xE1000})
    void whatIsSeenOrIsASpaceIsNot(int codePoint) {
        assertFalse(InvisibleCharacters.contains(codePoint));
    }

    @Test
    void aTextOfThemIsBlankAndANameLooksAlikeWithEach() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(InvisibleCharacters::contains)
                .mapToObj(Character::toString)
                .forEach(each -> {
                    assertTrue(BlankText.is(each), () -> Integer.toHexString(each.codePointAt(0)));
                    assertEquals(NameSkeleton.of("Anna"), NameSkeleton.of("An" + each + "na"),
                            () -> Integer.toHexString(each.codePointAt(0)));
                });
    }

    @Test
    void whatShapesOthersDrawsNothingItself() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(InvisibleCharacters::shapesOthers)
                .forEach(each -> assertTrue(InvisibleCharacters.contains(each)));
        assertTrue(InvisibleCharacters.shapesOthers(0x200D));
        assertFalse(InvisibleCharacters.shapesOthers(0x200B));
    }
}
