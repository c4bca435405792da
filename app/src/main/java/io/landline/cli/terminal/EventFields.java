package io.landline.cli.terminal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;

/// Reads single fields of a line that a node told, as they stand or as a person reads them. Sentences are made of them
/// by the formatters of this package. Stateless; any thread.
public final class EventFields {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String WITHIN_A_TEXT = "\n" + TextRows.INDENT;

    private EventFields() {}

    /// Whether a line is of this kind: the name of an event, or `ok` or `failed`.
    public static boolean is(JsonObject event, String kind) {
        return text(event, "event").equals(kind);
    }

    public static boolean isOk(JsonObject answer) {
        return text(answer, "event").equals("ok");
    }

    /// The field as it stands, not escaped; empty where it is absent or null.
    public static String text(JsonObject event, String field) {
        JsonElement value = event.get(field);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    /// What the person of the event is called, safe to print. In quotation marks where the name could look like a room
    /// and a name, or a name and what that person said: `“Ben: yes. Ada”`.
    public static String name(JsonObject event) {
        return personName(text(event, "name"));
    }

    /// As [#name(JsonObject)], of the name itself.
    public static String personName(String name) {
        return Escapes.line(PeerName.marked(name));
    }

    /// The first digits of a fingerprint or an id, as many as a person is shown.
    public static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(8, fingerprint.length()));
    }

    /// What a person wrote. All lines but the first begin with blanks, as no line of ours does: a text of several
    /// lines never looks like the messages of several people.
    static String words(JsonObject message, String field) {
        return Escapes.lines(text(message, field)).replace("\n", WITHIN_A_TEXT);
    }

    /// The rooms that such a field lists. With new words a room is listed twice for a while, under one name.
    public static String rooms(JsonObject peer, String field) {
        var rooms = new LinkedHashSet<String>();
        for (JsonElement room : peer.getAsJsonArray(field)) rooms.add(Escapes.line(room.getAsString()));
        return String.join(", ", rooms);
    }

    /// When it happened here.
    public static String time(JsonObject event) {
        return TIME.format(Instant.parse(text(event, "at")).atZone(ZoneId.systemDefault()));
    }

    /// When a message of the history was written.
    public static String dayAndTime(JsonObject message) {
        String written = text(message, message.has("written") ? "written" : "at");
        return localTime(written);
    }

    /// A time in UTC as day and time in this computer's zone.
    public static String localTime(String utc) {
        return DAY_AND_TIME.format(Instant.parse(utc).atZone(ZoneId.systemDefault()));
    }
}
