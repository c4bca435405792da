package io.landline.cli.terminal;

import static io.landline.cli.terminal.EventFields.brief;
import static io.landline.cli.terminal.EventFields.localTime;
import static io.landline.cli.terminal.EventFields.name;
import static io.landline.cli.terminal.EventFields.text;

import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus.State;
import io.landline.lab.Escapes;
import io.landline.peer.WireWord;
import java.util.Arrays;
import java.util.List;

/// What a list says of one person: the status, membership, a block. Stateless; any thread.
public final class PersonFormatter {
    /// What can be said of oneself, as it is typed.
    public static final List<String> STATES = Arrays.stream(State.values()).map(WireWord::of).toList();

    private PersonFormatter() {}

    /// `busy: exam`; empty for somebody who is here without more.
    public static String status(JsonObject person) {
        String state = text(person, "state");
        String text = Escapes.line(text(person, "text"));
        if (text.isEmpty()) return state.equals("here") ? "" : word(state);
        return word(state) + ": " + text;
    }

    /// The same, but never empty.
    public static String ownStatus(JsonObject person) {
        String said = status(person);
        return said.isEmpty() ? word(text(person, "state")) : said;
    }

    /// `Ada  ad12cd34  here, verified, let in by Ben on 2026-11-22 09:14`.
    public static String member(JsonObject member) {
        String line = name(member) + "  " + brief(text(member, "peer")) + "  "
                + word(member.get("here").getAsBoolean() ? "here" : "away")
                + (member.get("verified").getAsBoolean() ? CommandTexts.of(", verified") : "");
        if (!member.has("since")) return line;
        String since = localTime(text(member, "since"));
        return line + (member.has("by")
                ? CommandTexts.of(", let in by {0} on {1}", EventFields.personName(text(member, "byName")), since)
                : CommandTexts.of(", proved the words to you on {0}", since));
    }

    /// `Ada  ad12cd34, verified`.
    public static String blocked(JsonObject person) {
        return name(person) + "  " + brief(text(person, "peer"))
                + (person.get("verified").getAsBoolean() ? CommandTexts.of(", verified") : "");
    }

    private static String word(String state) {
        return switch (state) {
            case "here" -> CommandTexts.of("here");
            case "away" -> CommandTexts.of("away");
            case "busy" -> CommandTexts.of("busy");
            default -> state;
        };
    }
}
