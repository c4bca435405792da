package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is shown of the time goes on with it.
class PassingTimeTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final PassingTime time = new PassingTime();
    private LocalDate today = MONDAY;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// Its cells say which day it is, as lists do that have *Today* and *Yesterday*.
    private ListView<String> list() {
        var list = new ListView<String>();
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item + " of " + today);
            }
        });
        list.getItems().add("a message");
        time.eachDay(list, () -> today);
        return list;
    }

    /// Some cells are empty, and one measures the others.
    private static Set<String> said(TestedScreen screen) {
        return screen.texts().stream().filter(each -> !each.isEmpty()).collect(Collectors.toSet());
    }

    @Test
    void aListNamesDaysByTheNewDayAfterMidnight() {
        TestedScreen.onFx(() -> {
            var screen = new TestedScreen(new VBox(list()), 400, 300);
            screen.settle();
            time.passed();
            screen.settle();
            assertEquals(Set.of("a message of 2026-11-23"), said(screen));
            today = MONDAY.plusDays(1);
            time.passed();
            screen.settle();
            assertEquals(Set.of("a message of 2026-11-24"), said(screen));
        });
    }

    /// A page that is kept behind another one.
    @Test
    void aListThatWasOutOfSightOverMidnightNamesThemRightWhenItComesBack() {
        TestedScreen.onFx(() -> {
            var list = list();
            var place = new StackPane(list);
            var screen = new TestedScreen(place, 400, 300);
            screen.settle();
            place.getChildren().clear();
            today = MONDAY.plusDays(1);
            time.passed();
            place.getChildren().add(list);
            screen.settle();
            assertEquals(Set.of("a message of 2026-11-24"), said(screen));
        });
    }

    @Test
    void whatIsInNoWindowIsNotTold() {
        TestedScreen.onFx(() -> {
            var looks = new ArrayList<LocalDate>();
            var node = new VBox();
            time.whileShown(node, () -> looks.add(today));
            time.passed();
            assertEquals(List.of(), looks);
            var window = new VBox(node);
            new TestedScreen(window, 100, 100);
            time.passed();
            assertEquals(2, looks.size(), "as it came, and then");
            window.getChildren().clear();
            time.passed();
            assertEquals(2, looks.size());
        });
    }

    @Test
    void eachMinuteIsToldUntilTheEnd() {
        TestedScreen.onFx(() -> {
            Deque<Runnable> waiting = new ArrayDeque<>();
            var delays = new ArrayList<Duration>();
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, (delay, work) -> {
                delays.add(delay);
                waiting.add(work);
            });
            var minutes = new ArrayList<LocalDate>();
            var node = new VBox();
            new TestedScreen(node, 100, 100);
            time.whileShown(node, () -> minutes.add(today));
            time.begin(background);
            for (int minute = 1; minute <= 3; minute++) {
                waiting.remove().run();
                assertEquals(minute + 1, minutes.size(), "with the one at its beginning");
            }
            assertEquals(List.of(Duration.ofMinutes(1)), delays.stream().distinct().toList());
            time.close();
            waiting.remove().run();
            assertEquals(4, minutes.size());
            assertTrue(waiting.isEmpty());
        });
    }
}
