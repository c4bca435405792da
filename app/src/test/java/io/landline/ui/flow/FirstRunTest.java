package io.landline.ui.flow;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody opens the window for the first time, where a friend is in a room already.
class FirstRunTest {
    @TempDir
    Path folder;

    @Test
    void whoJoinsWithTheWordsTalksToTheRoomAndIsSeenUnderANewNameAtOnce() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            LocalNode ada = flow.windowOf("Ada", null);
            join(flow, LocalNode.KEY);
            flow.met(ada, bob);
            flow.open(LocalNode.ROOM);
            flow.click("#composer");
            flow.write("hello").type(KeyCode.ENTER);
            flow.until(() -> bob.has("#class", "hello"), "the message at Bob's");

            flow.click("#nav-settings");
            flow.click("#settings-name");
            flow.push(KeyCode.CONTROL, KeyCode.A);
            flow.write("Ada L").type(KeyCode.ENTER);
            flow.until(() -> bob.node().contacts().contact(ada.node().fingerprint()).name().equals("Ada L"),
                    "the new name at Bob's");
        }
    }

    @Test
    void whoJoinsWithOtherWordsIsToldThatTheyDiffer() throws Exception {
        try (var flow = new Flow(folder)) {
            flow.friend("Bob", LocalNode.KEY);
            flow.windowOf("Eve", null);
            join(flow, "amber fox piano lake");
            flow.shows("the words of the key differ");
        }
    }

    private static void join(Flow flow, String words) {
        flow.click("#join-room-name");
        flow.push(KeyCode.CONTROL, KeyCode.A); // a room that is around may stand in it already
        flow.write(LocalNode.ROOM);
        flow.click("#join-room-words");
        flow.write(words).type(KeyCode.ENTER);
        flow.shown("#nav-chats");
    }
}
