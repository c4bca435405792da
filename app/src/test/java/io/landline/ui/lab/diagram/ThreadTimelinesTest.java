package io.landline.ui.lab.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.threads.TwoThreads.Count;
import io.landline.lab.threads.TwoThreads.Interleaving;
import io.landline.language.Language;
import io.landline.ui.lab.LabPage;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers of two threads, each at its time on the line of its thread.
class ThreadTimelinesTest {
    private static final double WIDTH = 500;
    private static final double NEAR = 1.5;
    private static final Count FIRST = new Count(1, 0, 0);
    private static final Count SECOND = new Count(2, 0, 1_000);
    private static final Count THIRD = new Count(1, 1, 2_000);
    private static final Count LATE = new Count(2, 1, 8_000);

    private ThreadTimelines timelines;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        TestedScreen.onFx(() -> {
            var texts = new FakeWindow().context(new FakeNode(), Language.ENGLISH).texts(LabPage.class);
            timelines = new ThreadTimelines(texts);
            screen = new TestedScreen(timelines, WIDTH, 300);
        });
    }

    private void show(Count... counts) {
        TestedScreen.onFx(() -> {
            timelines.show(new Interleaving(List.of(counts)));
            screen.settle();
        });
    }

    private List<Label> marks(int thread) {
        return TestedScreen.onFx(() -> screen.all(Label.class)
                .stream()
                .filter(each -> each.getStyleClass().contains("lab-count-" + thread))
                .toList());
    }

    private static List<String> numbers(List<Label> marks) {
        return marks.stream().map(Label::getText).toList();
    }

    private String said(String beginning) {
        return TestedScreen.onFx(() -> screen.texts()
                .stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElse("nothing that begins with " + beginning + " in " + screen.texts()));
    }

    private static double at(Label mark) {
        return TestedScreen.onFx(mark::getLayoutX);
    }

    @Test
    void eachNumberStandsAtItsTimeOnTheLineOfItsThread() {
        show(FIRST, SECOND, THIRD);
        List<Label> one = marks(1);
        List<Label> two = marks(2);
        assertEquals(List.of("0", "1"), numbers(one));
        assertEquals(List.of("0"), numbers(two));
        assertEquals(0, at(one.getFirst()), NEAR);
        assertEquals(at(one.getLast()) / 2, at(two.getFirst()), NEAR);
        double room = WIDTH - TestedScreen.onFx(() -> one.getFirst().getWidth());
        assertEquals(room / 2, at(one.getLast()), NEAR, "the lines are four seconds long at least");
        assertTrue(said("In the order of coming").endsWith("1:0  2:0  1:1"), said("In the order of coming"));
        assertEquals("from 0 to 4.0 s", said("from 0"));
    }

    @Test
    void numbersOfOneThreadThatComeSoonAfterEachOtherDoNotLieOnEachOther() {
        show(FIRST, new Count(1, 1, 1));
        List<Bounds> all = marks(1).stream().map(each -> TestedScreen.onFx(each::getBoundsInParent)).toList();
        double apart = all.getLast().getCenterY() - all.getFirst().getCenterY();
        assertTrue(Math.abs(apart) > all.getFirst().getHeight() / 4, all::toString);
    }

    @Test
    void whatIsCountedMeanwhileComesToWhatStandsThereAndTheLinesGrow() {
        show(FIRST, SECOND);
        Label before = marks(2).getFirst();
        double at = at(before);
        show(FIRST, SECOND, THIRD, LATE);
        assertEquals(before, marks(2).getFirst(), "it does not appear again");
        assertEquals(List.of("0", "1"), numbers(marks(2)));
        assertEquals(at / 2, at(before), NEAR);
        assertEquals("from 0 to 8.0 s", said("from 0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anotherRunBeginsWithEmptyLines(int counted) {
        show(FIRST, SECOND, LATE);
        Count[] other = {new Count(2, 0, 10), new Count(1, 0, 20), new Count(2, 1, 30)};
        show(Arrays.copyOf(other, counted));
        assertEquals(counted == 3 ? List.of("0", "1") : List.of("0"), numbers(marks(2)));
        assertEquals(counted == 1 ? List.of() : List.of("0"), numbers(marks(1)));
        assertEquals("from 0 to 4.0 s", said("from 0"));
    }

    @Test
    void nothingStandsThereOnceThereIsNoResult() {
        show(FIRST, SECOND);
        TestedScreen.onFx(() -> {
            timelines.show(null);
            screen.settle();
        });
        assertEquals(List.of(), marks(1));
        assertEquals(List.of(), marks(2));
    }
}
