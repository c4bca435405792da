package io.landline.violations.chat;

import java.sql.Connection;
import java.sql.SQLException;

/// A conversation that knows how it is stored.
final class AsksTheDatabase {
    private AsksTheDatabase() {}

    static boolean isThere(Connection connection) throws SQLException {
        return connection.isValid(1);
    }
}
