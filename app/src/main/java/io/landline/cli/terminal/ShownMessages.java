package io.landline.cli.terminal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The messages that were shown lately. What answers one of them, or was done with it, is told with its first words and
/// not with the digits of its id. One thread.
public final class ShownMessages {
    /// As many as a person may still have on the screen, and far more than are answered.
    static final int KEPT_MAX = 1_000;
    /// Of a message, in Unicode characters.
    static final int CHARACTERS_MAX = 40;
    /// A field that only we write.
    private static final String WORDS = "firstWords";
    /// In the place of the words of what its author deleted.
    private static final String DELETED = "";

    private final Map<String, String> firstWords = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT_MAX;
        }
    };

    /// Takes a message, a poll, a hand-in box or files, and what its author changed or deleted.
    public void learn(JsonObject event) {
        switch (EventFields.text(event, "event")) {
            case "message" -> {
                if (event.has("deleted")) learnDeleted(EventFields.text(event, "id"));
                learn(EventFields.text(event, "id"), EventFields.text(event, "text"));
            }
            case "poll" -> learn(EventFields.text(event, "id"), EventFields.text(event, "question"));
            case "collect" -> learn(EventFields.text(event, "id"), EventFields.text(event, "title"));
            case "files" -> learn(EventFields.text(event, "id"), names(event));
            case "offered" -> learn(EventFields.text(event, "offer"), names(event));
            case "edited" -> firstWords.computeIfPresent(EventFields.text(event, "target"),
                    (_, _) -> shortened(EventFields.text(event, "text")));
            case "deleted" -> learnDeleted(EventFields.text(event, "target"));
            default -> {
            }
        }
    }

    private static String names(JsonObject offer) {
        return offer.getAsJsonArray("names")
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.joining(", "));
    }

    /// Takes a message by its id.
    public void learn(String id, String text) {
        if (!id.isEmpty() && !text.isBlank()) firstWords.put(id, shortened(text));
    }

    /// Takes the id of a message that its author deleted.
    public void learnDeleted(String id) {
        if (!id.isEmpty()) firstWords.put(id, DELETED);
    }

    /// The id of the message that an event answers or changes, where that message was not shown here; else null.
    public @Nullable String unknown(JsonObject event) {
        String named = EventFields.text(event, event.has("target") ? "target" : "reply");
        return named.isEmpty() || firstWords.containsKey(named) ? null : named;
    }

    /// What is to be shown of a message or act, as [#withWords] has it; it is known from then on.
    public JsonObject shown(JsonObject event) {
        JsonObject told = withWords(event);
        learn(event);
        return told;
    }

    /// The same message or act, with the first words of what it answers or changes where these are known.
    public JsonObject withWords(JsonObject event) {
        boolean isAct = event.has("target");
        String known = firstWords.get(EventFields.text(event, isAct ? "target" : "reply"));
        if (isAct && DELETED.equals(known)) known = null;
        if (known == null && !event.has(WORDS)) return event;
        JsonObject told = event.deepCopy();
        told.remove(WORDS);
        if (known != null) told.addProperty(WORDS, known);
        return told;
    }

    /// What a message answers: its first words, that it is deleted, or the digits of its id; null where it answers
    /// none.
    static @Nullable String answered(JsonObject message) {
        if (!message.has("reply")) return null;
        boolean isDeleted = message.has(WORDS) && EventFields.text(message, WORDS).equals(DELETED);
        return isDeleted ? CommandTexts.of("a deleted message") : named(message, "reply");
    }

    /// With what something was done: its first words, or the digits of its id.
    static String target(JsonObject act) {
        return named(act, "target");
    }

    private static String named(JsonObject event, String field) {
        return event.has(WORDS)
                ? "“" + Escapes.line(EventFields.text(event, WORDS)) + "”"
                : EventFields.brief(EventFields.text(event, field));
    }

    private static String shortened(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        boolean isWhole = line.equals(text.strip()) && line.codePointCount(0, line.length()) <= CHARACTERS_MAX;
        if (isWhole) return line;
        int end = line.offsetByCodePoints(0, Math.min(CHARACTERS_MAX, line.codePointCount(0, line.length())));
        return line.substring(0, end).strip() + "…";
    }
}
