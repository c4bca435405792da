package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.testing.Seed;
import io.landline.ui.welcome.TypedName.Problem;
import org.junit.jupiter.api.Test;

class TypedNameTest {
    @Test
    void blanksAroundANameAreNotPartOfIt() {
        assertEquals(new TypedName("Max Muster", Problem.NONE), TypedName.ofPerson("  Max \t\n Muster "));
    }

    @Test
    void aNameOfBlanksIsEmpty() {
        assertEquals(Problem.EMPTY, TypedName.ofPerson(" \u00a0\u2003\u0007 ").problem());
        assertEquals(Problem.EMPTY, TypedName.ofRoom(" # ").problem());
    }

    @Test
    void theLongestNameFitsAndOneMoreDoesNot() {
        assertTrue(TypedName.ofPerson("é".repeat(PeerName.MAX_CODE_POINTS)).fits());
        assertEquals(Problem.TOO_LONG, TypedName.ofPerson("e".repeat(PeerName.MAX_CODE_POINTS + 1)).problem());
        assertTrue(TypedName.ofRoom("é".repeat(RoomName.MAX_BYTES / 2)).fits());
        assertEquals(Problem.TOO_LONG, TypedName.ofRoom("é".repeat(RoomName.MAX_BYTES / 2 + 1)).problem());
    }

    @Test
    void theHashBeforeARoomIsNotPartOfItsName() {
        assertEquals("class", TypedName.ofRoom("#class").value());
    }

    @Test
    void whateverIsTypedAFittingNameIsOne() {
        var random = Seed.random("TypedNameTest");
        for (int i = 0; i < 2_000; i++) {
            var typed = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) typed.append((char) random.nextInt(0x10000));
            TypedName person = TypedName.ofPerson(typed.toString());
            TypedName room = TypedName.ofRoom(typed.toString());
            assertEquals(person.fits(), PeerName.fits(person.value()), () -> "of " + typed);
            assertEquals(room.fits(), RoomName.fits(room.value()), () -> "of " + typed);
        }
    }
}
