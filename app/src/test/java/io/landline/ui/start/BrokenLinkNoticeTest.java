package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.room.JoinLink;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broken link was clicked: the window says so, and does nothing else.
class BrokenLinkNoticeTest {
    private static final String ABOVE_THE_PAGE = "The link that was opened is broken or cut off. Ask for it once more.";
    private static final String IN_FORM = "This link is broken or cut off: ask for it once more, or type the words.";

    @TempDir
    Path home;
    private final FakeNode node = new FakeNode();
    private FakedWindow faked;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void makeWindow() {
        faked = new FakedWindow(home, node);
    }

    private boolean says(String sentence) {
        return faked.screen().texts().contains(sentence);
    }

    @Test
    void itIsSaidAboveThePage() {
        faked.use((window, _) -> {
            window.act(WindowRequest.BROKEN_LINK);
            assertTrue(says(ABOVE_THE_PAGE), faked.screen().texts()::toString);
            assertTrue(says("Chats"), "the page stays");
            assertEquals(List.of(), node.done);
        });
    }

    @Test
    void aWholeLinkEndsTheNotice() {
        JoinLink whole = JoinLink.parse("landline:join?room=chess&words=amber-fox-piano-river").orElseThrow();
        faked.use((window, _) -> {
            window.act(WindowRequest.BROKEN_LINK);
            window.act(new WindowRequest(whole, List.of()));
            faked.button("cancel-new-room").fire();
            assertFalse(says(ABOVE_THE_PAGE), faked.screen().texts()::toString);
        });
    }

    @Test
    void aFormThatFillsTheWindowSaysItItself() {
        faked.use((window, _) -> {
            window.newRoom();
            window.act(WindowRequest.BROKEN_LINK);
            assertTrue(says(IN_FORM), faked.screen().texts()::toString);
            faked.button("cancel-new-room").fire();
            assertFalse(says(ABOVE_THE_PAGE), "it was said");
        });
    }
}
