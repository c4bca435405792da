package io.landline.storage.database;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.identity.Ed25519;
import io.landline.json.MalformedJsonException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows as values, and values into rows. The database's threads only.
public final class Rows {
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Rows() {}

    public static <T> @Nullable T first(PreparedStatement sql, Reader<T> reader) throws SQLException {
        try (ResultSet row = sql.executeQuery()) {
            return row.next() ? read(row, reader) : null;
        }
    }

    public static <T> List<T> all(PreparedStatement sql, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) all.add(read(row, reader));
        }
        return all;
    }

    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /// Hands on each row, to be read as [#read] does.
    public static void each(PreparedStatement sql, Taker taker) throws SQLException {
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                read(row, one -> {
                    taker.take(one);
                    return true;
                });
            }
        }
    }

    /// A row as a value. All was checked when it was written: what cannot be a value now was changed by the disk.
    public static <T> T read(ResultSet row, Reader<T> reader) throws SQLException {
        try {
            return reader.read(row);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new DamageDetector.DamagedRowException("a row is damaged: " + e.getMessage(), e);
        }
    }

    /// Deletes the rows that cannot be read as values.
    ///
    /// @param columns that the reader wants, in its order
    /// @param key the columns of the primary key
    /// @return whether there was none
    public static boolean removeUnreadable(Connection connection, String table, List<String> key, String columns,
            Reader<?> reader) throws SQLException {
        var unreadable = new ArrayList<Object[]>();
        int behind = columns.split(",").length;
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT " + columns + ", " + String.join(", ", key) + " FROM " + table);
                ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                try {
                    read(row, reader);
                } catch (DamageDetector.DamagedRowException e) {
                    var values = new Object[key.size()];
                    for (int i = 0; i < values.length; i++) values[i] = row.getObject(behind + i + 1);
                    unreadable.add(values);
                }
            }
        }
        String place = String.join(" = ? AND ", key) + " = ?";
        for (Object[] values : unreadable) update(connection, "DELETE FROM " + table + " WHERE " + place, values);
        return unreadable.isEmpty();
    }

    /// Rows of header, signature and body of an entry and of what deleted it, then the entry's hash, as long as their
    /// sizes as sent stay within the bound. They end before an entry that is not what its author signed.
    ///
    /// @param damaged called where they end so
    public static List<Entry> entriesWithin(PreparedStatement sql, int sentBytesMax, Runnable damaged)
            throws SQLException {
        var entries = new ArrayList<Entry>();
        int left = sentBytesMax;
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                Entry entry = whole(row);
                left -= entry.sentBytes();
                if (left < 0) break;
                if (!EntryCheck.isWhole(entry, row.getBytes(7))) {
                    damaged.run();
                    break;
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Entry whole(ResultSet row) throws SQLException {
        Entry entry = entry(row);
        if (row.getBytes(4) == null) return entry;
        try {
            return entry.deletedBy(Deletion.of(entry(row, 4)));
        } catch (IllegalArgumentException | MalformedJsonException e) {
            throw new DamageDetector.DamagedRowException("the proof of a delete in the history is damaged", e);
        }
    }

    public static Entry entry(ResultSet row) throws SQLException {
        return entry(row, 1);
    }

    /// Of header, signature, body, from this column on.
    public static Entry entry(ResultSet row, int column) throws SQLException {
        try {
            return Entry.stored(row.getBytes(column), row.getBytes(column + 1), row.getBytes(column + 2));
        } catch (IllegalArgumentException e) {
            throw new DamageDetector.DamagedRowException("an entry in the history is damaged", e);
        }
    }

    /// Of header, signature and body in one.
    public static Entry entry(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] header = new byte[EntryHeader.BYTES];
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        byte[] body = new byte[bytes.length - header.length - signature.length];
        in.get(header).get(signature).get(body);
        return Entry.stored(header, signature, body);
    }

    /// Runs a statement that changes rows, with these values in its places.
    ///
    /// @return how many it changed
    public static int update(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(Objects.requireNonNull(statement))) {
            for (int i = 0; i < values.length; i++) sql.setObject(i + 1, values[i]);
            return sql.executeUpdate();
        }
    }
}
