package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static boolean takes(List<String> chosen, String path) {
        return Choice.of(chosen).takes(List.of(path.split("/")));
    }

    @Test
    void aPlaceIsMeantFromTheTopAlone() {
        assertTrue(takes(List.of("/a.txt"), "a.txt"));
        assertFalse(takes(List.of("/a.txt"), "Holiday/a.txt"));
        assertTrue(takes(List.of("/Holiday"), "Holiday/a.txt"));
        assertTrue(takes(List.of("a.txt"), "Holiday/a.txt"), "a name without it is one at any depth");
    }

    @Test
    void signsOfPatternsStandForThemselvesInAPlace() {
        assertTrue(takes(List.of("/a[1.txt"), "a[1.txt"));
        assertTrue(takes(List.of("/*"), "*"));
        assertFalse(takes(List.of("/*"), "a"));
    }

    @Test
    void theNearestPlaceDecides() {
        List<String> chosen = List.of("/", "!/Holiday/raw", "/Holiday/raw/best.jpg");
        assertTrue(takes(chosen, "notes.txt"));
        assertTrue(takes(chosen, "Holiday/a.jpg"));
        assertFalse(takes(chosen, "Holiday/raw/b.jpg"));
        assertTrue(takes(chosen, "Holiday/raw/best.jpg"));
        assertFalse(takes(List.of("/Holiday", "!/Holiday/raw"), "notes.txt"));
    }

    @Test
    void aPlaceIsWrittenAsItIsRead() {
        assertEquals("/Holiday", Choice.place("Holiday", true));
        assertEquals("!/Holiday", Choice.place("Holiday", false));
        assertEquals("/", Choice.place("", true));
        assertTrue(takes(List.of(Choice.place("", true), Choice.place("b", false)), "a"));
    }

    @Test
    void asManyPlacesAsTheLimitAreTakenAndOneMoreIsNot() {
        List<String> most = Stream.iterate(0, i -> i + 1).limit(Choice.PLACES_MAX).map(i -> "/" + i).toList();
        assertTrue(takes(most, "9999"));
        assertThrows(IllegalArgumentException.class,
                () -> Choice.of(Collections.nCopies(Choice.PLACES_MAX + 1, "/a")));
        assertThrows(IllegalArgumentException.class,
                () -> Choice.of(Collections.nCopies(Choice.PATTERNS_MAX + 1, "a")));
    }

    @Test
    void theRestIsAllThatWasNotChosen() {
        for (List<String> chosen : List.of(List.of("/", "!/Holiday/raw"), List.of("*.jpg"), List.of("!/"))) {
            Choice first = Choice.of(chosen);
            Choice rest = Choice.of(first.rest().patterns());
            assertTrue(rest.isRest());
            for (String path : List.of("a.jpg", "b.txt", "Holiday/raw/c.jpg", "Holiday/raw/d", "Holiday")) {
                List<String> names = List.of(path.split("/"));
                assertEquals(!first.takes(names), rest.takes(names), chosen + " " + path);
            }
        }
    }

    @Test
    void theRestOfAsMuchAsCanBeChosenCanBeChosen() {
        List<String> most = Collections.nCopies(Choice.PLACES_MAX, "/a");
        assertFalse(Choice.of(Choice.of(most).rest().patterns()).takes(List.of("a")));
    }
}
