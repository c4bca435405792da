package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.testing.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ListPatchTest {

    @Test
    void anyListBecomesAnyOther() {
        var random = Seed.random("ListPatchTest");
        for (int round = 0; round < 1_000; round++) {
            List<Integer> shown = some(random);
            List<Integer> wanted = some(random);
            ListPatch.move(shown, wanted);
            assertEquals(wanted, shown);
        }
    }

    @Test
    void aRowOfTheSameKeyIsReplacedInItsPlaceAndOthersAreLeftAlone() {
        ObservableList<String> shown = FXCollections.observableArrayList("a1", "b1", "c1");
        var touched = new ArrayList<String>();
        shown.addListener((ListChangeListener<String>) change -> {
            while (change.next()) touched.add(change.getFrom() + "-" + change.getTo());
        });
        ListPatch.update(shown, List.of("a1", "b2", "c1"), row -> row.charAt(0));
        assertEquals(List.of("a1", "b2", "c1"), shown);
        assertEquals(List.of("1-2"), touched);
    }

    @Test
    void rowsThatCameAndWentInTheMiddleLeaveBothEndsAlone() {
        ObservableList<String> shown = FXCollections.observableArrayList("a", "x", "z");
        ListPatch.update(shown, List.of("a", "m", "n", "z"), row -> row);
        assertEquals(List.of("a", "m", "n", "z"), shown);
    }

    @Test
    void aWindowThatMovesAlongAListKeepsWhatBothHave() {
        ObservableList<Integer> shown = FXCollections.observableArrayList(5, 6, 7, 8);
        var removed = new ArrayList<Integer>();
        shown.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) removed.addAll(change.getRemoved());
        });
        ListPatch.update(shown, List.of(3, 4, 5, 6), row -> row);
        assertEquals(List.of(3, 4, 5, 6), shown);
        assertEquals(List.of(7, 8), removed);
        removed.clear();
        ListPatch.update(shown, List.of(5, 6, 7, 8), row -> row);
        assertEquals(List.of(5, 6, 7, 8), shown);
        assertEquals(List.of(3, 4), removed);
    }

    @Test
    void anyListIsBroughtToAnyOtherByKeys() {
        var random = Seed.random("ListPatchTest");
        for (int round = 0; round < 1_000; round++) {
            ObservableList<Integer> shown = FXCollections.observableArrayList(some(random));
            List<Integer> wanted = some(random);
            ListPatch.update(shown, wanted, row -> row);
            assertEquals(wanted, shown);
        }
    }

    private static List<Integer> some(Random random) {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) if (random.nextBoolean()) all.add(i);
        Collections.shuffle(all, random);
        return all;
    }
}
