package io.landline.storage;

import io.landline.chat.Entry;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows as values. The database's threads only.
final class Rows {
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Rows() {}

    static <T> @Nullable T first(PreparedStatement sql, Reader<T> reader) throws SQLException {
        try (ResultSet row = sql.executeQuery()) {
            return row.next() ? reader.read(row) : null;
        }
    }

    static <T> List<T> all(PreparedStatement sql, Reader<T> reader) throws SQLException {
        var all = new ArrayList<T>();
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) all.add(reader.read(row));
        }
        return all;
    }

    /// Rows of header, signature, body, as long as their sizes as sent stay within the bound.
    static List<Entry> entriesWithin(PreparedStatement sql, int sentBytesMax) throws SQLException {
        var entries = new ArrayList<Entry>();
        int left = sentBytesMax;
        try (ResultSet row = sql.executeQuery()) {
            while (row.next()) {
                Entry entry = entry(row);
                left -= entry.sentBytes();
                if (left < 0) break;
                entries.add(entry);
            }
        }
        return entries;
    }

    static Entry entry(ResultSet row) throws SQLException {
        return entry(row, 1);
    }

    /// Of header, signature, body, from this column on.
    static Entry entry(ResultSet row, int column) throws SQLException {
        try {
            return Entry.stored(row.getBytes(column), row.getBytes(column + 1), row.getBytes(column + 2));
        } catch (IllegalArgumentException e) {
            throw new DamageDetector.DamagedRowException("an entry in the history is damaged", e);
        }
    }
}
