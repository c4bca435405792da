package io.landline.ui.chats;

import io.landline.ui.page.TestedScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// For tests of the chats page as in the window, with the room [ShownChats#OPEN] open.
abstract class OpenRoom {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 700;

    ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    final void open() {
        chats = ShownChats.of(WIDTH, HEIGHT, this::say);
    }

    @AfterEach
    final void close() {
        chats.close();
    }

    /// Says what stands there before the test begins.
    void say(FakeChats said) {
        said.text(ShownChats.OPEN, 1, Fixture.MAX, "hello");
    }
}
