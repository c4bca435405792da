package io.landline.storage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/// Counts the steps of SQLite's machine on one connection until it is closed: the same on each computer, as times are
/// not. Whoever owns the connection makes and closes it; any thread may ask it.
public final class CountedSteps implements AutoCloseable {
    private final Connection connection;
    private final AtomicLong steps = new AtomicLong();

    /// @param every how many steps are counted at once; a statement that takes fewer counts as none
    public CountedSteps(Connection connection, int every) throws SQLException {
        this.connection = connection;
        ProgressHandler.setHandler(connection, every, new ProgressHandler() {
            @Override
            protected int progress() {
                steps.addAndGet(every);
                return 0;
            }
        });
    }

    /// Those of this work, which the thread of the database's writes does.
    public static long ofWrites(Database database, int every, Runnable work) {
        CountedSteps counted = database.write(Database.Durability.BATCHED,
                connection -> new CountedSteps(connection.unwrap(SQLiteConnection.class), every));
        work.run();
        database.write(Database.Durability.BATCHED, _ -> {
            counted.close();
            return true;
        });
        return counted.count();
    }

    public long count() {
        return steps.get();
    }

    @Override
    public void close() throws SQLException {
        ProgressHandler.clearHandler(connection);
    }
}
