package io.landline.ui.hostile;

import static org.junit.jupiter.api.Assertions.fail;

import io.landline.ui.fx.FxThread;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A conversation that nobody touches has nothing to do, whatever strangers wrote there.
class ConversationAtRestTest {
    private static final List<Double> WIDTHS = List.of(600.0, 700.0, 1_000.0);
    private static final double HEIGHT = 700;
    /// Full turns of the JavaFX thread. Rows that are higher than the screen need some.
    private static final int TURNS_MAX = 200;

    private final String name = HostileTexts.of(255).get("emoji");
    private final String message = HostileTexts.of(16_384).get("emoji");
    private final String roomName = HostileTexts.of(64).get("emoji");
    private int turns;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void itComesToRestWithARowHigherThanTheScreen() {
        for (double width : WIDTHS) open(new Stranger("Max", message, "class", "a.txt"), width);
    }

    @Test
    void itComesToRestWithAFileOfALongName() {
        for (double width : WIDTHS) open(new Stranger("Max", message, "class", name), width);
    }

    @Test
    void itComesToRestWithEmojiEverywhere() {
        for (double width : WIDTHS) open(new Stranger(name, message, roomName, name), width);
    }

    private void open(Stranger stranger, double width) {
        TestedScreen.onFx(() -> {
            turns = 0;
            stranger.conversation(Stranger.ROOM, new FxThread(Runnable::run, this::turn), width, HEIGHT);
        });
    }

    private void turn(Runnable work) {
        turns++;
        if (turns > TURNS_MAX) fail("goes on without end");
        work.run();
    }
}
