package io.landline.storage;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.filetransfer.OfferBody;
import io.landline.frame.MalformedFrameException;
import io.landline.json.MalformedJsonException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts entries into their table and their texts into the search, within a transaction that somebody else began. The
/// writer's thread only.
final class EntryInsert implements AutoCloseable {
    private final PreparedStatement row;
    private final PreparedStatement index;

    EntryInsert(Connection connection) throws SQLException {
        row = connection.prepareStatement(
                "INSERT INTO entry (log, number, conversation, lamport, author, log_id, kind, header, hash,"
                        + " signature, body, shown, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id");
        try {
            index = connection.prepareStatement("INSERT INTO entry_text (rowid, text) VALUES (?, ?)");
        } catch (SQLException e) {
            row.close();
            throw e;
        }
    }

    /// @param id null for the next one
    /// @param log the row of its log
    /// @param conversation the row of its conversation
    void add(@Nullable Long id, long log, long conversation, Entry entry) throws SQLException {
        row.setLong(1, log);
        row.setLong(2, entry.header().number());
        row.setLong(3, conversation);
        row.setLong(4, entry.header().lamport());
        row.setBytes(5, entry.author().bytes());
        row.setBytes(6, ChatDatabase.bytes(entry.header().log()));
        row.setInt(7, entry.kind().number());
        row.setBytes(8, entry.headerBytes());
        row.setBytes(9, entry.hash());
        row.setBytes(10, entry.signature());
        row.setBytes(11, entry.body());
        String text = text(entry);
        row.setBoolean(12, text != null || isOffer(entry));
        if (id == null) {
            row.setNull(13, Types.INTEGER);
        } else {
            row.setLong(13, id);
        }
        long given = Objects.requireNonNull(Rows.first(row, result -> result.getLong(1)), "an insert returns its row");
        if (text == null) return;
        index.setLong(1, given);
        index.setString(2, text);
        index.executeUpdate();
    }

    /// What is found by search; null for what is no text, or none that can be read.
    private static @Nullable String text(Entry entry) {
        byte[] body = entry.body();
        if (body == null || !entry.kind().equals(EntryKind.TEXT)) return null;
        try {
            return EntryText.ofBody(body).value();
        } catch (MalformedJsonException e) {
            return null; // kept and handed on all the same
        }
    }

    /// Whether it proposes files that can be read; another is kept and handed on all the same.
    private static boolean isOffer(Entry entry) {
        byte[] body = entry.body();
        if (body == null || !entry.kind().equals(EntryKind.OFFER)) return false;
        try {
            OfferBody.received(body);
            return true;
        } catch (MalformedFrameException e) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        try (row) {
            index.close();
        }
    }
}
