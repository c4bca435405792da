package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.testing.Seed;
import io.landline.ui.control.CheckedName.Problem;
import org.junit.jupiter.api.Test;

class CheckedNameTest {
    @Test
    void blanksAroundANameAreNotPartOfIt() {
        assertEquals(new CheckedName("Max Muster", Problem.NONE), CheckedName.ofPerson("  Max \t\n Muster "));
    }

    @Test
    void aNameOfBlanksIsEmpty() {
        assertEquals(Problem.EMPTY, CheckedName.ofPerson(" \u00a0\u2003\u0007 ").problem());
        assertEquals(Problem.EMPTY, CheckedName.ofRoom(" # ").problem());
    }

    @Test
    void theLongestNameFitsAndOneMoreDoesNot() {
        assertTrue(CheckedName.ofPerson("é".repeat(PeerName.MAX_CODE_POINTS)).fits());
        assertEquals(Problem.TOO_LONG, CheckedName.ofPerson("e".repeat(PeerName.MAX_CODE_POINTS + 1)).problem());
        assertTrue(CheckedName.ofRoom("é".repeat(RoomName.MAX_BYTES / 2)).fits());
        assertEquals(Problem.TOO_LONG, CheckedName.ofRoom("é".repeat(RoomName.MAX_BYTES / 2 + 1)).problem());
    }

    @Test
    void theHashBeforeARoomIsNotPartOfItsName() {
        assertEquals("class", CheckedName.ofRoom("#class").value());
    }

    @Test
    void whateverIsTypedAFittingNameIsOne() {
        var random = Seed.random("CheckedNameTest");
        for (int i = 0; i < 2_000; i++) {
            var typed = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) typed.append((char) random.nextInt(0x10000));
            CheckedName person = CheckedName.ofPerson(typed.toString());
            CheckedName room = CheckedName.ofRoom(typed.toString());
            assertEquals(person.fits(), PeerName.fits(person.value()), () -> "of " + typed);
            assertEquals(room.fits(), RoomName.fits(room.value()), () -> "of " + typed);
        }
    }
}
