package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;

/// Hand-in boxes as a person reads them. Stateless; any thread.
public final class BoxFormatter {
    private BoxFormatter() {}

    /// The events `collect` and `handed-in` as sentences.
    static String sentence(JsonObject event, String name) {
        if (EventFields.is(event, "collect")) {
            return CommandTexts.of("{0} collects ({1}): {2}", name,
                    EventFields.brief(EventFields.text(event, "id")),
                    what(event));
        }
        boolean isLate = event.get("late").getAsBoolean();
        return EventFields.text(event, "direction").equals("in")
                ? CommandTexts.of(isLate ? "{0} handed in, late." : "{0} handed in, on time.", name)
                : CommandTexts.of(isLate ? "{0} has what you handed in, late." : "{0} has what you handed in, on time.",
                        name);
    }

    private static String what(JsonObject box) {
        String title = Escapes.line(EventFields.text(box, "title"));
        String pattern = Escapes.line(EventFields.text(box, "pattern"));
        String size = NumberFormatter.size(box.get("maxBytes").getAsLong());
        return pattern.isEmpty()
                ? CommandTexts.of("{0}, until {1}, at most {2} of each", title, time(box, "until"), size)
                : CommandTexts.of("{0}, until {1}, {2}, at most {3} of each", title, time(box, "until"), pattern, size);
    }

    /// A box of a list or of the history.
    static String past(JsonObject box) {
        return CommandTexts.of("Hand-in box: {0}", what(box)) + closed(box);
    }

    private static String closed(JsonObject box) {
        return box.has("closed") && box.get("closed").getAsBoolean() ? " " + CommandTexts.of("(closed)") : "";
    }

    public static String box(JsonObject box) {
        String owner = box.get("own").getAsBoolean()
                ? CommandTexts.of("yours")
                : EventFields.name(box);
        return EventFields.brief(EventFields.text(box, "id")) + "  "
                + Escapes.line(EventFields.text(box, "conversation")) + "  " + owner + ": " + what(box)
                + closed(box);
    }

    public static String person(JsonObject person) {
        String who = EventFields.name(person) + " ("
                + EventFields.brief(EventFields.text(person, "peer")) + ")";
        int times = person.get("times").getAsInt();
        return switch (EventFields.text(person, "state")) {
            case "handed-in" -> CommandTexts.of(
                    person.get("late").getAsBoolean() ? "{0}: handed in {1}, late, {2}" : "{0}: handed in {1}, {2}",
                    who, time(person, "since"), NumberFormatter.size(person.get("bytes").getAsLong()))
                    + (times > 1 ? CommandTexts.of(", {0} times", times) : "");
            case "under-way" -> CommandTexts.of("{0}: on its way", who);
            default -> CommandTexts.of(
                    person.get("here").getAsBoolean() ? "{0}: nothing yet" : "{0}: nothing yet, not here", who);
        };
    }

    private static String time(JsonObject json, String field) {
        return EventFields.localTime(EventFields.text(json, field));
    }
}
