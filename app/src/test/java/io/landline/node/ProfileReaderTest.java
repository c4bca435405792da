package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.ProfileReader.RoomView;
import io.landline.node.ProfileReader.Safety;
import io.landline.node.conversation.History.Question;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.Fingerprint;
import io.landline.process.FreePorts;
import io.landline.room.EntryId;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What a profile answers while no node runs on it. Ada and Ben have met in #class before, and written to each other.
@ExtendWith(BackgroundFailures.class)
class ProfileReaderTest {
    @TempDir
    static Path folder;
    private static Fingerprint ben;
    private ProfileWithoutNode profile;
    private ProfileReader reader;

    @BeforeAll
    static void meet() throws Exception {
        int port = FreePorts.udp();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room());
                var bens = RunningForTest.start(folder, "Ben", port, RunningForTest.room())) {
            ada.awaitJoined(bens);
            bens.awaitJoined(ada);
            ben = bens.node.fingerprint();
            ada.node.chats().say("#class", "from Ada");
            bens.node.chats().say("#class", "from Ben");
            ada.await(Message.class, each -> each.text().equals("from Ben"));
            ada.node.chats().say("Ben", "for Ben alone");
        }
    }

    @BeforeEach
    void open() throws Exception {
        profile = ProfileWithoutNode
                .open(new NodeOptions(folder.resolve("Ada"), null, List.of(), Network.NOT_ASKED, null, null,
                        false));
        reader = profile.reader();
    }

    @AfterEach
    void close() {
        profile.close();
    }

    private static void refused(Code code, Executable act) {
        assertEquals(code, assertThrows(CommandException.class, act).code());
    }

    private EntryId idOf(String text) throws CommandException {
        return reader.history(Question.newest("#class", 10))
                .messages()
                .stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow()
                .place()
                .id();
    }

    @Test
    void whatIsSaidToOnePersonIsReadUnderTheirNameInAnyCaseAndUnderTheirDigits() throws Exception {
        for (String to : List.of("Ben", "ben", ben.brief(), ben.hex())) {
            assertEquals(ben.hex(), reader.conversationLabel(to));
            String text = reader.export(to, Format.TEXT, null).text();
            assertTrue(text.contains("for Ben alone") && !text.contains("from Ada"), text);
            assertTrue(text.lines().findFirst().orElse("").contains("Ben"), text);
        }
        assertEquals("#class", reader.conversationLabel("room:class"));
        String room = reader.export("#class", Format.TEXT, null).text();
        assertTrue(room.contains("from Ada") && room.contains("from Ben") && !room.contains("for Ben alone"), room);
    }

    @Test
    void whoIsNotThereHasNoConversation() {
        refused(Code.NO_PEER, () -> reader.conversationLabel("Cem"));
        refused(Code.NOT_A_MEMBER, () -> reader.conversationLabel("ab".repeat(32)));
        String never = String.valueOf(assertThrows(CommandException.class,
                () -> reader.conversationLabel("ab".repeat(32))).getMessage());
        assertEquals("That peer was never met in a room of yours: nothing of theirs is here.", never);
        refused(Code.NO_ROOM, () -> reader.export("#none", Format.TEXT, null));
        refused(Code.NOT_A_MEMBER, () -> reader.called("ab".repeat(32), "@Ben"));
        refused(Code.MALFORMED, () -> profile.setArchived(" ", true));
    }

    @Test
    void aTextCallsMembersOfItsConversationAlone() throws Exception {
        assertEquals(Set.of(ben), reader.called("#class", "look, @ben!"));
        assertEquals(Set.of(ben), reader.called("Ben", "@Ben: look"));
        assertEquals(Set.of(), reader.called("Ben", "@Ada and @Cem"));
        assertEquals(Set.of(), reader.called("#nowhere", "nobody is called here"));
        refused(Code.NO_ROOM, () -> reader.called("#nowhere", "@Ben"));
    }

    @Test
    void theAuthorOfAMessageIsNamedUnlessItIsThisUserOrNobody() throws Exception {
        assertEquals("Ben", reader.authorOf(idOf("from Ben")));
        assertNull(reader.authorOf(idOf("from Ada")));
        assertNull(reader.authorOf(new EntryId(1, 2)));
    }

    @Test
    void aSafetyNumberIsComparedWithAPersonAndTheComparisonCanBeTakenBack() throws Exception {
        refused(Code.MALFORMED, () -> reader.safety("#class"));
        Safety before = reader.safety("Ben");
        assertEquals("Ben", before.name());
        assertFalse(before.verified());
        profile.setVerified(ben, true);
        assertTrue(reader.safety("Ben").verified());
        profile.setVerified(ben, false);
        assertEquals(before, reader.safety("Ben"));
    }

    @Test
    void aRoomAndAPersonAreArchivedEachByThemselves() throws Exception {
        profile.setArchived("Ben", true);
        assertFalse(reader.rooms().getFirst().choices().has(Choice.ARCHIVED));
        profile.setArchived("#class", true);
        assertTrue(reader.rooms().getFirst().choices().has(Choice.ARCHIVED));
        profile.setArchived("#class", false);
        assertFalse(reader.rooms().getFirst().choices().has(Choice.ARCHIVED));
    }

    @Test
    void anOwnNameOfARoomIsKeptUntilItIsTakenBackAndABadOneChangesNothing() throws Exception {
        profile.setOwnName("#class", "Maths");
        refused(Code.MALFORMED, () -> profile.setOwnName("#class", ""));
        refused(Code.MALFORMED, () -> profile.setOwnName("#class", "two\nlines"));
        refused(Code.NO_ROOM, () -> profile.setOwnName("#Maths", "other"));
        RoomView named = reader.rooms().getFirst();
        assertEquals("Maths", named.ownName());
        assertEquals("#class", named.label());
        profile.setOwnName("#class", null);
        assertNull(reader.rooms().getFirst().ownName());
    }
}
