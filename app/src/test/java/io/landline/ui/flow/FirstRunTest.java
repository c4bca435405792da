package io.landline.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
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
    void whoMistypesAWordIsToldWithWhomItDiffersAndCorrectsItInPlace() throws Exception {
        try (var flow = new Flow(folder)) {
            LocalNode bob = flow.friend("Bob", LocalNode.KEY);
            LocalNode eve = flow.windowOf("Eve", null);
            enter(flow, "amber fox piano lake");
            flow.shows("Your words differ from \u200EBob\u200E’s");
            assertEquals(List.of(), eve.node().rooms().rooms(), "nothing was created");
            flow.click("#join-room-words");
            flow.push(KeyCode.CONTROL, KeyCode.A);
            flow.write(LocalNode.KEY).type(KeyCode.ENTER);
            flow.shown("#nav-chats");
            flow.met(eve, bob);
        }
    }

    private static void join(Flow flow, String words) {
        enter(flow, words);
        flow.shown("#nav-chats");
    }

    private static void enter(Flow flow, String words) {
        flow.click("#join-room-name");
        flow.push(KeyCode.CONTROL, KeyCode.A); // a room that is around may stand in it already
        flow.write(LocalNode.ROOM);
        flow.click("#join-room-words");
        flow.write(words).type(KeyCode.ENTER);
    }
}
