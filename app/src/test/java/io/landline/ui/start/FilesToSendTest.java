package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.Drop;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that somebody hands to the window from outside: from a file manager, or by another start of the program.
class FilesToSendTest {
    private static final WindowRequest SEND = new WindowRequest(null, List.of(Path.of("/home/me/a.pdf")));

    @TempDir
    Path home;
    private FakeNode node;
    private FakedWindow faked;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void makeWindow() {
        node = new FakeNode();
        NodePorts there = Stranger.named("Max").context().node();
        faked = new FakedWindow(home, node, new NodePorts(there.self(), there.chats(), there.transfers(),
                there.contacts(), node, node, there.watch(), there.network()));
    }

    private Optional<TextInputControl> asked() {
        return faked.screen()
                .all(TextInputControl.class)
                .stream()
                .filter(each -> "jump-words".equals(each.getId()))
                .findFirst();
    }

    @Test
    void theyWaitForTheAnswerWhoGetsThemAndThenForTheWordToOffer() {
        faked.use((window, _) -> {
            window.act(SEND);
            TextInputControl field = asked().orElseThrow();
            assertEquals("Who gets “a.pdf”?", field.getPromptText().replace("\u200e", ""));
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            List<String> texts = faked.screen().texts();
            assertTrue(texts.stream().anyMatch(text -> text.contains("a.pdf")), texts::toString);
            assertTrue(texts.contains("Offer"), texts::toString);
            assertEquals(List.of(), node.done, "nothing is offered yet");
        });
    }

    @Test
    void whileARoomIsMadeOrJoinedTheyWaitForItsEnd() {
        faked.use((window, _) -> {
            window.newRoom();
            window.act(SEND);
            assertFalse(asked().isPresent());
            faked.button("cancel-new-room").fire();
            assertTrue(asked().isPresent());
        });
    }

    /// On the navigation, or on a page that is no conversation.
    @Test
    void theyMayBeDroppedWhereverNoConversationTakesThem() {
        faked.use((window, _) -> {
            Node root = faked.view();
            Path file = Path.of("/home/me/a.pdf");
            assertTrue(Drop.files(root, List.of(file, Path.of("/home/me/b.pdf"))));
            assertEquals("Who gets these 2 files and folders?",
                    asked().orElseThrow().getPromptText().replace("\u200e", ""));
            assertFalse(Drop.files(root, List.of(file)), "what is open would be closed");
        });
    }

    @Test
    void aPageWithoutAnOpenConversationPassesThemOn() {
        faked.use((window, _) -> {
            Node nothing = faked.view().lookup("#drop-here").getParent();
            assertTrue(Drop.files(nothing, List.of(Path.of("/home/me/a.pdf"))));
            assertTrue(asked().isPresent());
        });
    }
}
