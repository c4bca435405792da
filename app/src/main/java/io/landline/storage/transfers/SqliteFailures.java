package io.landline.storage.transfers;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What the senders of transfers could not give. Any thread.
record SqliteFailures(TransferSql sql) {
    /// Of one transfer.
    static final String OF = "SELECT files, bytes, first FROM file_failed WHERE transfer = ?";

    void save(TransferId transfer, FailedFiles failures) {
        var first = new JsonArray();
        for (FailedFiles.One one : failures.first()) {
            var json = new JsonObject();
            json.addProperty("path", one.path());
            if (!one.stored().equals(one.path())) json.addProperty("stored", one.stored());
            json.addProperty("reason", one.reason().text());
            first.add(json);
        }
        sql.write(Durability.BATCHED, "INSERT OR REPLACE INTO file_failed VALUES (?, ?, ?, ?)", transfer.bytes(),
                failures.files(), failures.bytes(), first.toString());
    }

    FailedFiles of(TransferId transfer) {
        List<FailedFiles> found = sql.read(SqliteFailures::read, OF, transfer.bytes());
        return found.isEmpty() ? FailedFiles.NONE : found.getFirst();
    }

    /// With a statement of [#OF].
    static FailedFiles of(PreparedStatement statement, TransferId transfer) throws SQLException {
        statement.setBytes(1, transfer.bytes());
        FailedFiles found = Rows.first(statement, SqliteFailures::read);
        return found == null ? FailedFiles.NONE : found;
    }

    private static FailedFiles read(ResultSet row) throws SQLException {
        var first = new ArrayList<FailedFiles.One>();
        for (JsonElement each : JsonParser.parseString(row.getString(3)).getAsJsonArray()) {
            JsonObject one = each.getAsJsonObject();
            FailureReason reason = FailureReason.ofText(one.get("reason").getAsString());
            String path = one.get("path").getAsString();
            first.add(new FailedFiles.One(path, reason == null ? FailureReason.LOST : reason,
                    one.has("stored") ? one.get("stored").getAsString() : path));
        }
        return new FailedFiles(row.getLong(1), row.getLong(2), first);
    }
}
