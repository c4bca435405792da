package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FollowedListTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static void press(Node target) {
        Event.fireEvent(target, new MouseEvent(MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false,
                false, false, false, true, false, false, false, false, true, null));
    }

    @Test
    void aClickBesideTheRowsChoosesNoneSoTheEndIsFollowedOn() {
        TestedScreen.onFx(() -> {
            var list = new ListView<>(FXCollections.observableArrayList("one", "two"));
            list.setFixedCellSize(20); // empty cells fill the rest then
            var following = new SimpleBooleanProperty(true);
            var followed = new FollowedList<>(list, following,
                    new FakeWindow().context(new FakeNode(), Language.ENGLISH).fx());
            var screen = new TestedScreen(list, 200, 400);
            screen.settle();
            press(list);
            assertTrue(following.get(), "beside all cells");
            for (ListCell<?> cell : screen.all(ListCell.class)) if (cell.isEmpty()) press(cell);
            assertTrue(following.get(), "an empty cell is no row");
            screen.all(ListCell.class).stream().filter(cell -> !cell.isEmpty()).forEach(FollowedListTest::press);
            assertFalse(following.get());
            followed.close();
        });
    }
}
