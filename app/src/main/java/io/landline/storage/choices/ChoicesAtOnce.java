package io.landline.storage.choices;

import io.landline.room.ConversationId;
import io.landline.storage.choices.SqliteMarks.Mark;
import io.landline.storage.choices.SqliteMutes.Muted;
import io.landline.storage.database.Database;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/// What the user chose for conversations, as it stood at one moment: a room that goes on as another one takes all of it
/// along in one write. Immutable.
///
/// @param archived with what had come here last when it was archived
/// @param names of rooms, the user's own
public record ChoicesAtOnce(Muted muted, Set<ConversationId> onTop, Map<ConversationId, Long> archived,
        Map<ConversationId, String> names, Set<ConversationId> unread) {
    /// Any thread; waits for the database, and throws a [io.landline.storage.database.StorageException].
    public static ChoicesAtOnce read(Database database, Instant now) {
        return database.read(connection -> new ChoicesAtOnce(SqliteMutes.at(connection, now),
                SqliteMarks.all(connection, Mark.ON_TOP), SqliteArchived.all(connection),
                SqliteRoomNames.all(connection), SqliteMarks.all(connection, Mark.UNREAD)));
    }
}
