package io.landline.storage.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.IntConsumer;
import org.sqlite.ProgressHandler;

/// How far the changes of a schema are that are due, as a part of a hundred. A change that goes through all entries, or
/// all cards, is one statement, so what SQLite's machine did of it is counted: a number of steps for each of them. The
/// figures are measured, so the part is an estimate; it never goes back. The thread that opens the database.
final class SchemaWork extends ProgressHandler {
    /// Steps of SQLite's machine between two looks at them: about a millisecond.
    static final int STEPS_A_LOOK = 10_000;
    static final int WHOLE = 100;

    /// What a version costs for each entry that it goes through.
    ///
    /// @param steps of SQLite's machine
    /// @param micros on two cores, to be compared with those of the other versions
    record Cost(int steps, int micros) {}

    /// The version that goes through polls, hand-in boxes and offers alone.
    private static final int CARDS = 31;
    /// Of the versions that go through many entries; the others take no time to speak of.
    static final Map<Integer, Cost> COSTS = Map.of(2, new Cost(100, 18), 5, new Cost(13, 1), 10, new Cost(68, 19),
            11, new Cost(79, 17), 18, new Cost(3, 1), CARDS, new Cost(39, 40));

    private final IntConsumer progress;
    private final long entries;
    private final long cards;
    private final long total;
    private long ended;
    private long steps;
    private Cost now = new Cost(0, 0);
    private long manyNow;
    private int told;

    /// @param from the version that the file has
    /// @param to the version that it shall have
    /// @param progress told of each further percent
    SchemaWork(Connection connection, int from, int to, IntConsumer progress) throws SQLException {
        this.progress = progress;
        entries = from == 0 ? 0 : number(connection, "SELECT coalesce(max(id), 0) FROM entry");
        cards = from == 0
                ? 0
                : number(connection, "SELECT count(*) FROM entry WHERE kind <> 1 AND kind IN (2, 10, 13)");
        long all = 0;
        for (int version = from + 1; version <= to; version++) all += many(version) * cost(version).micros();
        total = all;
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery(query)) {
            return row.getLong(1);
        }
    }

    /// How many entries a version goes through.
    private long many(int version) {
        return version == CARDS ? cards : entries;
    }

    private static Cost cost(int version) {
        return COSTS.getOrDefault(version, new Cost(0, 0));
    }

    /// The version that opening a database has to go through last of those that take long.
    static int lastLongVersion() {
        return COSTS.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    void begin(int version) {
        now = cost(version);
        manyNow = many(version);
        steps = 0;
    }

    void end() {
        ended += manyNow * now.micros();
        now = new Cost(0, 0);
        tell();
    }

    @Override
    protected int progress() {
        steps += STEPS_A_LOOK;
        tell();
        return 0; // go on
    }

    private void tell() {
        if (total == 0) return;
        long expected = manyNow * now.steps();
        double part = expected == 0 ? 0 : Math.min(1, (double) steps / expected);
        int percent = (int) (WHOLE * (ended + part * manyNow * now.micros()) / total);
        if (percent <= told) return;
        told = percent;
        progress.accept(percent);
    }
}
