package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;

/// Hand-in boxes as a person reads them. Stateless; any thread.
final class BoxFormatter {
    private BoxFormatter() {}

    /// The events `collect` and `handed-in` as sentences.
    static String sentence(JsonObject event, String name) {
        if (JsonLines.is(event, "collect")) {
            return name + " collects (" + EventFormatter.brief(EventFormatter.text(event, "id")) + "): " + what(event);
        }
        String late = event.get("late").getAsBoolean() ? ", late." : ", on time.";
        return EventFormatter.text(event, "direction").equals("in")
                ? name + " handed in" + late
                : name + " has what you handed in" + late;
    }

    private static String what(JsonObject box) {
        String pattern = EventFormatter.text(box, "pattern");
        return Escapes.line(EventFormatter.text(box, "title")) + ", until " + time(box, "until")
                + (pattern.isEmpty() ? "" : ", " + Escapes.line(pattern)) + ", at most "
                + EventFormatter.size(box.get("maxBytes").getAsLong()) + " of each";
    }

    /// A box of a list or of the history.
    static String past(JsonObject box) {
        return "Hand-in box: " + what(box) + (isClosed(box) ? " (closed)" : "");
    }

    private static boolean isClosed(JsonObject box) {
        return box.has("closed") && box.get("closed").getAsBoolean();
    }

    static String box(JsonObject box) {
        String owner = box.get("own").getAsBoolean() ? "yours" : Escapes.line(EventFormatter.text(box, "name"));
        return EventFormatter.brief(EventFormatter.text(box, "id")) + "  "
                + Escapes.line(EventFormatter.text(box, "conversation")) + "  " + owner + ": " + what(box)
                + (isClosed(box) ? " (closed)" : "");
    }

    static String person(JsonObject person) {
        String who = Escapes.line(EventFormatter.text(person, "name")) + " ("
                + EventFormatter.brief(EventFormatter.text(person, "peer")) + ")";
        int times = person.get("times").getAsInt();
        return switch (EventFormatter.text(person, "state")) {
            case "handed-in" -> who + ": handed in " + time(person, "since")
                    + (person.get("late").getAsBoolean() ? ", late" : "") + ", "
                    + EventFormatter.size(person.get("bytes").getAsLong()) + (times > 1 ? ", " + times + " times" : "");
            case "under-way" -> who + ": on its way";
            default -> who + ": nothing yet" + (person.get("here").getAsBoolean() ? "" : ", not here");
        };
    }

    private static String time(JsonObject json, String field) {
        return EventFormatter.localTime(EventFormatter.text(json, field));
    }
}
