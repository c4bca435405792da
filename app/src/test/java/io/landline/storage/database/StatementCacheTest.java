package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConfig;

class StatementCacheTest {
    private static final String ECHO = "SELECT ?";

    private final List<PreparedStatement> prepared = new ArrayList<>();
    private Connection file;
    private Connection cached;

    @BeforeEach
    void open() throws SQLException {
        file = new SQLiteConfig().createConnection("jdbc:sqlite::memory:");
        cached = StatementCache.over(file);
    }

    private PreparedStatement prepare(String text) throws SQLException {
        PreparedStatement statement = cached.prepareStatement(text);
        if (!prepared.contains(statement)) prepared.add(statement);
        return statement;
    }

    @AfterEach
    void close() throws SQLException {
        file.close();
    }

    /// Rows that are left would hold the state of the database as it was when they were asked for.
    @Test
    void whoClosesAStatementClosesItsRows() throws SQLException {
        ResultSet left;
        try (PreparedStatement sql = cached.prepareStatement("SELECT 1 UNION ALL SELECT 2")) {
            left = sql.executeQuery();
            assertTrue(left.next());
            assertFalse(left.isClosed());
        }
        assertTrue(left.isClosed());
    }

    private static String echo(PreparedStatement sql, String text) throws SQLException {
        if (text != null) sql.setString(1, text);
        try (ResultSet row = sql.executeQuery()) {
            return row.next() ? row.getString(1) : "no row";
        }
    }

    private String echo(String text) throws SQLException {
        try (PreparedStatement sql = prepare(ECHO)) {
            return echo(sql, text);
        }
    }

    @Test
    void theSecondUserGetsTheStatementOfTheFirst() throws SQLException {
        assertEquals("one", echo("one"));
        assertEquals("two", echo("two"));
        assertEquals(1, prepared.size());
    }

    @Test
    void aValueOfTheUserBeforeIsGone() throws SQLException {
        echo("a secret");
        assertNull(echo((String) null), "unbound, it is NULL");
    }

    @Test
    void whatIsInUseIsPreparedOnceMore() throws SQLException {
        try (PreparedStatement one = prepare(ECHO); PreparedStatement two = prepare(ECHO)) {
            assertNotSame(one, two);
            one.setString(1, "one");
            two.setString(1, "two");
            assertEquals("one", echo(one, null));
            assertEquals("two", echo(two, null));
        }
        echo("later");
        assertEquals(2, prepared.size());
        assertEquals(1, prepared.stream().filter(StatementCacheTest::isOpen).count(), "one is kept");
    }

    @Test
    void aStatementThatWasGivenBackIsNotUsedAgainByTheSameHands() throws SQLException {
        PreparedStatement sql = cached.prepareStatement(ECHO);
        sql.close();
        sql.close();
        assertTrue(sql.isClosed());
        assertThrows(SQLException.class, () -> sql.setString(1, "of another"));
        assertThrows(SQLException.class, sql::executeQuery);
        assertThrows(SQLException.class, sql::executeUpdate);
        assertThrows(SQLException.class, sql::execute);
        assertEquals("mine", echo("mine"));
    }

    @Test
    void whatFailsSaysWhatTheDatabaseSays() throws SQLException {
        SQLException unknown = assertThrows(SQLException.class, () -> cached.prepareStatement("SELECT nonsense"));
        assertTrue(unknown.getMessage().contains("nonsense"), unknown.getMessage());
    }

    @Test
    void aStatementOutlivesATableThatChanges() throws SQLException {
        try (var sql = file.createStatement()) {
            sql.execute("CREATE TABLE t (a)");
            sql.execute("INSERT INTO t VALUES (1)");
        }
        assertEquals(1, columns());
        try (var sql = file.createStatement()) {
            sql.execute("ALTER TABLE t ADD COLUMN b");
        }
        assertEquals(2, columns());
    }

    private int columns() throws SQLException {
        try (PreparedStatement sql = cached.prepareStatement("SELECT * FROM t"); ResultSet row = sql.executeQuery()) {
            assertTrue(row.next());
            return row.getMetaData().getColumnCount();
        }
    }

    @Test
    void aReaderThatStoppedInTheMiddleKeepsNobodyFromWriting() throws SQLException {
        try (var sql = file.createStatement()) {
            sql.execute("CREATE TABLE t (a)");
            sql.execute("INSERT INTO t VALUES (1), (2)");
        }
        try (PreparedStatement sql = cached.prepareStatement("SELECT a FROM t"); ResultSet row = sql.executeQuery()) {
            assertTrue(row.next());
        }
        try (var sql = file.createStatement()) {
            sql.execute("DROP TABLE t"); // refused while a statement reads it
        }
    }

    @Test
    void onlySoManyAreKept() throws SQLException {
        for (int i = 0; i <= StatementCache.STATEMENTS_MAX; i++) {
            prepare("SELECT " + i).close();
        }
        assertFalse(isOpen(prepared.getFirst()), "the one that was used longest ago");
        assertEquals(StatementCache.STATEMENTS_MAX,
                prepared.stream().filter(StatementCacheTest::isOpen).count());
    }

    /// In the driver: one that was given back counts as closed for its user.
    private static boolean isOpen(PreparedStatement statement) {
        return !((KeptStatement) statement).pointer.isClosed();
    }
}
