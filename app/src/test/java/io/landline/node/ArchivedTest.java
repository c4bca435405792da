package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Message;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A room that is archived, and one with a name of the user's own; real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class ArchivedTest {
    @TempDir
    Path folder;

    private static Set<Choice> choices(RunningForTest of) {
        return of.node.chats().list().getFirst().choices().all();
    }

    private static void hear(RunningForTest from, RunningForTest to, String text) throws Exception {
        int since = to.position();
        from.node.chats().say("#class", text);
        to.await(Message.class, e -> e.text().equals(text), since);
    }

    @Test
    void aNewMessageBringsAnArchivedRoomBackForGoodUnlessItIsMuted() throws Exception {
        int port = FreePorts.udp();
        try (var ben = RunningForTest.start(folder, "Ben", port, RunningForTest.room())) {
            try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room())) {
                ada.awaitJoined(ben);
                hear(ben, ada, "one");
                Chats chats = ada.node.chats();
                chats.setArchived("#class", true);
                assertEquals(Set.of(Choice.ARCHIVED), choices(ada));
                hear(ben, ada, "two");
                chats.mute("#class", MuteTerm.FOR_EVER);
                assertEquals(Set.of(Choice.MUTED), choices(ada), "it had come back before");
                chats.setArchived("#class", true);
                hear(ben, ada, "three");
            }
            try (var ada = RunningForTest.start(folder, "Ada", port, null)) {
                assertEquals(Set.of(Choice.MUTED, Choice.ARCHIVED), choices(ada), "also after a start");
                ada.node.chats().unmute("#class");
                assertEquals(Set.of(), choices(ada), "something came meanwhile");
            }
        }
    }

    @Test
    void anOwnNameIsATitleAndNothingElse() throws Exception {
        int port = FreePorts.udp();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room())) {
            ada.node.chats().setOwnName("#class", "Maths");
            CommandException no = assertThrows(CommandException.class,
                    () -> ada.node.chats().setOwnName("#class", "two\nlines"));
            assertEquals(Code.MALFORMED, no.code());
        }
        try (var ada = RunningForTest.start(folder, "Ada", port, null)) {
            Chats.Conversation room = ada.node.chats().list().getFirst();
            assertEquals("Maths", room.title());
            assertEquals("#class", room.key());
            assertEquals("class", room.realTitle());
            assertEquals("Maths", ada.node.rooms().rooms().getFirst().ownName());
            assertEquals("#class", ada.node.rooms().rooms().getFirst().label());
            ada.node.chats().say("#class", "by its real name");
            ada.node.chats().setOwnName("#class", null);
            assertEquals("class", ada.node.chats().list().getFirst().title());
            assertNull(ada.node.rooms().rooms().getFirst().ownName());
        }
    }
}
