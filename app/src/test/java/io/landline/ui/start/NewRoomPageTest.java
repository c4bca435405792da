package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a new room, which fills the window, while something leads elsewhere.
class NewRoomPageTest {
    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private FakedWindow faked;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void window(FakedWindow.Use use) {
        node.chats.room("class", true, 0);
        faked = new FakedWindow(home, node);
        faked.use(use);
    }

    private List<String> typed() {
        return faked.screen().all(TextInputControl.class).stream().map(TextInputControl::getText).toList();
    }

    private void type(String field, String text) {
        faked.screen()
                .all(TextInputControl.class)
                .stream()
                .filter(each -> field.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .setText(text);
    }

    @Test
    void whatWasTypedIsThereAgainAfterANotificationWasClicked() {
        window((window, _) -> {
            window.newRoom();
            type("new-room-name", "Chess club");
            type("join-room-words", "amber fox piano");
            window.news("#class");
            assertFalse(typed().contains("Chess club"), typed()::toString);
            window.newRoom();
            assertTrue(typed().containsAll(List.of("Chess club", "amber fox piano")), typed()::toString);
        });
    }

    @Test
    void whatWasTypedIsGoneOnceItIsCancelled() {
        window((window, _) -> {
            window.newRoom();
            type("new-room-name", "Chess club");
            faked.button("cancel-new-room").fire();
            window.newRoom();
            assertFalse(typed().contains("Chess club"), typed()::toString);
        });
    }

    @Test
    void whoGivesItUpIsOnThePageOfBefore() {
        window((window, _) -> {
            window.transfers();
            window.newRoom();
            faked.button("cancel-new-room").fire();
            assertTrue(((ToggleButton) faked.button("nav-transfers")).isSelected());
            window.conversation("#class");
            window.newRoom();
            faked.button("cancel-new-room").fire();
            assertTrue(((ToggleButton) faked.button("nav-chats")).isSelected());
        });
    }

    @Test
    void thatTheNodeMeetsNobodyIsSaid() {
        window((window, _) -> {
            window.notOnAir(FakeNode.full());
            List<String> texts = faked.screen().texts();
            assertTrue(texts.stream().anyMatch(each -> each.startsWith("Landline cannot reach other")),
                    texts::toString);
        });
    }
}
