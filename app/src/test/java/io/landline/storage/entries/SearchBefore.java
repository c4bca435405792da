package io.landline.storage.entries;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The search of a profile as version 32 kept it.
public final class SearchBefore {
    private SearchBefore() {}

    /// Makes it of the texts in a database of this version, which nobody has open.
    public static void make(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("DROP TABLE entry_text; CREATE VIRTUAL TABLE entry_text USING fts5(text, content='',"
                    + " prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');"
                    + " INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', 1);"
                    + " INSERT INTO entry_text (rowid, text) SELECT id, json_extract(CAST(body AS TEXT), '$.text')"
                    + " FROM entry WHERE kind = 1 AND shown = 1;"
                    + " DROP TABLE search_renewal; DROP TABLE entry_elsewhere; DROP TABLE file_first;"
                    + " PRAGMA user_version=32");
        }
    }
}
