package io.landline.storage.entries;

import io.landline.chat.words.CarriedOverEntries;
import io.landline.chat.words.WordsBook;
import io.landline.chat.words.WordsChange;
import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which rooms a conversation is made of, by the changes of words that were taken: the same as [WordsBook] says
/// (docs/protocol/new-words.md, "After the change"). Most conversations are one room. The database's threads only.
final class ContinuedRooms {
    private static final String AFTER = "SELECT next.id, new_words.entry FROM conversation CROSS JOIN new_words ON"
            + " new_words.old=conversation.conversation AND new_words.state='TAKEN' LEFT JOIN conversation AS next ON"
            + " next.conversation=new_words.next WHERE conversation.id=? ORDER BY new_words.next LIMIT 1";
    private static final String BEFORE = "SELECT old.id, new_words.entry FROM conversation CROSS JOIN new_words ON"
            + " new_words.next=conversation.conversation AND new_words.state='TAKEN' CROSS JOIN conversation AS old ON"
            + " old.conversation=new_words.old WHERE conversation.id=? AND new_words.next=(SELECT min(rival.next) FROM"
            + " new_words AS rival WHERE rival.old=new_words.old AND rival.state='TAKEN')";

    /// Of a row of the table `conversation`.
    static final String IS_CONTINUED = "EXISTS (SELECT 1 FROM new_words WHERE old=conversation.conversation AND"
            + " state='TAKEN')";
    private static final String PLACE = "SELECT id, " + IS_CONTINUED + ", EXISTS (SELECT 1 FROM new_words WHERE"
            + " next=conversation.conversation AND state='TAKEN') FROM conversation WHERE conversation=?";

    private final Connection connection;

    /// A room of a conversation.
    ///
    /// @param row of its conversation
    /// @param shows what the conversation shows of it; null for all
    record ShownRoom(long row, @Nullable CarriedOverEntries shows) {}

    /// Where a room stands among those that continue each other.
    ///
    /// @param row of its conversation
    record Place(long row, boolean isContinued, boolean continuesAnother) {}

    /// The room before or after one; a row of null where nothing of it is stored.
    private record Neighbour(@Nullable Long row, CarriedOverEntries shows) {}

    ContinuedRooms(Connection connection) { this.connection = connection; }

    /// Null where nothing of the conversation is stored.
    @Nullable
    Place place(ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(PLACE)) {
            sql.setBytes(1, conversation.bytes());
            return Rows.first(sql, row -> new Place(row.getLong(1), row.getBoolean(2), row.getBoolean(3)));
        }
    }

    /// This room, then the one that continues it, and so on.
    List<ShownRoom> from(long row) throws SQLException {
        var rooms = new ArrayList<ShownRoom>();
        Long here = row;
        while (here != null && rooms.size() <= WordsBook.CHAIN_MAX) {
            Neighbour neighbour = neighbour(AFTER, here);
            rooms.add(new ShownRoom(here, neighbour == null ? null : neighbour.shows()));
            here = neighbour == null ? null : neighbour.row();
        }
        return rooms;
    }

    /// The rooms that this one continues, the latest first.
    List<ShownRoom> before(long row) throws SQLException {
        var rooms = new ArrayList<ShownRoom>();
        Neighbour neighbour = neighbour(BEFORE, row);
        while (neighbour != null && neighbour.row() != null && rooms.size() < WordsBook.CHAIN_MAX) {
            rooms.add(new ShownRoom(neighbour.row(), neighbour.shows()));
            neighbour = neighbour(BEFORE, neighbour.row());
        }
        return rooms;
    }

    private @Nullable Neighbour neighbour(String query, long row) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setLong(1, row);
            return Rows.first(sql, found -> {
                long id = found.getLong(1);
                Long known = found.wasNull() ? null : id;
                return new Neighbour(known, WordsChange.shown(Rows.entry(found.getBytes(2))));
            });
        }
    }
}
