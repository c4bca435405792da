package io.landline.cli.terminal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.console.EventLines;
import java.time.Instant;
import java.util.List;

/// The last line of a subcommand under `--json`, and the commands that subcommands give to a node.
public final class JsonLines {
    private JsonLines() {}

    /// The same fields as an event of this kind.
    public static JsonObject event(String kind, JsonObject fields) {
        JsonObject event = fields.deepCopy();
        event.addProperty("event", kind);
        return event;
    }

    public static JsonObject ok() {
        return EventLines.event("ok", Instant.now());
    }

    public static JsonObject failed(CommandFailedException failure) {
        JsonObject json = EventLines.event("failed", Instant.now());
        json.addProperty("code", failure.code);
        json.addProperty("message", failure.sentence());
        failure.facts().entrySet().forEach(each -> json.add(each.getKey(), each.getValue()));
        return json;
    }

    public static JsonObject command(String what) {
        var json = new JsonObject();
        json.addProperty("do", what);
        return json;
    }

    public static JsonObject command(String what, String field, String value) {
        JsonObject json = command(what);
        json.addProperty(field, value);
        return json;
    }

    public static JsonArray list(List<String> texts) {
        var list = new JsonArray();
        texts.forEach(list::add);
        return list;
    }
}
