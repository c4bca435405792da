package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.node.port.NodeEvent.ShelfTake;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.ShelfPath;
import io.landline.shelf.WantedItem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shelves: the commands of docs/command-line.md and the events. What one line cannot hold stands in the next page.
/// Stateless; any thread.
final class ShelfLines {
    /// A choice: as a message's text.
    private static final int TEXT_BYTES_MAX = 16 * 1024;
    /// As in commands on files.
    private static final int PATH_BYTES_MAX = 32 * 1024;

    private ShelfLines() {}

    static void answer(ShelfCommands shelves, String what, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "shelf-add" -> {
                Path folder = FileLines.path(command.text("path", PATH_BYTES_MAX));
                add(ok, shelves.add(CommandLines.to(command), folder, command.textOrNull("title", TEXT_BYTES_MAX)));
            }
            case "shelf-remove" -> shelves.remove(shelf(command));
            case "shelves" -> PageSpace.add(ok, "shelves", shelves.shelves(), ShelfLines::json,
                    FileLines.next(command));
            case "shelf-list" -> {
                Shelf shelf = shelves.find(shelf(command));
                String path = command.textOrNull("path", SafePath.PATH_BYTES_MAX);
                ShelfPage page = shelves.list(shelf, names(path == null ? "" : path),
                        command.textOrNull("after", TEXT_BYTES_MAX));
                add(ok, shelf);
                ok.add("items", items(page));
                if (page.next() != null) ok.addProperty("next", page.next());
            }
            case "shelf-take" -> {
                Shelf shelf = shelves.find(shelf(command));
                var items = new ArrayList<WantedItem>();
                for (String each : command.texts("paths", WantedItem.COUNT_MAX, SafePath.PATH_BYTES_MAX)) {
                    items.add(shelves.look(shelf, names(FileLines.filled(each))));
                }
                if (items.isEmpty()) items.add(shelves.look(shelf, List.of()));
                List<String> only = FileLines.patterns(command, "only", Choice.PATTERNS_MAX);
                ok.addProperty("take", shelves.take(shelf, items, only));
                add(ok, shelf);
            }
            default -> throw new IllegalArgumentException("no command " + what);
        }
    }

    private static String shelf(JsonFields command) throws MalformedJsonException {
        return command.filled("shelf", TEXT_BYTES_MAX);
    }

    /// As people write a path: a slash at the end is theirs to give.
    private static List<String> names(String path) throws CommandException {
        String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        try {
            return ShelfPath.names(clean);
        } catch (MalformedJsonException e) {
            throw new CommandException(Code.MALFORMED,
                    "This is no path in a shelf: names with / between, from its top. Nothing was done.");
        }
    }

    private static JsonArray items(ShelfPage page) {
        var list = new JsonArray();
        for (ShelfItem each : page.items()) {
            JsonObject json = EventLines.event("shelf-item", Instant.now());
            json.addProperty("name", each.name());
            json.addProperty("folder", each.folder());
            if (!each.folder()) {
                json.addProperty("bytes", each.bytes());
                json.addProperty("modified", EventLines.at(Instant.ofEpochMilli(each.modifiedMillis())));
            }
            list.add(json);
        }
        return list;
    }

    private static JsonObject json(Shelf shelf) {
        JsonObject json = EventLines.event("shelf", Instant.now());
        json.addProperty("conversation", shelf.conversation());
        add(json, shelf);
        json.addProperty("open", true);
        json.addProperty("own", shelf.own());
        if (shelf.folder() != null) json.addProperty("path", shelf.folder().toString());
        return json;
    }

    private static void add(JsonObject json, Shelf shelf) {
        json.addProperty("peer", shelf.owner().hex());
        json.addProperty("name", shelf.name());
        json.addProperty("shelf", shelf.id());
        json.addProperty("title", shelf.title());
    }

    static JsonObject seen(ShelfSeen event, Instant at) {
        JsonObject json = EventLines.event("shelf", at);
        json.addProperty("conversation", event.conversation());
        json.addProperty("peer", event.peer().hex());
        json.addProperty("name", event.name());
        json.addProperty("shelf", event.shelf());
        json.addProperty("title", event.title());
        json.addProperty("open", event.open());
        return json;
    }

    static JsonObject take(ShelfTake event, Instant at) {
        JsonObject json = EventLines.event("shelf-take", at);
        json.addProperty("take", event.take());
        json.addProperty("peer", event.peer().hex());
        json.addProperty("name", event.name());
        switch (event.answer()) {
            case ShelfTake.Offered(String offer) -> answer(json, "offered", offer, null);
            case ShelfTake.Refused(var reason) -> answer(json, "refused", null, reason.word());
            case ShelfTake.Unanswered() -> answer(json, "unanswered", null, null);
            case ShelfTake.Waits(String offer, var reason) -> answer(json, "waits", offer, reason.word());
        }
        return json;
    }

    private static void answer(JsonObject json, String state, @Nullable String offer, @Nullable String reason) {
        json.addProperty("state", state);
        if (offer != null) json.addProperty("offer", offer);
        if (reason != null) json.addProperty("reason", reason);
    }
}
