package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedReferenceTest {
    private static final Fingerprint ANNA = peer(0xab);
    private static final Fingerprint BEN = peer(0xcd);
    private static final Fingerprint POSER = peer(0xef);
    private static final Map<Fingerprint, String> NAMES = Map.of(ANNA, "Anna", BEN, "anna", POSER, ANNA.brief());

    private static Fingerprint peer(int first) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) first;
        return Fingerprint.of(bytes);
    }

    private static List<Fingerprint> meant(String typed) {
        return TypedReference.person(typed, List.of(ANNA, BEN, POSER), NAMES::get);
    }

    @Test
    void aPeerThatCallsItselfByTheDigitsOfAnotherIsNotMeantByThem() {
        assertEquals(List.of(ANNA), meant(ANNA.brief()));
        assertEquals(List.of(ANNA), meant("AB00000000"));
    }

    @Test
    void fewerDigitsThanEightAreAName() {
        assertEquals(List.of(), meant("ab00000"));
    }

    @Test
    void aNameInItsOwnCaseComesBeforeOthers() {
        assertEquals(List.of(ANNA), meant("Anna"));
        assertEquals(List.of(BEN), meant("anna"));
        assertEquals(List.of(ANNA, BEN), meant("ANNA"));
    }

    @Test
    void whoIsMeantByAPartOfANameOrAWrongLetterIsGuessedWhereItIsOnePerson() {
        Map<Fingerprint, String> people = Map.of(ANNA, "Anna \uD83C\uDF93 Kowalska", BEN, "Ben", POSER,
                "Benno Kowalska");
        assertEquals(Optional.of(ANNA), TypedReference.near("anna", people));
        assertEquals(Optional.of(ANNA), TypedReference.near("Ana", people));
        assertEquals(Optional.of(BEN), TypedReference.near("Bne", people));
        assertEquals(Optional.empty(), TypedReference.near("Kowalska", people), "two have that name");
        assertEquals(Optional.empty(), TypedReference.near("Zoë", people));
        assertEquals(Optional.empty(), TypedReference.near("", people));
        assertEquals(Optional.empty(), TypedReference.near("\uD83C\uDF93", people));
    }
}
