package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.shelf.TakeField;
import io.landline.shelf.TakeId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Offers that answer a take from a shelf. One's own, to a member who took something, is no message: it shows as a
/// transfer. One that this user asked for is a message, and never unread. Within a transaction that somebody else
/// began; the writer's thread only.
///
/// @param conversation the row of the conversation
record ShelfOffers(Connection connection, long conversation) {
    /// Null for an entry that answers no take.
    static @Nullable TakeId take(Entry entry) {
        return entry.kind().equals(EntryKind.OFFER) ? TakeField.of(entry.body()) : null;
    }

    /// Whether this user gives the offer: it stands in a direct conversation, and the other person is not its author.
    boolean isGiven(Entry offer) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT 1 FROM conversation WHERE id=? AND peer IS NOT NULL AND peer<>?")) {
            sql.setLong(1, conversation);
            sql.setBytes(2, offer.author().bytes());
            return Rows.first(sql, _ -> true) != null;
        }
    }

    /// Notes an offer that this user asked its author for.
    void noteAsked(long id, Entry offer, TakeId take) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT OR IGNORE INTO shelf_answer (entry) SELECT ?"
                + " FROM shelf_asked JOIN conversation ON conversation.id=? AND conversation.peer=shelf_asked.owner"
                + " WHERE take=? AND owner=?")) {
            sql.setLong(1, id);
            sql.setLong(2, conversation);
            sql.setBytes(3, HexFormat.of().parseHex(take.hex()));
            sql.setBytes(4, offer.author().bytes());
            sql.executeUpdate();
        }
    }
}
