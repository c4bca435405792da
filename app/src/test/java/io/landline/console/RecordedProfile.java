package io.landline.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.process.FreePorts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The profile of Ada that a release left behind, and what it answered to questions: an archive in the test resources
/// (docs/compatibility.md, "Recorded bytes").
final class RecordedProfile {
    /// Where the profile was written.
    static final Path WRITTEN_IN = Path.of("/tmp/landline-recorded");
    static final String ADA = "Ada";
    static final String DOWNLOADS = "Ada-downloads";
    /// A question and its answer, a line each.
    static final String ANSWERS = "answers.jsonl";
    /// Fields that differ from one run to the next.
    private static final List<String> TOLD_ANEW = List.of("at");

    /// When a document was made stands in it.
    private static final String EXPORTED = "\\\\\"exported\\\\\":\\\\\"[^\\\\]*\\\\\",";

    private RecordedProfile() {}

    static void unpack(InputStream archive, Path folder) throws IOException, SQLException {
        try (var zip = new ZipInputStream(archive)) {
            for (@Nullable
            ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                Files.setLastModifiedTime(file, FileTime.from(entry.getLastModifiedTime().toInstant()));
            }
        }
        for (String each : List.of(ANSWERS, ADA + "/settings.json", ADA + "/settings.json.good")) {
            Path file = folder.resolve(each);
            Files.writeString(file, Files.readString(file, UTF_8).replace(WRITTEN_IN.toString(), folder.toString()),
                    UTF_8);
        }
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(ADA, "history.db"))) {
            for (String table : texts(database, "SELECT name FROM sqlite_master WHERE type = 'table'"
                    + " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'")) {
                move(database, table, folder);
            }
        }
    }

    /// Puts this folder in the place of the one in which the profile was written.
    private static void move(Connection database, String table, Path folder) throws SQLException {
        for (String column : texts(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
            String update = "UPDATE \"%s\" SET \"%s\" = replace(\"%s\", ?, ?) WHERE typeof(\"%s\") = 'text'"
                    + " AND instr(\"%s\", ?) > 0";
            try (var sql = database.prepareStatement(update.formatted(table, column, column, column, column))) {
                sql.setString(1, WRITTEN_IN.toString());
                sql.setString(2, folder.toString());
                sql.setString(3, WRITTEN_IN.toString());
                sql.executeUpdate();
            }
        }
    }

    private static List<String> texts(Connection database, String question) throws SQLException {
        var texts = new ArrayList<String>();
        try (var sql = database.createStatement(); ResultSet rows = sql.executeQuery(question)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    /// Ada's node on the profile in this folder; nobody else is there.
    static Node open(Path folder) throws IOException, NodeException {
        Node node = Node.open(new NodeOptions(folder.resolve(ADA), null, List.of(),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), null, AcceptRule.ASK, false));
        node.start();
        return node;
    }

    /// What a node answers, but for what is told anew each time.
    static JsonObject answer(Node node, String question) {
        var commands = new CommandLines(node, () -> {}, null, () -> {}, () -> {});
        var answer = new CompletableFuture<JsonObject>();
        commands.carryOut(question, answer::complete);
        JsonElement told = JsonParser.parseString(answer.join().toString().replaceFirst(EXPORTED, ""));
        strip(told);
        commands.close();
        return told.getAsJsonObject();
    }

    private static void strip(JsonElement told) {
        if (told instanceof JsonObject object) {
            TOLD_ANEW.forEach(object::remove);
            object.asMap().values().forEach(RecordedProfile::strip);
        } else if (told instanceof JsonArray list) {
            list.forEach(RecordedProfile::strip);
        }
    }

    /// A later version may add fields; all others are to be as they were.
    static void leaveOutNew(JsonElement now, JsonElement then) {
        if (now instanceof JsonObject told && then instanceof JsonObject known) {
            told.keySet().retainAll(known.keySet());
            told.asMap().forEach((name, value) -> leaveOutNew(value, known.get(name)));
        } else if (now instanceof JsonArray told && then instanceof JsonArray known) {
            for (int i = 0; i < Math.min(told.size(), known.size()); i++) leaveOutNew(told.get(i), known.get(i));
        }
    }
}
