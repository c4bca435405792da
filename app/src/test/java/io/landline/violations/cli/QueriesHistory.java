package io.landline.violations.cli;

import java.sql.DriverManager;
import java.sql.SQLException;

/// Goes past the storage.
final class QueriesHistory {
    private QueriesHistory() {}

    static void query() throws SQLException {
        DriverManager.getConnection("jdbc:sqlite:").close();
    }
}
