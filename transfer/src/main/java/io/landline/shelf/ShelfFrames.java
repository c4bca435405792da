package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The frames of shelves (docs/protocol/shelf.md, "Frames"). Unknown fields are ignored. Stateless; any thread.
public sealed interface ShelfFrames {
    /// What a frame's JSON has at most, so that it fits a frame with room to spare.
    int BODY_BYTES_MAX = 100 * 1024;
    /// Shelves of one node.
    int SHELVES_MAX = 32;
    int TITLE_BYTES_MAX = 200;
    /// The longest of ours, `unreadable`, has ten.
    int REASON_BYTES_MAX = 32;

    /// Which shelves the sender has open to a room, all of them: what was told before does not count any more.
    record Open(RoomId room, List<Title> shelves) implements ShelfFrames {}

    record Title(ShelfId id, String title) {
        public static boolean fits(String title) {
            return !title.isBlank() && title.getBytes(UTF_8).length <= TITLE_BYTES_MAX;
        }
    }

    /// What stands in a folder?
    ///
    /// @param after the name to go on behind; null from the start
    /// @param name the only name of interest; null for all
    record ListAsked(int request, ShelfId shelf, List<String> path, @Nullable String after,
            @Nullable String name) implements ShelfFrames {}

    record Listed(int request, ShelfPage page) implements ShelfFrames {}

    record ListRefused(int request, ShelfRefusal why) implements ShelfFrames {}

    /// An offer of these is wanted.
    record TakeAsked(TakeId take, ShelfId shelf, List<WantedItem> items) implements ShelfFrames {}

    record Taken(TakeId take, EntryId offer) implements ShelfFrames {}

    record TakeRefused(TakeId take, ShelfRefusal why) implements ShelfFrames {}

    default Frame toFrame() {
        var json = new JsonObject();
        int type = switch (this) {
            case Open(RoomId room, List<Title> shelves) -> {
                json.addProperty("room", room.hex());
                json.add("shelves", titles(shelves));
                yield FrameType.SHELVES;
            }
            case ListAsked(int request, ShelfId shelf, List<String> path, var after, var name) -> {
                json.addProperty("request", request);
                json.addProperty("shelf", shelf.hex());
                json.addProperty("path", String.join("/", path));
                if (after != null) json.addProperty("after", after);
                if (name != null) json.addProperty("name", name);
                yield FrameType.SHELF_LIST;
            }
            case Listed(int request, ShelfPage page) -> {
                json.addProperty("request", request);
                json.add("items", items(page));
                if (page.next() != null) json.addProperty("next", page.next());
                yield FrameType.SHELF_PAGE;
            }
            case TakeAsked(TakeId take, ShelfId shelf, List<WantedItem> items) -> {
                json.addProperty("take", take.hex());
                json.addProperty("shelf", shelf.hex());
                json.add("items", wanted(items));
                yield FrameType.SHELF_TAKE;
            }
            case Taken(TakeId take, EntryId offer) -> {
                json.addProperty("take", take.hex());
                json.addProperty("offer", offer.hex());
                yield FrameType.SHELF_TAKEN;
            }
            case ListRefused(int request, ShelfRefusal why) -> {
                json.addProperty("request", request);
                json.addProperty("reason", why.word());
                yield FrameType.SHELF_REFUSED;
            }
            case TakeRefused(TakeId take, ShelfRefusal why) -> {
                json.addProperty("take", take.hex());
                json.addProperty("reason", why.word());
                yield FrameType.SHELF_REFUSED;
            }
        };
        return new Frame(type, json.toString().getBytes(UTF_8));
    }

    private static JsonArray titles(List<Title> shelves) {
        var list = new JsonArray();
        for (Title each : shelves) {
            var json = new JsonObject();
            json.addProperty("shelf", each.id().hex());
            json.addProperty("title", each.title());
            list.add(json);
        }
        return list;
    }

    private static JsonArray items(ShelfPage page) {
        var list = new JsonArray();
        for (ShelfItem each : page.items()) {
            var json = new JsonObject();
            json.addProperty("name", each.name());
            addLook(json, each.folder(), each.bytes(), each.modifiedMillis());
            list.add(json);
        }
        return list;
    }

    private static JsonArray wanted(List<WantedItem> items) {
        var list = new JsonArray();
        for (WantedItem each : items) {
            var json = new JsonObject();
            json.addProperty("path", String.join("/", each.path()));
            addLook(json, each.folder(), each.bytes(), each.modifiedMillis());
            list.add(json);
        }
        return list;
    }

    private static void addLook(JsonObject json, boolean folder, long bytes, long modifiedMillis) {
        if (folder) {
            json.addProperty("folder", true);
        } else {
            json.addProperty("bytes", bytes);
            json.addProperty("modified", modifiedMillis);
        }
    }

    /// Whether a frame of this type answers a question.
    static boolean isAnswer(int type) {
        return type == FrameType.SHELF_PAGE || type == FrameType.SHELF_TAKEN || type == FrameType.SHELF_REFUSED;
    }

    /// Reads what a peer sent.
    static ShelfFrames of(Frame frame) throws MalformedFrameException {
        try {
            JsonFields fields = StrictJson.object(frame.body());
            return switch (frame.type()) {
                case FrameType.SHELVES -> new Open(RoomId.of(fields.hex("room", RoomId.BYTES)), titles(fields));
                case FrameType.SHELF_LIST -> new ListAsked(request(fields), shelf(fields), path(fields),
                        name(fields, "after"), name(fields, "name"));
                case FrameType.SHELF_PAGE -> new Listed(request(fields), page(fields));
                case FrameType.SHELF_TAKE -> new TakeAsked(take(fields), shelf(fields), wanted(fields));
                case FrameType.SHELF_TAKEN -> new Taken(take(fields), EntryId.of(fields.hex("offer", EntryId.BYTES)));
                case FrameType.SHELF_REFUSED -> fields.has("take")
                        ? new TakeRefused(take(fields), why(fields))
                        : new ListRefused(request(fields), why(fields));
                default -> throw new MalformedFrameException(
                        "frame type " + FrameType.written(frame.type()) + " is of no shelf");
            };
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("shelf: " + e.getMessage(), e);
        }
    }

    private static int request(JsonFields fields) throws MalformedJsonException {
        return (int) fields.number("request", 0, Integer.MAX_VALUE);
    }

    private static ShelfId shelf(JsonFields fields) throws MalformedJsonException {
        return ShelfId.of(fields.hex("shelf", ShelfId.BYTES));
    }

    private static TakeId take(JsonFields fields) throws MalformedJsonException {
        return new TakeId(HexFormat.of().formatHex(fields.hex("take", TakeId.BYTES)));
    }

    private static List<String> path(JsonFields fields) throws MalformedJsonException {
        return ShelfPath.names(fields.text("path", SafePath.PATH_BYTES_MAX));
    }

    private static @Nullable String name(JsonFields fields, String field) throws MalformedJsonException {
        return fields.textOrNull(field, ShelfPath.NAME_BYTES_MAX);
    }

    /// A reason of a later version is one that we do not know.
    private static ShelfRefusal why(JsonFields fields) throws MalformedJsonException {
        ShelfRefusal known = ShelfRefusal.received(fields.text("reason", REASON_BYTES_MAX));
        return known == null ? ShelfRefusal.UNREADABLE : known;
    }

    private static List<Title> titles(JsonFields fields) throws MalformedJsonException {
        var titles = new ArrayList<Title>();
        for (JsonFields each : fields.objects("shelves", SHELVES_MAX)) {
            String title = each.text("title", TITLE_BYTES_MAX);
            if (!Title.fits(title)) throw new MalformedJsonException("a shelf without a title");
            titles.add(new Title(shelf(each), title));
        }
        return List.copyOf(titles);
    }

    private static ShelfPage page(JsonFields fields) throws MalformedJsonException {
        var items = new ArrayList<ShelfItem>();
        for (JsonFields each : fields.objects("items", ShelfPage.NAMES_MAX)) {
            String name = each.text("name", ShelfPath.NAME_BYTES_MAX);
            if (!ShelfPath.isName(name)) throw new MalformedJsonException("an item without a valid name");
            items.add(each.flag("folder")
                    ? ShelfItem.ofFolder(name)
                    : new ShelfItem(name, false, bytes(each), modified(each)));
        }
        return new ShelfPage(items, name(fields, "next"));
    }

    private static List<WantedItem> wanted(JsonFields fields) throws MalformedJsonException {
        var items = new ArrayList<WantedItem>();
        for (JsonFields each : fields.objects("items", WantedItem.COUNT_MAX)) {
            boolean folder = each.flag("folder");
            List<String> path = path(each);
            if (path.isEmpty() && !folder) throw new MalformedJsonException("a file without a name");
            items.add(new WantedItem(path, folder, folder ? 0 : bytes(each), folder ? 0 : modified(each)));
        }
        if (items.isEmpty()) throw new MalformedJsonException("nothing is wanted");
        return List.copyOf(items);
    }

    private static long bytes(JsonFields fields) throws MalformedJsonException {
        return fields.number("bytes", 0, OfferBody.BYTES_MAX);
    }

    private static long modified(JsonFields fields) throws MalformedJsonException {
        return fields.number("modified", 0, ManifestPage.MODIFIED_MILLIS_MAX);
    }
}
