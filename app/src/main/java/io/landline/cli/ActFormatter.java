package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import java.util.StringJoiner;

/// What people did with messages, as a sentence. A message is named by the first digits of its id. Stateless; any
/// thread.
final class ActFormatter {
    private ActFormatter() {}

    static String sentence(JsonObject event, String name) {
        String target = EventFormatter.brief(EventFormatter.text(event, "target"));
        return switch (EventFormatter.text(event, "event")) {
            case "edited" -> name + " changed " + target + ": " + Escapes.lines(EventFormatter.text(event, "text"));
            case "deleted" -> name + " deleted " + target + ".";
            case "reacted" -> name + (isOn(event) ? " reacted to " : " took a reaction back from ") + target + ": "
                    + Escapes.line(EventFormatter.text(event, "emoji"));
            case "pinned-message" -> name + (isOn(event) ? " pinned " : " unpinned ") + target + ".";
            case "poll" -> name + " asks (" + EventFormatter.brief(EventFormatter.text(event, "id")) + "): "
                    + Escapes.lines(EventFormatter.text(event, "question")) + options(event);
            case "voted" -> name + " voted in " + target + ".";
            case "closed" -> name + " closed the poll " + target + ": " + counts(event) + ".";
            default -> throw new IllegalArgumentException("no act");
        };
    }

    private static boolean isOn(JsonObject event) {
        return event.get("on").getAsBoolean();
    }

    /// Numbered as `vote` takes them.
    private static String options(JsonObject event) {
        var options = new StringBuilder();
        int number = 1;
        for (JsonElement option : event.getAsJsonArray("options")) {
            options.append(" [").append(number++).append("] ").append(Escapes.line(option.getAsString()));
        }
        return options.toString();
    }

    /// A poll of the history. What is hidden until the end stands only in `--json`.
    static String past(JsonObject poll) {
        boolean closed = poll.has("closed");
        var text = new StringBuilder("Poll: " + Escapes.lines(EventFormatter.text(poll, "question")) + options(poll));
        if (closed) return text.append(" (closed: ").append(counts(poll)).append(")").toString();
        if (poll.get("hidden").getAsBoolean()) return text.append(" (the result shows at the end)").toString();
        return text.append(" (so far: ").append(counts(poll)).append(")").toString();
    }

    private static String counts(JsonObject event) {
        var counts = new StringJoiner(", ");
        int number = 1;
        for (JsonElement count : event.getAsJsonArray("counts")) counts.add("[" + number++ + "] " + count.getAsInt());
        return counts.toString();
    }
}
