package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody opens the Lab, starts an echo and its client side by side, sends a line, sees it pass, and stops both.
class LabFlowTest {
    @TempDir
    Path folder;

    private static double widthOfWord(ListView<?> systems) {
        return ((Region) systems.lookup(".list-cell:selected .lab-system-word")).getWidth();
    }

    @Test
    void aLineGoesToTheServerAndComesBackInTraceAndDiagram() throws Exception {
        try (var flow = new Flow(folder)) {
            flow.windowOf("Ada", LocalNode.KEY);
            flow.click("#nav-lab");
            TextField port = (TextField) flow.shown("#card-server-1-port");
            flow.onFx(() -> {
                port.setText("0");
                return true;
            });
            ListView<?> systems = (ListView<?>) flow.shown("#lab-systems");
            double room = flow.onFx(systems::getHeight);
            double word = flow.onFx(() -> widthOfWord(systems));
            flow.click("#card-server-1-start");
            flow.shows("Only this computer reaches it");
            flow.click("#card-client-1-start");
            flow.click("#card-client-1-typed");
            flow.write("hello lab").type(KeyCode.ENTER);
            flow.shows("HELLO LAB");
            ListView<?> ladder = (ListView<?>) flow.shown("#lab-ladder");
            flow.until(() -> flow.onFx(() -> ladder.getItems().size()) == 2, "two arrows");
            double bottom = flow.onFx(() -> ladder.lookupAll(".lab-rung")
                    .stream()
                    .mapToDouble(each -> each.localToScene(each.getLayoutBounds()).getMaxY())
                    .max()
                    .orElseThrow());
            double window = flow.onFx(() -> ladder.getScene().getHeight());
            assertTrue(bottom <= window, () -> "the answer ends at " + bottom + " in a window of " + window);
            ToggleButton way = (ToggleButton) flow.shown("#lab-show-trace");
            flow.onFx(() -> {
                way.fire();
                return true;
            });
            ListView<?> trace = (ListView<?>) flow.shown("#lab-trace");
            flow.until(() -> flow.onFx(() -> trace.getItems().size()) >= 6, "two sockets and four messages");
            flow.click("#nav-chats");
            flow.click("#nav-lab");
            assertEquals("2 programs run.", ((Label) flow.shown("#lab-running")).getText());
            assertEquals(room, flow.onFx(systems::getHeight), "the list keeps its height");
            assertEquals(word, flow.onFx(() -> widthOfWord(systems)),
                    "the words of the chosen system keep their lines");
            flow.click("#lab-stop-all");
            flow.shown("#card-server-1-start");
            flow.shown("#card-client-1-start");
        }
    }
}
