package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypedShelfTest {
    private static final String ID = "0102030405060708";
    private static final Shelf ADAS = shelf(1, "Ada", ID, "Notes", null);
    private static final Shelf EVES = shelf(2, "Eve", ID, "Notes", null);

    private static Shelf shelf(int owner, String name, String id, String title, @Nullable Path folder) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) owner;
        return new Shelf(id, "#class", Fingerprint.of(bytes), name, title, folder);
    }

    @Test
    void aShelfIsFoundByItsTitleItsIdAndItsFirstDigits() {
        var other = shelf(3, "Ben", "a1b2c3d4e5f60718", "2024", null);
        List<Shelf> all = List.of(ADAS, other);
        for (String typed : List.of("Notes", "notes", ID, "01020304", "0102")) {
            assertEquals(List.of(ADAS), TypedShelf.of(typed, all), typed);
        }
        assertEquals(List.of(other), TypedShelf.of("2024", all));
        assertEquals(List.of(), TypedShelf.of("010", all));
    }

    /// A member sees the ids of all shelves of the room, and may give its own the same, and the same title.
    @Test
    void h42_aShelfWithTheIdAndTheTitleOfAnotherIsToldApartByItsOwner() {
        List<Shelf> all = List.of(EVES, ADAS);
        assertEquals(all, TypedShelf.of(ID, all));
        assertEquals("02000000/" + ID + " (Eve), 01000000/" + ID + " (Ada)", TypedShelf.told(all));
        assertEquals(List.of(ADAS), TypedShelf.of("01000000/" + ID, all));
        assertEquals(List.of(ADAS), TypedShelf.of("01000000/Notes", all));
        assertEquals(List.of(EVES), TypedShelf.of("02000000/0102", all));
    }

    @Test
    void h42_aTitleThatLooksLikeAnOwnerAndAnIdIsNoOther() {
        var eves = shelf(2, "Eve", "ffff030405060708", "01000000/Notes", null);
        assertEquals(List.of(ADAS), TypedShelf.of("01000000/Notes", List.of(eves, ADAS)));
        assertEquals(List.of(), TypedShelf.of("01000000/Notes", List.of(eves)), "Ada has closed it");
    }

    @Test
    void h42_nobodyElsesShelfStandsInTheWayOfClosingAnOwnOne() {
        var own = shelf(4, "", ID, "Notes", Path.of("notes"));
        assertEquals(List.of(own), TypedShelf.toClose("Notes", List.of(EVES, own)));
        assertEquals(List.of(own), TypedShelf.toClose(ID, List.of(EVES, own)));
        assertEquals(List.of(EVES), TypedShelf.toClose(ID, List.of(EVES)), "which says that it is another's");
    }

    @Test
    void h42_aSentenceThatListsShelvesIsShort() {
        String told = TypedShelf.told(Collections.nCopies(10_000, ADAS));
        assertTrue(told.endsWith(", …") && told.length() < 1_000, told);
    }
}
