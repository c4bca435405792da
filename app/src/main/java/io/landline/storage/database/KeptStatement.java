package io.landline.storage.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/// A prepared statement that is given back where others are closed. It is the driver's own, since its calls are many:
/// going to it by reflection took a third of the time that a message needs in the database. The connection's thread
/// only.
final class KeptStatement extends JDBC4PreparedStatement {
    /// Takes a statement that nobody uses any more.
    interface Keeper {
        void takeBack(KeptStatement statement) throws SQLException;
    }

    private final Keeper keeper;
    private boolean isBack;

    KeptStatement(SQLiteConnection connection, String text, Keeper keeper) throws SQLException {
        super(connection, text);
        this.keeper = keeper;
    }

    String text() {
        return sql;
    }

    /// The next one has it.
    void lend() {
        isBack = false;
    }

    /// Closes it for ever.
    void end() throws SQLException {
        super.close();
    }

    @Override
    public void close() throws SQLException {
        if (isBack) return;
        isBack = true;
        if (rs.isOpen()) rs.close(); // rows that are left would hold the state of the database as it was
        clearParameters(); // they hold texts and keys
        keeper.takeBack(this);
    }

    @Override
    public boolean isClosed() {
        return isBack || super.isClosed();
    }

    private void checkLent() throws SQLException {
        if (isBack) throw new SQLException("the statement is closed");
    }

    /// Each value comes by here.
    @Override
    protected void batch(int position, @Nullable Object value) throws SQLException {
        checkLent();
        super.batch(position, value);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        checkLent();
        return super.executeQuery();
    }

    @Override
    public int executeUpdate() throws SQLException {
        checkLent();
        return super.executeUpdate();
    }

    @Override
    public boolean execute() throws SQLException {
        checkLent();
        return super.execute();
    }
}
