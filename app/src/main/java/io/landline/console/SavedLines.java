package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.peer.CodePoints;
import org.jspecify.annotations.Nullable;

/// The commands `save` and `saved`: what this user keeps for themselves. Stateless; any thread.
final class SavedLines {
    /// In UTF-16: 500 of them stay below a line of the socket at six bytes a character.
    static final int TEXT_CHARACTERS_MAX = 1_000;

    private SavedLines() {}

    static void save(ProfileReader reader, JsonFields command) throws MalformedJsonException, CommandException {
        boolean isSaved = command.flagOr("on", true);
        String target = command.text("target", CommandLines.NAME_BYTES_MAX);
        reader.notes().save(isSaved ? reader.find(target) : reader.findSaved(target), isSaved);
    }

    /// The last first. A long text is cut, so that all of them fit into one line of the socket.
    static void answer(ProfileReader reader, JsonObject ok) throws CommandException {
        var list = new JsonArray();
        for (Saved each : reader.notes().saved()) list.add(json(each, reader.ownName()));
        ok.add("saved", list);
        DirectNames.add(reader, list, ok);
    }

    private static JsonObject json(Saved saved, String ownName) {
        JsonObject json = EventLines.event("saved", saved.written());
        json.addProperty("conversation", saved.conversation());
        json.addProperty("author", saved.author().hex());
        json.addProperty("name", saved.name().isEmpty() ? ownName : saved.name());
        json.addProperty("id", saved.id().hex());
        add(json, saved.item());
        json.addProperty("written", EventLines.at(saved.written()));
        return json;
    }

    /// What a message is and says now; null for one that was removed here.
    static void add(JsonObject json, @Nullable TimelineItem item) {
        switch (item) {
            case null -> add(json, "removed", "");
            case TimelineItem.Text said -> add(json, "text", said.text());
            case TimelineItem.PollItem poll -> add(json, "poll", poll.question());
            case TimelineItem.Offer files -> {
                add(json, "files", String.join(", ", files.names()));
                json.addProperty("files", files.files());
                json.addProperty("folders", files.folders());
            }
            case BoxItem box -> add(json, "box", box.what().title());
            case TimelineItem.Deleted _, TimelineItem.Unknown _, TimelineItem.NewWords _ -> add(json, "deleted", "");
        }
    }

    private static void add(JsonObject json, String kind, String text) {
        json.addProperty("kind", kind);
        boolean fits = text.length() <= TEXT_CHARACTERS_MAX;
        json.addProperty("text", fits ? text : text.substring(0, CodePoints.cut(text, TEXT_CHARACTERS_MAX)));
    }
}
