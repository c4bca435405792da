package io.landline.cli.terminal;

import static io.landline.cli.terminal.EventFields.brief;
import static io.landline.cli.terminal.EventFields.dayAndTime;
import static io.landline.cli.terminal.EventFields.name;
import static io.landline.cli.terminal.EventFields.text;
import static io.landline.cli.terminal.EventFields.words;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import java.util.StringJoiner;

/// What stands in a history, as a person reads it, one line each. It reads the same JSON as every program. Stateless;
/// any thread.
public final class HistoryFormatter {
    /// Stands where a line has no id, so that its columns stay.
    private static final String NO_ID = " ".repeat(8);

    /// A field that only we write.
    private static final String PERSON = "conversationWith";

    private HistoryFormatter() {}

    /// A message or a poll of the history: with its day, because it may be old.
    public static String past(JsonObject message) {
        if (text(message, "event").equals("words-changed")) {
            return dayAndTime(message) + "  "
                    + CommandTexts.of("{0} changed the words of {1}", name(message),
                            Escapes.line(text(message, "room")));
        }
        return dayAndTime(message) + "  " + nameAndAnswered(message) + ": " + said(message);
    }

    /// The same of a search in all conversations.
    public static String found(JsonObject message, boolean withId) {
        return (withId ? id(message) + "  " : "") + dayAndTime(message) + "  " + inConversation(message)
                + "  " + nameAndAnswered(message) + ": " + said(message);
    }

    /// `Ben (answers “Shall we meet?”)`; the name alone where nothing is answered.
    static String nameAndAnswered(JsonObject message) {
        return name(message) + answered(message);
    }

    /// ` (answers “Shall we meet?”)`, of what [ShownMessages] knows, or with the digits of the id; empty where nothing
    /// is answered.
    public static String answered(JsonObject message) {
        String answered = ShownMessages.answered(message);
        return answered == null ? "" : " " + CommandTexts.of("(answers {0})", answered);
    }

    /// What the user saved, with its id.
    public static String saved(JsonObject saved) {
        return id(saved) + "  " + dayAndTime(saved) + "  " + inConversation(saved) + "  " + name(saved)
                + ": " + kept(saved);
    }

    /// What is pinned in a conversation, with its id.
    public static String pinned(JsonObject pinned) {
        return id(pinned) + "  " + dayAndTime(pinned) + "  " + name(pinned) + ": " + kept(pinned);
    }

    private static String kept(JsonObject message) {
        String text = words(message, "text");
        return switch (text(message, "kind")) {
            case "poll" -> CommandTexts.of("Poll: {0}", new CommandTexts.Lines(text));
            case "box" -> CommandTexts.of("Hand-in box: {0}", new CommandTexts.Lines(text));
            case "files" -> CommandTexts.of("Files: {0}",
                    new CommandTexts.Lines(text + TransferFormatter.more(message)));
            case "deleted" -> CommandTexts.of("(deleted)");
            case "removed" -> CommandTexts.of("(removed here: in this conversation you do not keep messages that old)");
            default -> text;
        };
    }

    /// A message of a direct conversation, with the name of the person in it.
    public static JsonObject withPerson(JsonObject message, String name) {
        message.addProperty(PERSON, name);
        return message;
    }

    private static String inConversation(JsonObject message) {
        if (message.has(PERSON)) return EventFields.personName(text(message, PERSON));
        String conversation = text(message, "conversation");
        return conversation.startsWith("#") ? Escapes.line(conversation) : brief(conversation);
    }

    /// What stands in a message, or how a poll stands, now.
    public static String said(JsonObject message) {
        return content(message)
                + (message.has("forked") ? " " + CommandTexts.of("(others may see something else here)") : "")
                + reactions(message);
    }

    private static String content(JsonObject message) {
        if (text(message, "event").equals("collect")) return BoxFormatter.past(message);
        if (text(message, "event").equals("files")) {
            return CommandTexts.of("Files: {0}", TransferFormatter.names(message)) + " ("
                    + NumberFormatter.size(message.get("bytes").getAsLong()) + ")";
        }
        if (text(message, "event").equals("poll")) return ActFormatter.past(message);
        if (message.has("deleted")) return CommandTexts.of("(deleted)");
        return words(message, "text") + (message.has("edited") ? " " + CommandTexts.of("(edited)") : "");
    }

    /// `  [👍 2, 🎉 1]`; empty where there are none.
    private static String reactions(JsonObject message) {
        if (!message.has("reactions")) return "";
        var all = new StringJoiner(", ", "  [", "]");
        for (JsonElement each : message.getAsJsonArray("reactions")) {
            JsonObject reaction = each.getAsJsonObject();
            all.add(Escapes.line(text(reaction, "emoji")) + " " + reaction.get("people").getAsInt());
        }
        return all.toString();
    }

    /// The same with the beginning of the message's id, by which commands name it.
    public static String pastWithId(JsonObject message) {
        String id = message.has("id") ? id(message) : NO_ID;
        return id + "  " + past(message);
    }

    private static String id(JsonObject message) {
        return brief(text(message, "id"));
    }
}
