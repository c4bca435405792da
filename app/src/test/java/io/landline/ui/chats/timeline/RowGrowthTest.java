package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.time.LocalDate;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowGrowthTest {
    private static final TimelineRow MONDAY = new TimelineRow.Day(LocalDate.of(2026, 11, 23));
    private static final TimelineRow TUESDAY = new TimelineRow.Day(LocalDate.of(2026, 11, 24));

    private int grown;

    private static final class Cell extends ListCell<TimelineRow> {
        void show(TimelineRow row) {
            updateItem(row, row == null);
        }
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void aRowThatGrowsOrShrinksIsTold() {
        onCell((cell, room) -> {
            layOut(cell, room, MONDAY, 30);
            layOut(cell, room, MONDAY, 40);
            assertEquals(1, grown);
            layOut(cell, room, MONDAY, 30);
            assertEquals(2, grown);
        });
    }

    @Test
    void aRowThatStaysAsHighIsNot() {
        onCell((cell, room) -> {
            layOut(cell, room, MONDAY, 30);
            layOut(cell, room, MONDAY, 30);
            assertEquals(0, grown);
        });
    }

    @Test
    void anotherRowInTheSameCellIsNoGrowth() {
        onCell((cell, room) -> {
            layOut(cell, room, MONDAY, 30);
            layOut(cell, room, TUESDAY, 40);
            layOut(cell, room, null, 20);
            layOut(cell, room, MONDAY, 30);
            assertEquals(0, grown);
        });
    }

    @Test
    void aRowThatCameWithTheHeightOfTheOneBeforeCanGrow() {
        onCell((cell, room) -> {
            layOut(cell, room, MONDAY, 30);
            layOut(cell, room, TUESDAY, 30);
            layOut(cell, room, TUESDAY, 40);
            assertEquals(1, grown);
        });
    }

    private interface Work {
        void with(Cell cell, Pane room);
    }

    private void onCell(Work work) {
        TestedScreen.onFx(() -> {
            var cell = new Cell();
            cell.setManaged(false);
            RowGrowth.watch(cell, () -> grown++);
            work.with(cell, new Pane(cell));
        });
    }

    private static void layOut(Cell cell, Pane room, TimelineRow row, double height) {
        cell.show(row);
        cell.resize(100, height);
        cell.requestLayout();
        room.layout();
    }
}
