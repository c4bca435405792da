package io.landline.node.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Deleted;
import io.landline.node.port.TimelineItem.NewWords;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Text;
import io.landline.node.port.TimelineItem.Unknown;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/// One JSON object; each message stands on a line of its own. Texts are unchanged.
final class JsonDocument implements ExportDocument {
    private static final char FIRST_CONTROL = 0x7f;
    private static final char LAST_CONTROL = 0x9f;

    /// As the events of the command line have it.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendInstant(3)
            .toFormatter(Locale.ROOT);

    private final Head head;

    JsonDocument(Head head) { this.head = head; }

    @Override
    public void begin(StringBuilder out) {
        var about = new JsonObject();
        about.addProperty("conversation", head.conversation());
        about.addProperty("exported", TIME.format(head.at()));
        String line = printable(about);
        out.append(line, 0, line.length() - 1).append(",\"messages\":[\n");
    }

    @Override
    public void add(StringBuilder out, TimelineItem item, boolean first) {
        if (!first) out.append(",\n");
        var json = new JsonObject();
        json.addProperty("id", item.id().hex());
        json.addProperty("author", item.author().hex());
        json.addProperty("name", item.own() ? head.self() : item.name());
        json.addProperty("own", item.own());
        json.addProperty("written", TIME.format(item.written()));
        switch (item) {
            case Text said -> {
                json.addProperty("kind", "text");
                json.addProperty("text", said.text());
                if (said.edits() > 0) json.addProperty("edited", true);
                if (said.quote() != null) json.add("reply", quote(said.quote()));
            }
            case Deleted _ -> json.addProperty("kind", "deleted");
            case Offer offer -> {
                json.addProperty("kind", "files");
                json.addProperty("files", offer.files());
                json.addProperty("bytes", offer.bytes());
                json.add("names", texts(offer.names()));
            }
            case PollItem poll -> {
                json.addProperty("kind", "poll");
                json.addProperty("question", poll.question());
                json.add("options", options(poll));
                json.addProperty("closed", poll.closed());
                if (!ExportText.tells(poll)) json.addProperty("hidden", true);
            }
            case BoxItem box -> {
                json.addProperty("kind", "hand-in-box");
                json.addProperty("title", box.what().title());
                json.addProperty("until", box.what().until().toString());
                json.addProperty("closed", box.closed());
            }
            case NewWords _ -> json.addProperty("kind", "new-words");
            case Unknown _ -> throw new IllegalArgumentException("what nobody can read is not exported");
        }
        if (item.head().marks().forked()) json.addProperty("forked", true);
        if (!item.head().reactions().isEmpty()) json.add("reactions", reactions(item));
        out.append(printable(json));
    }

    private JsonObject quote(Quote quote) {
        var json = new JsonObject();
        if (quote.position() != null) {
            json.addProperty("name", quote.own() ? head.self() : quote.name());
            json.addProperty("text", quote.text());
        }
        if (quote.deleted()) json.addProperty("deleted", true);
        return json;
    }

    private static JsonArray options(PollItem poll) {
        var options = new JsonArray();
        for (Option option : poll.options()) {
            var json = new JsonObject();
            json.addProperty("text", option.text());
            if (ExportText.tells(poll)) json.addProperty("people", option.people());
            options.add(json);
        }
        return options;
    }

    private JsonArray reactions(TimelineItem item) {
        var reactions = new JsonArray();
        for (ExportedReaction reaction : ExportedReaction.of(item)) {
            var json = new JsonObject();
            json.addProperty("emoji", reaction.emoji());
            JsonArray people = texts(reaction.people());
            if (reaction.own()) people.add(head.self());
            json.add("people", people);
            if (reaction.more() > 0) json.addProperty("more", reaction.more());
            reactions.add(json);
        }
        return reactions;
    }

    private static JsonArray texts(List<String> texts) {
        var array = new JsonArray();
        for (String text : texts) array.add(text);
        return array;
    }

    /// JSON lets some controls stand that a terminal obeys.
    private static String printable(JsonObject json) {
        var out = new StringBuilder();
        for (char c : json.toString().toCharArray()) {
            if (FIRST_CONTROL <= c && c <= LAST_CONTROL) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public void end(StringBuilder out) {
        out.append("\n]}\n");
    }
}
