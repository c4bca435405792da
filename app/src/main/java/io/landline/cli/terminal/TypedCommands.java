package io.landline.cli.terminal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.labprograms.CommandText;
import java.io.File;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Commands that stand in sentences, for the user to type. Where a profile was named they name it too: without it they
/// would be about another one. Chosen once for the process; any thread.
final class TypedCommands {
    private static final String OPTION = "--profile";
    private static final String OPTIONS_END = "--";
    /// The Lab and the demo have no profile, and help needs none.
    private static final Pattern COMMAND = Pattern
            .compile("\\blandline (?!lab\\b|demo\\b|[a-z -]+ --help\\b)(?=[a-z])");
    /// Fields of events in which Landline says something to a person.
    private static final List<String> SENTENCES = List.of("message", "evidence", "remedy");
    private static volatile @Nullable String profile;

    private TypedCommands() {}

    static void choose(String[] arguments) {
        profile = profile(arguments);
    }

    /// As it was typed; null where none was.
    static @Nullable String profile(String[] arguments) {
        String named = null;
        for (int i = 0; i < arguments.length && !arguments[i].equals(OPTIONS_END); i++) {
            if (arguments[i].startsWith(OPTION + "=")) named = arguments[i].substring(OPTION.length() + 1);
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) named = arguments[++i];
        }
        return named == null || named.isBlank() ? null : named;
    }

    /// The same event, with such commands in the sentences of ours that it has.
    static JsonObject withProfile(JsonObject event) {
        return withProfile(event, profile, File.separatorChar == '\\');
    }

    static JsonObject withProfile(JsonObject event, @Nullable String profile, boolean windows) {
        if (profile == null || !event.has("findings") && SENTENCES.stream().noneMatch(event::has)) return event;
        JsonObject told = event.deepCopy();
        complete(told, profile, windows);
        if (told.get("findings") instanceof JsonArray findings) {
            for (JsonElement each : findings) {
                if (each instanceof JsonObject finding) complete(finding, profile, windows);
            }
        }
        return told;
    }

    /// In no other field: there the words are those of people, or ids.
    private static void complete(JsonObject event, String profile, boolean windows) {
        for (String field : SENTENCES) {
            if (event.get(field) instanceof JsonPrimitive sentence) {
                event.addProperty(field, withProfile(sentence.getAsString(), profile, windows));
            }
        }
    }

    /// The same sentence, with commands about the profile of this process.
    static String withProfile(String sentence) {
        return withProfile(sentence, profile, File.separatorChar == '\\');
    }

    static String withProfile(String sentence, @Nullable String profile, boolean windows) {
        if (profile == null) return sentence;
        String option = OPTION + " " + CommandText.quoted(profile, windows);
        return COMMAND.matcher(sentence).replaceAll(Matcher.quoteReplacement("landline " + option + " "));
    }
}
