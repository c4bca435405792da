package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.conversation.History;
import io.landline.node.conversation.History.FoundEverywhere;
import io.landline.node.conversation.History.Wanted;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// One answer of a search in all conversations fits a line of the local socket.
@ExtendWith(BackgroundFailures.class)
class ProfileSearchTest {
    private static final int MANY = 100;

    @TempDir
    Path folder;

    /// Says this many messages that begin with the word, and are as wide as JSON as this many bytes, all together.
    private static void say(Node node, String word, int messages, int bytes, int overhead) throws Exception {
        int characters = (bytes - messages * overhead) / 6;
        assertEquals(bytes, messages * overhead + 6 * characters, "no such text");
        for (int left = messages; left > 0; left--) {
            int length = characters / left;
            characters -= length;
            node.chats().say("#class", word + " " + "x".repeat(length - word.length() - 1));
        }
    }

    private static FoundEverywhere search(ProfileReader reader, String word) throws Exception {
        return reader.search(new Wanted(word, null, null, null), MANY);
    }

    @Test
    void anAnswerIsFullAtTheLastByteThatFits() throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room())) {
            ada.node.chats().say("#class", "first");
            int overhead = History.bytes(search(ada.node.reader(), "first").found().getFirst()) - 6 * "first".length();
            say(ada.node, "calm", 33, History.PAGE_BYTES_MAX, overhead);
            // two bytes are the least by which messages can be too many: a character has six, and a message 512
            say(ada.node, "rough", 34, History.PAGE_BYTES_MAX + 2, overhead);
        }
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(new NodeOptions(folder.resolve("Ada"), null, List.of(),
                Network.NOT_ASKED, null, null, false))) {
            ProfileReader reader = opened.reader();
            FoundEverywhere fitting = search(reader, "calm");
            assertEquals(33, fitting.found().size());
            assertFalse(fitting.hasMore());
            FoundEverywhere tooMany = search(reader, "rough");
            assertEquals(33, tooMany.found().size());
            assertTrue(tooMany.hasMore());
        }
    }
}
