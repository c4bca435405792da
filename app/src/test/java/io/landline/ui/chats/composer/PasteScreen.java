package io.landline.ui.chats.composer;

import io.landline.picture.FakeThumbnails;
import io.landline.ui.chats.Fixture;
import io.landline.ui.page.TestedScreen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// What is pasted into the conversation of a room, on a screen of its own. Not on the JavaFX thread.
final class PasteScreen implements AutoCloseable {
    static final int WIDTH = 480;

    final Fixture fixture = new Fixture();
    final FakeThumbnails thumbnails = (FakeThumbnails) fixture.thumbnails;
    /// The conversations to which something was offered.
    final List<String> sent = new ArrayList<>();
    /// A word for each time at which it was done with.
    final List<String> done = new ArrayList<>();
    final PasteViewModel model = new PasteViewModel(fixture.context, fixture.memory.pasted(), sent::add);
    final PastePane pane;
    final TestedScreen screen;

    PasteScreen() {
        fixture.chats.room("class", true, 0);
        model.open("#class");
        pane = TestedScreen
                .onFx(() -> new PastePane(fixture.chatsContext(Instant.EPOCH), model, () -> done.add("done")));
        screen = TestedScreen.onFx(() -> new TestedScreen(new StackPane(pane), WIDTH, 200));
    }

    void press(String id) {
        TestedScreen.onFx(() -> {
            ((Button) pane.lookup("#" + id)).fire();
            screen.settle();
        });
    }

    @Override
    public void close() {
        TestedScreen.onFx(pane::close);
    }
}
