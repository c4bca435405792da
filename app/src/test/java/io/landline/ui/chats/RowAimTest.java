package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When somebody begins to aim, and when they are done with it. No time passes here but by the test.
class RowAimTest {
    private final Node list = new Pane();
    private final List<String> told = new ArrayList<>();
    private final PauseTransition rest = new PauseTransition(Duration.hours(1));
    private final PauseTransition longest = new PauseTransition(Duration.hours(1));

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void watch() {
        TestedScreen.onFx(() -> {
            new RowAim(list, () -> told.add("begun"), () -> told.add("over"), rest, longest);
        });
    }

    @AfterEach
    void stop() {
        TestedScreen.onFx(() -> {
            rest.stop();
            longest.stop();
        });
    }

    private void mouse(EventType<MouseEvent> type, boolean isDown) {
        TestedScreen.onFx(() -> list.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false,
                false, false, isDown, false, false, true, false, true, new PickResult(list, 1, 1))));
    }

    private void pass(PauseTransition pause) {
        TestedScreen.onFx(() -> {
            assertEquals(Status.RUNNING, pause.getStatus());
            pause.stop();
            pause.getOnFinished().handle(new ActionEvent());
        });
    }

    @Test
    void aMouseThatRestsAimsNoLonger() {
        mouse(MouseEvent.MOUSE_MOVED, false);
        mouse(MouseEvent.MOUSE_MOVED, false);
        assertEquals(List.of("begun"), told);
        pass(rest);
        assertEquals(List.of("begun", "over"), told);
        assertEquals(Status.STOPPED, longest.getStatus());
    }

    @Test
    void norDoesOneThatLeft() {
        mouse(MouseEvent.MOUSE_MOVED, false);
        mouse(MouseEvent.MOUSE_EXITED, false);
        assertEquals(List.of("begun", "over"), told);
    }

    @Test
    void oneThatNeverRestsIsNotWaitedForForEver() {
        for (int i = 0; i < 3; i++) mouse(MouseEvent.MOUSE_MOVED, false);
        pass(longest);
        assertEquals(List.of("begun", "over"), told);
        mouse(MouseEvent.MOUSE_MOVED, false);
        assertEquals(List.of("begun", "over", "begun"), told);
        pass(longest);
        assertEquals(List.of("begun", "over", "begun", "over"), told);
    }

    @Test
    void aPressHoldsUntilSomeTimeAfterItsRelease() {
        mouse(MouseEvent.MOUSE_PRESSED, true);
        pass(rest);
        mouse(MouseEvent.MOUSE_EXITED, true);
        assertEquals(List.of("begun"), told);
        mouse(MouseEvent.MOUSE_RELEASED, false);
        assertEquals(List.of("begun"), told);
        pass(rest);
        assertEquals(List.of("begun", "over"), told);
    }

    @Test
    void aHandThatNeverRestsAfterALongPressIsNotWaitedForEither() {
        mouse(MouseEvent.MOUSE_PRESSED, true);
        pass(longest);
        assertEquals(List.of("begun"), told);
        mouse(MouseEvent.MOUSE_RELEASED, false);
        mouse(MouseEvent.MOUSE_MOVED, false);
        pass(longest);
        assertEquals(List.of("begun", "over"), told);
    }
}
