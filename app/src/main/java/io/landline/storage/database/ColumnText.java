package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads texts of the database by their bytes. The driver puts a sign for *unknown* in the place of bytes that are
/// no text, without a word: a room would have another name then. Stateless; the database's threads.
public final class ColumnText {
    private ColumnText() {}

    /// @throws IllegalArgumentException where the bytes are no text: the disk changed them
    public static @Nullable String of(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) return null;
        if (!isWhole(bytes)) throw new IllegalArgumentException("bytes that are no text");
        return new String(bytes, UTF_8);
    }

    public static boolean isWhole(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
