package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two people talk, one of them in the window.
class ChatFlowTest {
    @TempDir
    Path folder;

    @Test
    void whatIsTypedReachesTheOtherAndIsMarkedSo() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            flow.open("class");
            flow.click("#composer");
            flow.write("good morning").type(KeyCode.ENTER);
            flow.until(() -> bob.has("#class", "good morning"), "the message at Bob's");
            flow.shows("good morning");
            flow.shows("delivered to 1");
        }
    }

    @Test
    void whatTheOtherWritesAppearsInTheOpenConversation() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            flow.open("Bob");
            bob.node().chats().say(ada.key(), "are you there?");
            flow.shows("are you there?");
        }
    }

    @Test
    void aMessageToAnAbsentFriendWaitsInSightAndArrivesWhenHeIsBack() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode ada = flow.windowOf("Ada", LocalNode.KEY);
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            flow.met(ada, bob);
            bob.close();
            flow.until(() -> !ada.isConnectedTo(bob), "Bob is away");
            flow.open("Bob");
            flow.click("#composer");
            flow.write("see you tomorrow").type(KeyCode.ENTER);
            flow.shows("waits until");
            assertFalse(ada.isConnectedTo(bob));
            LocalNode again = flow.friend("Bob", LocalNode.KEY);
            flow.until(() -> again.has(ada.key(), "see you tomorrow"), "the message at Bob's");
        }
    }
}
