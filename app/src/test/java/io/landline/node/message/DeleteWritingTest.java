package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
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
import org.junit.jupiter.api.Test;

class DeleteWritingTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[RoomId.BYTES]));

    /// What a delete does not name keeps its body, and so the words.
    @Test
    void aDeleteNamesAsManyEditsAsAMessageMayHave() throws Exception {
        Identity self = Identity.generate();
        try (var conversations = Conversations.open(self, SqliteChat.stores(database), EqualRooms.KEYED,
                _ -> Standing.MEMBER, new ConversationListener() {}, InstantSource.system())) {
            Entry message = conversations.append(ROOM, EntryKind.TEXT, new EntryText("first").toBody());
            List<Reference> edits = new ArrayList<>();
            for (int i = 1; i <= Edit.COUNTED_MAX; i++) {
                byte[] body = new Edit(message.reference(), "word " + i, Set.of()).toBody();
                edits.add(conversations.append(ROOM, EntryKind.EDIT, body).reference());
            }
            var views = new TimelineViews(database);
            var book = new WordsBook(self.fingerprint(), new SqliteWords(database, new SqliteTrust(database)));
            var joined = new JoinedTimeline(new Timelines(database, self.fingerprint()), book, self.fingerprint());
            Delete delete = new DeleteWriting(conversations, views, joined, self.fingerprint())
                    .of(new Located(ROOM, null, message));
            assertEquals(edits, delete.edits());
        }
    }
}
