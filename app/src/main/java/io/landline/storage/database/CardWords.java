package io.landline.storage.database;

import io.landline.chat.EntryKind;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/// The SQL function `card_words(kind, body)`: what the search finds a stored poll, box or offer by, as
/// [SearchableText] reads it when one comes; NULL for nothing. A change of the schema uses it, so that what is in the
/// index can be taken out by the same text later. The thread that opens the database.
final class CardWords extends Function {
    private static final String NAME = "card_words";
    private static final int KIND = 0;
    private static final int BODY = 1;
    private static final int ARGUMENTS = 2;

    static void register(Connection connection) throws SQLException {
        create(connection, NAME, new CardWords(), ARGUMENTS, FLAG_DETERMINISTIC);
    }

    static void remove(Connection connection) throws SQLException {
        destroy(connection, NAME, ARGUMENTS);
    }

    @Override
    protected void xFunc() throws SQLException {
        result(SearchableText.ofCard(new EntryKind(value_int(KIND)), value_blob(BODY)));
    }
}
