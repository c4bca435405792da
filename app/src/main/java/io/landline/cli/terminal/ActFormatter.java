package io.landline.cli.terminal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.cli.terminal.CommandTexts.Lines;
import io.landline.lab.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// What people did with messages, as a sentence. A message is named by its first words where [ShownMessages]
/// knows them, else by the first digits of its id. Stateless; any
/// thread.
public final class ActFormatter {
    private ActFormatter() {}

    static String sentence(JsonObject event, String name) {
        String target = ShownMessages.target(event);
        return switch (EventFields.text(event, "event")) {
            case "edited" -> CommandTexts.of("{0} changed {1}: {2}", name, target,
                    new Lines(EventFields.words(event, "text")));
            case "deleted" -> CommandTexts.of("{0} deleted {1}.", name, target);
            case "reacted" -> CommandTexts.of(
                    isOn(event) ? "{0} reacted to {1}: {2}" : "{0} took a reaction back from {1}: {2}",
                    name, target, Escapes.line(EventFields.text(event, "emoji")));
            case "pinned-message" -> CommandTexts.of(isOn(event) ? "{0} pinned {1}." : "{0} unpinned {1}.", name,
                    target);
            case "poll" -> CommandTexts.of("{0} asks ({1}): {2}", name,
                    EventFields.brief(EventFields.text(event, "id")),
                    new Lines(EventFields.words(event, "question") + options(event)));
            case "voted" -> CommandTexts.of("{0} voted in {1}.", name, target);
            case "closed" -> event.getAsJsonArray("counts").isEmpty() // a poll has two options at least
                    ? CommandTexts.of("{0} closed the hand-in box {1}.", name, target)
                    : CommandTexts.of("{0} closed the poll {1}: {2}.", name, target, counts(event));
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
        String asked = CommandTexts.of("Poll: {0}",
                new Lines(EventFields.words(poll, "question") + options(poll)));
        if (poll.has("closed")) return asked + " " + CommandTexts.of("(closed: {0})", counts(poll));
        if (poll.get("hidden").getAsBoolean()) return asked + " " + CommandTexts.of("(the result shows at the end)");
        return asked + " " + CommandTexts.of("(so far: {0})", counts(poll));
    }

    /// `[1] Pizza (2): Ada, Ben`, a line an option.
    ///
    /// @param answer with the `options`
    /// @param voters with the `choices`, their names told apart
    public static List<String> voters(JsonObject answer, List<JsonObject> voters) {
        var lines = new ArrayList<String>();
        for (JsonElement option : answer.getAsJsonArray("options")) {
            var choice = new JsonPrimitive(lines.size());
            List<String> names = voters.stream()
                    .filter(each -> each.getAsJsonArray("choices").contains(choice))
                    .map(EventFields::name)
                    .toList();
            String line = "[" + (lines.size() + 1) + "] " + Escapes.line(option.getAsString()) + " (" + names.size()
                    + ")";
            lines.add(names.isEmpty() ? line : line + ": " + String.join(", ", names));
        }
        return lines;
    }

    /// Who did not vote in a poll.
    ///
    /// @param all how many; some of very many are not listed
    public static String silent(int all, List<JsonObject> people) {
        String names = people.stream().map(EventFields::name).collect(Collectors.joining(", "));
        return CommandTexts.of("No answer ({0}): {1}", NumberFormatter.grouped(all),
                all > people.size() ? names + ", …" : names);
    }

    private static String counts(JsonObject event) {
        var counts = new StringJoiner(", ");
        int number = 1;
        for (JsonElement count : event.getAsJsonArray("counts")) counts.add("[" + number++ + "] " + count.getAsInt());
        return counts.toString();
    }
}
