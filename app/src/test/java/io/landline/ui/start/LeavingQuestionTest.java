package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent.Helping;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closing the window while others still get files from this computer.
class LeavingQuestionTest {
    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private final List<String> done = new ArrayList<>();
    private FakedWindow faked;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    /// @param people who still get something
    private void helping(int people, Consumer<NodeWindow> then) {
        faked = new FakedWindow(home, node);
        faked.use((window, _) -> {
            node.tell(new Helping("offer-1", people, null));
            then.accept(window);
        });
    }

    private boolean isAsked() {
        return faked.screen().scene().lookup("#leaving-question") != null;
    }

    @Test
    void whereNobodyNeedsAnythingNothingIsAsked() {
        helping(0, window -> {
            assertFalse(window.askToLeave(() -> done.add("quit")));
            assertFalse(isAsked());
        });
        assertEquals(List.of(), done, "the caller of the question ends the program");
    }

    @Test
    void itSaysHowManyAndWhoStaysGoesOn() {
        helping(2, window -> {
            assertTrue(window.askToLeave(() -> done.add("quit")));
            assertTrue(faked.screen().texts().stream().anyMatch(each -> each.startsWith("Files are on their way")));
            faked.button("leaving-stay").fire();
            assertFalse(isAsked());
        });
        assertEquals(List.of(), done);
    }

    @Test
    void whoQuitsIsNotAskedTwice() {
        helping(1, window -> {
            window.askToLeave(() -> done.add("quit"));
            faked.button("leaving-quit").fire();
        });
        assertEquals(List.of("quit"), done);
    }
}
