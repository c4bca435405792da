package io.landline.cli.terminal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.lab.Escapes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Events as a person reads them, one line each. It reads the same JSON as every program, so that events of a running
/// node and of one's own look alike. Stateless; any thread.
public final class EventFormatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String WITHIN_A_TEXT = "\n    ";

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
            case "status" -> status(event).isEmpty() ? null : CommandTexts.of("{0} is {1}.", name, status(event));
            case "offered" -> offered(event);
            case "transferred" -> transferred(event);
            case "helping" -> helping(event);
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

    private static String helping(JsonObject event) {
        int peers = event.get("peers").getAsInt();
        String sent = event.has("sent")
                ? " " + CommandTexts.of("Sent {0} times so far.", event.get("sent").getAsString())
                : "";
        return (peers == 0
                ? CommandTexts.of("Nobody needs more of that offer.")
                : CommandTexts.of("Still helping {0}.", peers)) + sent;
    }

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

    private static String word(String state) {
        return switch (state) {
            case "here" -> CommandTexts.of("here");
            case "away" -> CommandTexts.of("away");
            case "busy" -> CommandTexts.of("busy");
            default -> state;
        };
    }

    /// The room in which it happened; empty for a direct conversation.
    private static String where(JsonObject event) {
        String conversation = text(event, "conversation");
        return Escapes.line(conversation.startsWith("#") ? conversation + " " : "");
    }

    /// What a person wrote. All lines but the first begin with blanks, as no line of ours does: a text of several
    /// lines never looks like the messages of several people.
    static String words(JsonObject message, String field) {
        return Escapes.lines(text(message, field)).replace("\n", WITHIN_A_TEXT);
    }

    /// When a message of the history was written.
    public static String dayAndTime(JsonObject message) {
        String written = text(message, message.has("written") ? "written" : "at");
        return localTime(written);
    }

    /// A time in UTC as day and time in this computer's zone.
    public static String localTime(String utc) {
        return DAY_AND_TIME.format(Instant.parse(utc).atZone(ZoneId.systemDefault()));
    }

    /// `Ada  ad12cd34  here, verified, let in by Ben on 2026-11-22 09:14`.
    public static String member(JsonObject member) {
        String line = name(member) + "  " + brief(text(member, "peer")) + "  "
                + word(member.get("here").getAsBoolean() ? "here" : "away")
                + (member.get("verified").getAsBoolean() ? CommandTexts.of(", verified") : "");
        if (!member.has("since")) return line;
        String since = localTime(text(member, "since"));
        return line + (member.has("by")
                ? CommandTexts.of(", let in by {0} on {1}", Escapes.line(text(member, "byName")), since)
                : CommandTexts.of(", proved the words to you on {0}", since));
    }

    /// `Ada  ad12cd34, verified`.
    public static String blocked(JsonObject person) {
        return name(person) + "  " + brief(text(person, "peer"))
                + (person.get("verified").getAsBoolean() ? CommandTexts.of(", verified") : "");
    }

    /// `12.4 MB of 200.0 MB, 98.1 MB/s, 2 s left`. A file that is here before its speed was measured has none.
    public static String progress(JsonObject event) {
        long bytes = event.get("bytes").getAsLong();
        long total = event.get("total").getAsLong();
        long rate = event.get("rate").getAsLong();
        String amount = CommandTexts.of("{0} of {1}", NumberFormatter.size(bytes), NumberFormatter.size(total));
        if (rate == 0 && (bytes == 0 || bytes == total)) return amount;
        String left = rate > 0 ? CommandTexts.of(", {0} left", NumberFormatter.duration((total - bytes) / rate)) : "";
        return amount + ", " + NumberFormatter.size(rate) + "/s" + left;
    }

    public static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(8, fingerprint.length()));
    }

    public static String text(JsonObject event, String field) {
        JsonElement value = event.get(field);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    static String name(JsonObject event) {
        return Escapes.line(text(event, "name"));
    }

    /// When it happened here.
    public static String time(JsonObject event) {
        return TIME.format(Instant.parse(text(event, "at")).atZone(ZoneId.systemDefault()));
    }

    /// The rooms that such a field lists. With new words a room is listed twice for a while, under one name.
    public static String rooms(JsonObject peer, String field) {
        var rooms = new LinkedHashSet<String>();
        for (JsonElement room : peer.getAsJsonArray(field)) rooms.add(Escapes.line(room.getAsString()));
        return String.join(", ", rooms);
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

    /// The names of the files of an offer or a transfer, in one line. An offer tells some names: where there may be
    /// more, it ends with their number or, where folders are among them, with that of all files.
    public static String names(JsonObject offer) {
        JsonArray names = offer.getAsJsonArray("names");
        String named = StreamSupport.stream(names.spliterator(), false)
                .map(each -> Escapes.line(each.getAsString()))
                .collect(Collectors.joining(", "));
        return names.size() < OfferBody.NAMES_MAX ? named : named + more(offer);
    }

    /// What stands behind as many names as an offer tells: empty where these are all. A node of an earlier version does
    /// not tell the number everywhere.
    static String more(JsonObject offer) {
        long files = offer.has("files") ? offer.get("files").getAsLong() : 0;
        if (files <= OfferBody.NAMES_MAX) return "";
        boolean flat = offer.has("folders") && offer.get("folders").getAsLong() == 0;
        return ", " + (flat
                ? CommandTexts.of("{0} more", NumberFormatter.grouped(files - OfferBody.NAMES_MAX))
                : CommandTexts.of("{0} files in all", NumberFormatter.grouped(files)));
    }

    private static String offered(JsonObject event) {
        String what = names(event) + " (" + NumberFormatter.size(event.get("bytes").getAsLong()) + ")";
        String transfer = text(event, "transfer");
        String name = name(event);
        if (!text(event, "direction").equals("in")) {
            return name.isEmpty()
                    ? CommandTexts.of("Offered {0}.", what)
                    : CommandTexts.of("Offered {0} to {1}.", what, name);
        }
        String conversation = Escapes.line(text(event, "conversation"));
        // a node of an earlier version does not tell the name
        if (name.isEmpty()) return CommandTexts.of("You are offered {0}: transfer {1}.", what, transfer);
        return conversation.startsWith("#")
                ? CommandTexts.of("You are offered {0} by {1} in {2}: transfer {3}.", what, name, conversation,
                        transfer)
                : CommandTexts.of("You are offered {0} by {1}: transfer {2}.", what, name, transfer);
    }

    /// ` 9,999 of 10,000 files; 1 must be offered again: a.jpg (changed).`; empty where all arrived.
    private static String incomplete(JsonObject event) {
        long failed = event.has("failed") ? event.get("failed").getAsLong() : 0;
        if (failed == 0) return "";
        long files = event.get("files").getAsLong();
        var named = new StringJoiner(", ");
        for (JsonElement one : event.getAsJsonArray("failures")) {
            JsonObject file = one.getAsJsonObject();
            named.add(Escapes.line(text(file, "path")) + " "
                    + CommandTexts
                            .of(ReasonParser.failure(file) == FailureReason.SOURCE_CHANGED ? "(changed)" : "(gone)"));
        }
        long more = failed - event.getAsJsonArray("failures").size();
        if (more > 0) named.add(CommandTexts.of("{0} more", NumberFormatter.grouped(more)));
        return " "
                + CommandTexts.of("{0} of {1} files; {2} must be offered again: {3}.", NumberFormatter.grouped(files),
                        NumberFormatter.grouped(files + failed), NumberFormatter.grouped(failed), named);
    }

    private static String transferred(JsonObject event) {
        var paths = new StringJoiner(", ");
        for (JsonElement path : event.getAsJsonArray("paths")) paths.add(Escapes.line(path.getAsString()));
        long bytes = event.get("bytes").getAsLong();
        double seconds = Math.max(event.get("seconds").getAsDouble(), 0.001);
        // what an earlier run moved took none of these seconds
        long moved = event.has("moved") ? event.get("moved").getAsLong() : bytes;
        String size = moved == bytes
                ? NumberFormatter.size(bytes)
                : CommandTexts.of("{0}, {1} of it now", NumberFormatter.size(bytes), NumberFormatter.size(moved));
        boolean in = text(event, "direction").equals("in");
        String name = name(event); // a node of an earlier version does not tell it
        return CommandTexts.of(
                in ? "Received {0}: {1} in {2} s, {3}/s, verified." : "Sent {0}: {1} in {2} s, {3}/s, verified.",
                paths, size, NumberFormatter.tenths(seconds), NumberFormatter.size((long) (moved / seconds)))
                + (name.isEmpty() ? "" : " " + CommandTexts.of(in ? "From {0}." : "To {0}.", name)) + incomplete(event);
    }
}
