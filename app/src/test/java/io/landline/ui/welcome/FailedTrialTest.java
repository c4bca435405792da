package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Rooms.TrialResult;
import org.junit.jupiter.api.Test;

/// Something goes wrong while words are tried.
class FailedTrialTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();

    @Test
    void itIsSaidAndTheWordsMayBeTriedAnew() {
        var model = new WelcomeViewModel(window.context(node), false, null, new RoomDraft(), _ -> {});
        model.joinRoom().name().set("class");
        model.joinRoom().words().set("amber fox piano river");
        model.join();
        node.trial.ended(new TrialResult.Failed(new IllegalStateException("unreadable")));
        assertFalse(model.working().get());
        assertEquals("Something went wrong inside Landline. Nothing was lost; the log in the profile folder says more.",
                model.problem().get().sentence(), "not that the room was not joined: it may be there");
        model.join();
        assertTrue(model.working().get());
    }
}
