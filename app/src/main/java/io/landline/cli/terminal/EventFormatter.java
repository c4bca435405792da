package io.landline.cli.terminal;

import static io.landline.cli.terminal.EventFields.brief;
import static io.landline.cli.terminal.EventFields.name;
import static io.landline.cli.terminal.EventFields.rooms;
import static io.landline.cli.terminal.EventFields.text;
import static io.landline.cli.terminal.EventFields.time;
import static io.landline.cli.terminal.EventFields.words;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import org.jspecify.annotations.Nullable;

/// Events as a person reads them, one line each. It reads the same JSON as every program, so that events of a running
/// node and of one's own look alike. Stateless; any thread.
public final class EventFormatter {
    private EventFormatter() {}

    /// The line, or null for what a person need not see.
    public static @Nullable String line(JsonObject event) {
        String sentence = sentence(event);
        return sentence == null ? null : time(event) + "  " + sentence;
    }

    /// The line without its time.
    public static @Nullable String sentence(JsonObject event) {
        String name = name(event);
        return switch (text(event, "event")) {
            case "ready" -> CommandTexts.of("Here as {0} ({1}), TCP port {2}.", name, brief(text(event, "fingerprint")),
                    text(event, "tcpPort"));
            case "peer-appeared" -> appeared(event, name);
            case "peer-left" -> CommandTexts.of("{0} has gone ({1}).", name, text(event, "reason"));
            case "joined" -> CommandTexts.of("{0} and you have proven the key of {1} to each other.", name,
                    Escapes.line(text(event, "room")));
            case "refused" -> refused(event, name);
            case "message" -> where(event) + HistoryFormatter.nameAndAnswered(event) + ": " + words(event, "text");
            case "edited", "deleted", "reacted", "pinned-message", "poll", "voted", "closed" -> where(event)
                    + ActFormatter.sentence(event, name);
            case "collect", "handed-in" -> where(event) + BoxFormatter.sentence(event, name);
            case "shelf", "shelf-take" -> ShelfFormatter.sentence(event, name);
            case "words-changed" -> wordsChanged(event, name);
            case "words-given" -> CommandTexts.of("{0} has the new words of {1}.", name,
                    Escapes.line(text(event, "room")));
            case "delivered" -> CommandTexts.of("Delivered.");
            case "status" -> status(event, name);
            case "offered" -> TransferFormatter.offered(event);
            case "transferred" -> TransferFormatter.transferred(event);
            case "helping" -> TransferFormatter.helping(event);
            case "transfer-failed" -> StopLines.failed(event);
            case "unmatched" -> CommandTexts.of(
                    "Nothing of transfer {0} is what was chosen. Nothing was taken, and the offer stands.",
                    text(event, "transfer"));
            case "transfer-paused" -> StopLines.paused(event);
            case "transfer-resumed" -> CommandTexts.of(
                    text(event, "by").equals("peer") ? "Resumed by the other side." : "Resumed by you.");
            case "warning" -> told(event) + remedy(event);
            case "error" -> told(event);
            case "bye" -> CommandTexts.of("Left the network.");
            default -> null;
        };
    }

    private static String told(JsonObject event) {
        return Escapes.line(CommandTexts.inThisLanguage(text(event, "message")));
    }

    /// Of the limits of a person those of a day can be raised.
    private static String remedy(JsonObject warning) {
        return switch (text(warning, "limit")) {
            case "day", "unknown-kinds" -> " "
                    + CommandTexts.of("To fetch more today: landline allow {0}", brief(text(warning, "peer")));
            default -> "";
        };
    }

    private static String wordsChanged(JsonObject event, String name) {
        String room = Escapes.line(text(event, "room"));
        return switch (text(event, "state")) {
            case "taken" -> CommandTexts.of("You took the new words of {0} from {1}.", room, name);
            case "declined" -> CommandTexts.of("You turned down the new words of {0} from {1}.", room, name);
            default -> CommandTexts.of(
                    "{0} changed the words of {1}. landline room take-words {1} takes them, decline-words turns them"
                            + " down.",
                    name, room);
        };
    }

    /// The room in which it happened; empty for a direct conversation.
    private static String where(JsonObject event) {
        String conversation = text(event, "conversation");
        return Escapes.line(conversation.startsWith("#") ? conversation + " " : "");
    }

    private static @Nullable String status(JsonObject event, String name) {
        String status = PersonFormatter.status(event);
        return status.isEmpty() ? null : CommandTexts.of("{0} is {1}.", name, status);
    }

    private static String appeared(JsonObject event, String name) {
        String rooms = rooms(event, "rooms");
        return rooms.isEmpty()
                ? CommandTexts.of("{0} is here.", name)
                : CommandTexts.of("{0} is here with {1}.", name, rooms);
    }

    private static String refused(JsonObject event, String name) {
        String room = Escapes.line(text(event, "room"));
        return switch (ReasonParser.refusal(event)) {
            case WRONG_KEY -> CommandTexts.of(
                    "{0} has another key for {1}: compare the words, aloud. Nothing was sent.",
                    name, room);
            case OPEN_DIFFERS -> CommandTexts
                    .of("{0} has {1} too, but one of you has it open and the other with a key."
                            + " Nothing was sent.", name, room);
            case NO_COMMON_ROOM -> CommandTexts.of("{0} is in none of your rooms. Nothing was sent.", name);
            case VERSION -> CommandTexts.of("{0} has another version of Landline that this one cannot talk to.",
                    name);
            case null, default -> CommandTexts.of("{0} was refused ({1}).", name, Escapes.line(text(event, "reason")));
        };
    }
}
