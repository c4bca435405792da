package io.landline.storage.choices;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.PathText;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.shelf.Shelf;
import io.landline.shelf.ShelfId;
import io.landline.shelf.ShelfPath;
import io.landline.shelf.ShelfRules.Asked;
import io.landline.shelf.TakeId;
import io.landline.shelf.WantedItem;
import io.landline.storage.database.DamageDetector;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shelves of this user, wishes to shelves of others, and what was given to others. Any thread; each call waits for the
/// database, and throws a [StorageException].
public final class SqliteShelves {
    /// What this user asked for and was not offered yet: the oldest goes first.
    public static final int ASKED_MAX = 256;
    private static final int TEXT_BYTES_MAX = 1024 * 1024;

    private final Database database;

    public SqliteShelves(Database database) { this.database = database; }

    /// A wish of this user.
    ///
    /// @param only which part of the offer is wanted; empty for all
    public record Wish(Fingerprint owner, Asked asked, List<String> only) {
        public Wish {
            only = List.copyOf(only);
        }
    }

    /// What one member was given since some time.
    ///
    /// @param offers all of them
    public record GivenSince(List<EntryId> offers, long files) {}

    private interface Binding {
        void bind(PreparedStatement sql) throws SQLException;
    }

    private void write(Durability durability, String text, Binding binding) {
        database.write(durability, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(text)) {
                binding.bind(sql);
                return sql.executeUpdate();
            }
        });
    }

    /// All, the first opened first. One with a folder that this system cannot spell, as of a profile that was carried
    /// from another system, is kept and left out.
    public List<Shelf> shelves() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT id, room, title, folder FROM shelf ORDER BY opened, id");
                    ResultSet row = sql.executeQuery()) {
                var shelves = new ArrayList<Shelf>();
                while (row.next()) {
                    Path folder = PathText.readOrNull(row.getString(4));
                    if (folder != null) shelves.add(Rows.read(row, each -> shelf(each, folder)));
                }
                return shelves;
            }
        });
    }

    private static Shelf shelf(ResultSet row, Path folder) throws SQLException {
        return new Shelf(new ShelfId(HexFormat.of().formatHex(row.getBytes(1))), RoomId.of(row.getBytes(2)),
                row.getString(3), folder);
    }

    public void add(Shelf shelf, Instant opened) {
        write(Durability.FULL, "INSERT INTO shelf (id, room, title, folder, opened) VALUES (?, ?, ?, ?, ?)", sql -> {
            sql.setBytes(1, HexFormat.of().parseHex(shelf.id().hex()));
            sql.setBytes(2, shelf.room().bytes());
            sql.setString(3, shelf.title());
            sql.setString(4, PathText.stored(shelf.folder()));
            sql.setLong(5, opened.toEpochMilli());
        });
    }

    public void remove(ShelfId shelf) {
        write(Durability.FULL, "DELETE FROM shelf WHERE id=?",
                sql -> sql.setBytes(1, HexFormat.of().parseHex(shelf.hex())));
    }

    /// Notes a wish before it is said.
    public void ask(TakeId take, Wish wish, Instant now) {
        write(Durability.FULL, "DELETE FROM shelf_asked WHERE take IN (SELECT take FROM shelf_asked ORDER BY at DESC,"
                + " take LIMIT -1 OFFSET " + (ASKED_MAX - 1) + ")", _ -> {
                });
        write(Durability.FULL, "INSERT INTO shelf_asked (take, owner, asked, at) VALUES (?, ?, ?, ?)", sql -> {
            sql.setBytes(1, HexFormat.of().parseHex(take.hex()));
            sql.setBytes(2, wish.owner().bytes());
            sql.setString(3, json(wish));
            sql.setLong(4, now.toEpochMilli());
        });
    }

    private static String json(Wish wish) {
        var items = new JsonArray();
        for (Asked.Item each : wish.asked().items()) {
            var item = new JsonObject();
            item.addProperty("name", each.name());
            item.addProperty("folder", each.folder());
            item.addProperty("bytes", each.bytes());
            items.add(item);
        }
        var json = new JsonObject();
        json.add("items", items);
        json.add("only", list(wish.only()));
        return json.toString();
    }

    private static JsonArray list(List<String> texts) {
        var list = new JsonArray();
        texts.forEach(list::add);
        return list;
    }

    /// Null where this was never asked for, or is answered.
    public @Nullable Wish asked(TakeId take) {
        return database.<@Nullable Wish>read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT owner, asked FROM shelf_asked WHERE take=?")) {
                sql.setBytes(1, HexFormat.of().parseHex(take.hex()));
                return Rows.first(sql, row -> wish(Fingerprint.of(row.getBytes(1)), row.getString(2)));
            }
        });
    }

    private static Wish wish(Fingerprint owner, String json) throws SQLException {
        try {
            JsonFields fields = StrictJson.object(json);
            var asked = new Asked(fields.has("items") ? items(fields) : itemsOfNumbers(fields));
            return new Wish(owner, asked, fields.texts("only", Choice.PATTERNS_MAX, TEXT_BYTES_MAX));
        } catch (MalformedJsonException e) {
            throw new DamageDetector.DamagedRowException("what was asked of a shelf is damaged", e);
        }
    }

    private static List<Asked.Item> items(JsonFields fields) throws MalformedJsonException {
        var items = new ArrayList<Asked.Item>();
        for (JsonFields each : fields.objects("items", WantedItem.COUNT_MAX)) {
            items.add(new Asked.Item(each.text("name", ShelfPath.NAME_BYTES_MAX), each.flag("folder"),
                    each.number("bytes", 0, JsonFields.INTEGER_MAX)));
        }
        return items;
    }

    /// The first versions noted names, and how many of them are folders. Of one file, and of folders alone, that says
    /// all. Of others it is not known which is which, or how large: no items, so a person decides on what comes.
    private static List<Asked.Item> itemsOfNumbers(JsonFields fields) throws MalformedJsonException {
        List<String> names = fields.texts("names", WantedItem.COUNT_MAX, ShelfPath.NAME_BYTES_MAX);
        long folders = fields.numberOr("folders", 0, 0, WantedItem.COUNT_MAX);
        long files = fields.numberOr("files", 0, 0, WantedItem.COUNT_MAX);
        boolean isOneFile = files == 1 && folders == 0 && names.size() == 1;
        if (isOneFile) {
            return List.of(new Asked.Item(names.getFirst(), false, fields.number("bytes", 0, JsonFields.INTEGER_MAX)));
        }
        if (files > 0 || folders < names.size()) return List.of();
        var items = new ArrayList<Asked.Item>();
        for (String name : names) items.add(new Asked.Item(name, true, 0));
        while (items.size() < folders) items.add(new Asked.Item("", true, 0)); // whole shelves had no name
        return items;
    }

    public void answered(TakeId take) {
        write(Durability.FULL, "DELETE FROM shelf_asked WHERE take=?",
                sql -> sql.setBytes(1, HexFormat.of().parseHex(take.hex())));
    }

    public void given(EntryId offer, Fingerprint member, long files, Instant at) {
        write(Durability.BATCHED,
                "INSERT OR REPLACE INTO shelf_given (offer, member, files, at) VALUES (?, ?, ?, ?)", sql -> {
                    sql.setBytes(1, offer.bytes());
                    sql.setBytes(2, member.bytes());
                    sql.setLong(3, files);
                    sql.setLong(4, at.toEpochMilli());
                });
    }

    public GivenSince givenSince(Fingerprint member, Instant since) {
        record Row(EntryId offer, long files) {}
        List<Row> rows = database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT offer, files FROM shelf_given WHERE member=? AND at>=?")) {
                sql.setBytes(1, member.bytes());
                sql.setLong(2, since.toEpochMilli());
                return Rows.all(sql, row -> new Row(EntryId.of(row.getBytes(1)), row.getLong(2)));
            }
        });
        return new GivenSince(rows.stream().map(Row::offer).toList(), rows.stream().mapToLong(Row::files).sum());
    }

    /// Forgets what is older.
    public void forgetBefore(Instant time) {
        for (String table : List.of("shelf_asked", "shelf_given")) {
            write(Durability.BATCHED, "DELETE FROM " + table + " WHERE at<?",
                    sql -> sql.setLong(1, time.toEpochMilli()));
        }
    }
}
