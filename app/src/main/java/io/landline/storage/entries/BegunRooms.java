package io.landline.storage.entries;

import io.landline.room.ConversationId;
import io.landline.storage.database.TimelineSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Rooms that began here, and that more deletes name than one write looks at: a member may have written very many of
/// them before. The rest follows in steps. What a kill left to do is found by a look at all rooms that deletes name,
/// once a run of the program. The writer's thread only, but for [#isLeft].
final class BegunRooms {
    /// Deletes looked at in one write, each with a signature: some 15 ms, for which other writes wait.
    static final int DELETES_A_STEP = 64;
    /// Rooms of the look at all in one step: a few milliseconds.
    static final int ROOMS_A_STEP = 256;

    /// The rooms, each with the row of the last delete that was looked at.
    private final Map<ConversationId, Long> reached = new LinkedHashMap<>();
    /// How far the look at all rooms came, as the table calls them; null where it is over.
    private @Nullable String lookedAt = "";
    private volatile boolean left = true;

    /// Whether a step may have something to do. Any thread.
    boolean isLeft() {
        return left;
    }

    /// A room begins, and nothing of it is stored yet.
    void begins(ActWriter acts, ConversationId room) throws SQLException {
        Long last = acts.begins(room, 0, DELETES_A_STEP);
        if (last == null) return;
        reached.put(room, last);
        left = true;
    }

    /// Looks at some more.
    ///
    /// @param acts those of a room, by its row
    /// @return whether more is to be done
    boolean step(Connection connection, LongFunction<ActWriter> acts) throws SQLException {
        if (reached.isEmpty()) {
            lookAtRooms(new DeletesElsewhere(connection));
        } else {
            Map.Entry<ConversationId, Long> first = reached.entrySet().iterator().next();
            Long row = TimelineSql.rowOf(connection, first.getKey());
            Long last = row == null
                    ? null
                    : acts.apply(row).begins(first.getKey(), first.getValue(), DELETES_A_STEP);
            if (last == null) {
                reached.remove(first.getKey());
            } else {
                first.setValue(last);
            }
        }
        left = lookedAt != null || !reached.isEmpty();
        return left;
    }

    private void lookAtRooms(DeletesElsewhere elsewhere) throws SQLException {
        for (int i = 0; i < ROOMS_A_STEP && lookedAt != null; i++) {
            lookedAt = elsewhere.nextStart(lookedAt);
            if (lookedAt == null) return;
            for (ConversationId room : elsewhere.here(lookedAt)) reached.putIfAbsent(room, 0L);
        }
    }
}
