package io.landline.storage.transfers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.storage.database.Rows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands here of transfers that were taken in part, since their rest was taken. If nothing comes of the rest,
/// this is still here. Stateless; the database's threads only.
final class FirstParts {
    /// As many as a node looks at to learn whether all of an offer is here.
    static final int PATHS_MAX = 1_000;

    private static final String OF = "SELECT files, bytes, paths FROM file_first WHERE transfer = ?";

    /// @param paths absolute, of a folder its top folder alone
    record FirstPart(long files, long bytes, List<Path> paths) {}

    private FirstParts() {}

    /// Notes what stands of this transfer to us, if it is done, before its files are forgotten.
    static void note(Connection connection, TransferId id) throws SQLException {
        StoredTransfer done = done(connection, id);
        if (done == null) return;
        FirstPart first = standing(connection, done);
        var paths = new JsonArray();
        for (Path path : first.paths()) paths.add(PathText.stored(path));
        TransferSql.run(connection, "INSERT OR REPLACE INTO file_first VALUES (?, ?, ?, ?)", id.bytes(), first.files(),
                first.bytes(), paths.toString());
    }

    private static @Nullable StoredTransfer done(Connection connection, TransferId id) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(TransferRows.TRANSFER + " WHERE id = ?")) {
            sql.setBytes(1, id.bytes());
            StoredTransfer transfer = Rows.first(sql, TransferRows::transfer);
            if (transfer == null || transfer.direction() != Direction.IN) return null;
            return transfer.state() == TransferState.DONE ? transfer : null;
        }
    }

    private static FirstPart standing(Connection connection, StoredTransfer done) throws SQLException {
        try (PreparedStatement taken = connection.prepareStatement(TransferHistory.TAKEN);
                PreparedStatement received = connection.prepareStatement(TransferHistory.RECEIVED)) {
            List<Path> paths = TransferHistory.received(done, received, PATHS_MAX);
            taken.setBytes(1, done.id().bytes());
            return Rows.all(taken, row -> new FirstPart(row.getLong(1), row.getLong(2), paths)).getFirst();
        }
    }

    /// Null where no rest was taken.
    ///
    /// @param max of its paths
    static @Nullable FirstPart of(Connection connection, TransferId id, int max) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(OF)) {
            sql.setBytes(1, id.bytes());
            return Rows.first(sql, row -> new FirstPart(row.getLong(1), row.getLong(2), paths(row.getString(3), max)));
        }
    }

    /// None where the row is damaged.
    private static List<Path> paths(String json, int max) {
        var paths = new ArrayList<Path>();
        try {
            for (JsonElement each : JsonParser.parseString(json).getAsJsonArray()) {
                Path path = PathText.readOrNull(each.getAsString());
                if (path != null && paths.size() < max) paths.add(path);
            }
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return List.of();
        }
        return paths;
    }
}
