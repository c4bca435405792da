package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent.Helping;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closing the window while others still get files from this computer.
class LeavingQuestionTest {
    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private final List<String> done = new ArrayList<>();
    private Parent shown;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// @param people who still get something
    private void helping(int people, Consumer<NodeWindow> then) {
        node.rooms.add(new OwnRoom("#class", "#class", "class", false, false, "amber fox piano river", false));
        TestedScreen.onFx(() -> {
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, false);
            var look = new WindowLook(new WindowSettingsFile(home.resolve("window.json")),
                    WindowSettings.DEFAULTS.withLanguage("en"), background, new About("0", home));
            try (look; var window = new NodeWindow(node.ports(), fx, background, look, (view, _) -> shown = view)) {
                window.start(null);
                node.tell(new Helping("offer-1", people, null));
                then.accept(window);
            }
        });
    }

    private TestedScreen screen() {
        return new TestedScreen(shown, 900, 700);
    }

    private void press(String id) {
        screen().all(ButtonBase.class)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow()
                .fire();
    }

    @Test
    void whereNobodyNeedsAnythingNothingIsAsked() {
        helping(0, window -> {
            assertFalse(window.askToLeave(() -> done.add("quit")));
            assertNull(screen().scene().lookup("#leaving-question"));
        });
        assertEquals(List.of(), done, "whoever asked ends the program");
    }

    @Test
    void itSaysHowManyAndWhoStaysGoesOn() {
        helping(2, window -> {
            assertTrue(window.askToLeave(() -> done.add("quit")));
            assertTrue(screen().texts().stream().anyMatch(each -> each.startsWith("Still helping 2 people")));
            press("leaving-stay");
            assertNull(screen().scene().lookup("#leaving-question"));
        });
        assertEquals(List.of(), done);
    }

    @Test
    void whoQuitsIsNotAskedTwice() {
        helping(1, window -> {
            window.askToLeave(() -> done.add("quit"));
            press("leaving-quit");
        });
        assertEquals(List.of("quit"), done);
    }
}
