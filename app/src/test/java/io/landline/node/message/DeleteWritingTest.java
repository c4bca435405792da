package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.Conversations;
import io.landline.chat.words.WordsBook;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.CommandException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.storage.ProfileText;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteWritingTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[RoomId.BYTES]));

    private final Identity self = Identity.generate();
    private Conversations conversations;
    private TimelineViews views;

    @BeforeEach
    void openConversations() {
        conversations = Conversations.open(self, SqliteChat.stores(database), EqualRooms.KEYED, _ -> Standing.MEMBER,
                new ConversationListener() {}, InstantSource.system());
        views = new TimelineViews(database);
    }

    @AfterEach
    void closeConversations() {
        conversations.close();
    }

    private Entry write(EntryKind kind, byte[] body) {
        return conversations.append(ROOM, kind, body);
    }

    /// Each holds the words of the message.
    private List<Reference> edits(Entry message, int count) {
        var edits = new ArrayList<Reference>();
        for (int i = 1; i <= count; i++) {
            byte[] body = new Edit(message.reference(), "word " + i, Set.of()).toBody();
            edits.add(write(EntryKind.EDIT, body).reference());
        }
        return edits;
    }

    private List<Delete> deletes(Entry message) throws CommandException {
        var book = new WordsBook(self.fingerprint(), new SqliteWords(database, new SqliteTrust(database, null)));
        var joined = new JoinedTimeline(new Timelines(database, self.fingerprint()), book);
        return new DeleteWriting(conversations, views, joined).of(new Located(ROOM, null, message));
    }

    private boolean hasWords(Reference entry) {
        Located held = views.withReference(entry);
        return held != null && held.entry().body() != null;
    }

    /// What a delete does not name keeps its body, and so the words.
    @Test
    void aDeleteNamesAsManyEditsAsAMessageMayHave() throws Exception {
        Entry message = write(EntryKind.TEXT, new EntryText("first").toBody());
        List<Reference> edits = edits(message, Edit.COUNTED_MAX);
        List<Delete> deletes = deletes(message);
        assertEquals(1, deletes.size());
        assertEquals(edits, deletes.getFirst().edits());
    }

    /// Its twin is named beside 64 edits.
    @Test
    void ofAMessageThatWasWrittenAgainAndEditedOftenNoWordStays() throws Exception {
        Entry message = write(EntryKind.TEXT, new EntryText("first").toBody());
        List<Reference> words = edits(message, Edit.COUNTED_MAX);
        Entry again = write(EntryKind.TEXT, ProfileText.again(message));
        words.add(message.reference());
        words.add(again.reference());
        List<Delete> deletes = deletes(again);
        assertEquals(2, deletes.size());
        assertEquals(again.reference(), deletes.getLast().target());
        assertTrue(deletes.getLast().edits().contains(message.reference()), "both leave one placeholder");
        write(EntryKind.DELETE, deletes.getFirst().toBody());
        assertTrue(hasWords(again.reference()) && hasWords(message.reference()), "goes with the last one");
        write(EntryKind.DELETE, deletes.getLast().toBody());
        assertEquals(List.of(), words.stream().filter(this::hasWords).toList());
    }

    /// Two copies of a profile each wrote 64: those beyond count no more, and hold the words.
    @Test
    void editsThatDoNotCountAreDeletedToo() throws Exception {
        Entry message = write(EntryKind.TEXT, new EntryText("first").toBody());
        List<Reference> words = edits(message, 2 * Edit.COUNTED_MAX + 1);
        words.add(message.reference());
        for (Delete each : deletes(message)) write(EntryKind.DELETE, each.toBody());
        assertEquals(List.of(), words.stream().filter(this::hasWords).toList());
    }
}
