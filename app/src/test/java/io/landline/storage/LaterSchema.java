package io.landline.storage;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Takes away what later versions of the schema add, so that a test begins with a database of an earlier one.
public final class LaterSchema {
    private static final List<String> INDEXES = List.of("entry_later", "entry_written", "entry_offer",
            "entry_deletion", "act_reaction", "entry_box", "act_pin_of_person", "act_pin_of_message", "entry_receipt",
            "act_written_again");
    private static final List<String> TABLES = List.of("room_name", "archived", "new_words", "new_words_for",
            "retired_room", "saved", "receipt_time", "retention", "log_floor", "unread_mark", "log_fork",
            "file_hash_page", "file_manifest_page", "search_words_left", "search_renewal", "file_list", "file_item",
            "file_choice",
            "file_hidden", "file_top", "file_failed",
            "file_exclude", "shelf", "shelf_asked", "shelf_given", "shelf_answer", "heard", "name_card",
            "entry_elsewhere", "file_first");

    /// What came after version 31.
    public static final String DROP_ABOVE_31 = "ALTER TABLE search_words_left DROP COLUMN again;"
            + " DROP TABLE search_renewal; DROP TABLE entry_elsewhere; DROP TABLE file_first;";

    private LaterSchema() {}

    /// What came after version 10. The search stays as it is.
    public static void dropAbove10(Statement sql) throws SQLException {
        for (String index : INDEXES) sql.executeUpdate("DROP INDEX " + index);
        sql.executeUpdate("CREATE INDEX act_pin ON act (conversation, lamport, author, number, log_id)"
                + " WHERE kind = 9 AND present = 1");
        for (String table : TABLES) sql.executeUpdate("DROP TABLE " + table);
        sql.executeUpdate("ALTER TABLE mute DROP COLUMN mentions");
        sql.executeUpdate("ALTER TABLE draft DROP COLUMN target");
        sql.executeUpdate("ALTER TABLE draft DROP COLUMN change");
        sql.executeUpdate("ALTER TABLE act DROP COLUMN is_on");
        sql.executeUpdate("ALTER TABLE file_received DROP COLUMN taken");
    }
}
