package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.ui.page.AwaitedFx;
import io.landline.ui.page.TestedScreen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// "Pick a chat on the left." stands where no chat is open, and only beside a list that has one.
class NothingToPickTest {
    private final AwaitedFx fx = new AwaitedFx();
    private Fixture fixture;
    private ChatsPage page;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private void open() {
        fixture = new Fixture(fx.thread(), Language.ENGLISH);
        fixture.chats.room("class", true, 0);
        page = new ChatsPage(fixture.chatsContext(() -> fixture.now), fixture.memory);
        screen = new TestedScreen(page.view(), 900, 600);
        page.shown();
    }

    private boolean asks() {
        return TestedScreen.onFx(() -> page.view().lookup(".chats-none").isVisible());
    }

    private void settle() {
        fx.await();
        TestedScreen.onFx(screen::settle);
        fx.await();
    }

    @Test
    void nobodyIsAskedToPickWhatTheNodeHasNotToldYet() {
        boolean before = TestedScreen.onFx(() -> {
            open();
            return page.view().lookup(".chats-none").isVisible();
        });
        assertFalse(before);
        settle();
        assertTrue(asks());
        TestedScreen.onFx(page::close);
    }

    @Test
    void nobodyIsAskedToPickAfterTheLastHasGone() {
        TestedScreen.onFx(this::open);
        settle();
        fixture.chats.conversations.clear();
        TestedScreen.onFx(() -> fixture.publish(new NodeEvent.Joined(Fixture.MAX, "Max", "#class")));
        settle();
        assertFalse(asks());
        TestedScreen.onFx(page::close);
    }
}
