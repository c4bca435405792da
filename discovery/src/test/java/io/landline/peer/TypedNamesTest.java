package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TypedNamesTest {
    @Test
    void whatIsNotSeenAroundANameIsNoPartOfIt() {
        assertEquals("class", TypedNames.tidy(" class\t"));
        assertEquals("class", TypedNames.tidy("class\n"));
        assertEquals("Ada Lovelace", TypedNames.tidy("\u3000Ada \u00a0 Lovelace "));
        assertEquals("", TypedNames.tidy(" \t"));
    }

    @Test
    void aRoomMayHaveItsSign() {
        assertEquals("class", TypedNames.room(" # class "));
        assertEquals("#class", TypedNames.room("##class"));
        assertEquals("class", TypedNames.room("class"));
    }

    @Test
    void aTabOrALineEndWithinStaysAndIsRefusedByTheName() {
        assertEquals("a\tb", TypedNames.tidy("a\tb\t"));
        assertEquals("a\nb", TypedNames.tidy("a\nb"));
    }
}
