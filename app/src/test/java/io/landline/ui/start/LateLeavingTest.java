package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A room that is left, or is there again, only when the user is on another page.
class LateLeavingTest {
    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static ButtonBase anywhere(String id) {
        return Window.getWindows()
                .stream()
                .peek(each -> each.getScene().getRoot().applyCss())
                .map(each -> each.getScene().lookup("#" + id))
                .filter(Objects::nonNull)
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + id));
    }

    private static boolean isInFront(TestedScreen screen, String page) {
        Node button = screen.scene().lookup("#nav-" + page);
        return ((ToggleButton) button).isSelected();
    }

    /// Opens the sheet of a room in a window that is shown, and asks there to leave it.
    private void afterAskingToLeave(BiConsumer<NodeWindow, TestedScreen> then) {
        node.chats.room("class", true, 0);
        var faked = new FakedWindow(home, node);
        faked.use((window, _) -> {
            TestedScreen screen = faked.screen();
            var stage = new Stage();
            stage.setScene(screen.scene());
            stage.show();
            window.room("#class");
            anywhere("leave").fire();
            then.accept(window, screen);
            stage.hide();
        });
    }

    @Test
    void neitherLeavingNorUndoingItBringsAnotherPageToTheFront() {
        afterAskingToLeave((window, screen) -> {
            ButtonBase yes = anywhere("leave-yes");
            window.transfers();
            yes.fire(); // as if the answer had come only now
            assertEquals(List.of("leave #class"), node.done);
            assertTrue(isInFront(screen, WindowFrame.TRANSFERS), "left");
            screen.all(ButtonBase.class)
                    .stream()
                    .filter(each -> "Undo".equals(each.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            assertEquals(List.of("leave #class", "back in #class"), node.done);
            assertTrue(isInFront(screen, WindowFrame.TRANSFERS), "there again");
        });
    }

    @Test
    void theSheetOfARoomThatWasLeftCloses() {
        afterAskingToLeave((window, screen) -> {
            anywhere("leave-yes").fire();
            assertFalse(screen.scene().lookup("#leave") instanceof ButtonBase);
        });
    }
}
