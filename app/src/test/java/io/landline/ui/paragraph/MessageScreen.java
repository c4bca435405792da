package io.landline.ui.paragraph;

import io.landline.ui.page.TestedScreen;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.BeforeAll;

/// A test of one message on a screen of its own, which the mouse reaches.
abstract class MessageScreen {
    static final double WIDTH = 300;

    /// What was selected, followed and copied, in order.
    final List<String> done = new ArrayList<>();
    final MessageText text = TestedScreen.onFx(() -> new MessageText(new MessageText.Listener() {
        @Override
        public void selected(int start, int end) {
            select(start, end);
        }

        @Override
        public void followed(URI target) {
            done.add(target.toString());
        }

        @Override
        public Node copying(String code) {
            var copy = new Button("copy");
            copy.setOnAction(_ -> done.add(code));
            return copy;
        }
    }));
    final TestedScreen screen;

    MessageScreen(double height) {
        screen = TestedScreen.onFx(() -> new TestedScreen(text, WIDTH, height));
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void select(int start, int end) {
        text.select(start, end);
        if (start != end) done.add(text.text().substring(start, end));
    }

    final void mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        text.fireEvent(new MouseEvent(text, text, type, x, y, x, y, MouseButton.PRIMARY, clicks, false, false, false,
                false, true, false, false, false, false, type == MouseEvent.MOUSE_CLICKED,
                new PickResult(text, x, y)));
    }
}
