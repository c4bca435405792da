package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.chat.TimelinePosition;
import io.landline.chat.view.TypedSearch;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.conversation.History;
import io.landline.node.conversation.History.From;
import io.landline.node.conversation.History.Numbered;
import io.landline.node.conversation.History.Page;
import io.landline.node.conversation.History.Question;
import io.landline.node.conversation.HistoryItem;
import io.landline.node.conversation.HistoryItem.ReactionCount;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Part;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The command `history` (docs/protocol/control.md): one page of a conversation, and where the next one begins. The
/// node keeps nothing between two pages, so a reader that takes its time costs it nothing. Stateless; any thread.
public final class HistoryLines {
    public static final int LIMIT_USUAL = 50;
    /// A number of 19 digits and a log's 16, with what parts them.
    private static final int BEFORE_BYTES_MAX = 64;
    /// A fingerprint and three numbers.
    private static final int NEXT_BYTES_MAX = 256;
    private static final Pattern NUMBERED = Pattern.compile("(?:([0-9a-fA-F]{16}):)?([0-9]{1,18})");
    private static final Pattern NEXT = Pattern.compile(
            "([0-9]{1,19})\\.([0-9a-f]{64})\\.([0-9]{1,19})\\.([0-9a-f]{16})");

    private HistoryLines() {}

    /// A message by its number, as a person types it: `SEQ` or `LOG:SEQ`; null where it is neither.
    public static @Nullable Numbered numbered(String typed) {
        Matcher parts = NUMBERED.matcher(typed);
        if (!parts.matches()) return null;
        String log = parts.group(1);
        return new Numbered(log == null ? null : log.toLowerCase(Locale.ROOT), Long.parseLong(parts.group(2)));
    }

    /// The command `export`: the next part of a document.
    static void export(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String next = command.textOrNull("next", NEXT_BYTES_MAX);
        Part part = reader.export(command.text("to", CommandLines.NAME_BYTES_MAX),
                format(command.text("format", CommandLines.NAME_BYTES_MAX)),
                next == null ? null : position(next));
        ok.addProperty("text", part.text());
        if (part.next() != null) ok.addProperty("next", text(part.next()));
    }

    private static Format format(String word) throws MalformedJsonException {
        return switch (word) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            case "html" -> Format.HTML;
            default -> throw new MalformedJsonException("format is text, json or html");
        };
    }

    /// The command `search`: messages of all conversations.
    static void search(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String until = command.textOrNull("writtenBefore", BEFORE_BYTES_MAX);
        String since = command.textOrNull("writtenSince", BEFORE_BYTES_MAX);
        String words = command.text("words", CommandLines.NAME_BYTES_MAX);
        checkWords("words", words);
        var wanted = new History.Wanted(words,
                command.textOrNull("author", CommandLines.NAME_BYTES_MAX),
                since == null ? null : instant("writtenSince", since),
                until == null ? null : instant("writtenBefore", until));
        History.FoundEverywhere all = reader.search(wanted,
                (int) command.numberOr("limit", LIMIT_USUAL, 1, History.MESSAGES_MAX));
        var messages = new JsonArray();
        for (HistoryItem each : all.found()) messages.add(json(each));
        ok.add("messages", messages);
        DirectNames.add(reader, messages, ok);
        ok.addProperty("more", all.hasMore());
    }

    private static void checkWords(String field, String typed) throws MalformedJsonException {
        if (TypedSearch.of(typed).isEmpty()) throw new MalformedJsonException(field + " has no word in it");
    }

    static void answer(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        Page page = reader.history(question(command));
        var messages = new JsonArray(page.past().size());
        for (HistoryItem each : page.past()) messages.add(json(each));
        ok.add("messages", messages);
        if (page.next() != null) ok.addProperty("next", text(page.next()));
    }

    private static JsonObject json(HistoryItem past) {
        JsonObject json = switch (past.content()) {
            case HistoryItem.Said(var message) -> EventLines.message(message, message.received());
            case HistoryItem.Asked(var poll, var outcome) -> ActLines.past(poll, outcome);
            case HistoryItem.Collecting(var box, boolean closed) -> HandInLines.past(box, closed);
            case HistoryItem.Files files -> files(files);
            case HistoryItem.NewWords(var change, var written) -> EventLines.json(change, written);
        };
        if (!past.reactions().isEmpty()) json.add("reactions", reactions(past.reactions()));
        return json;
    }

    /// What a search found of files that somebody offered.
    private static JsonObject files(HistoryItem.Files files) {
        JsonObject json = EventLines.event("files", files.written());
        json.addProperty("conversation", files.conversation());
        json.addProperty("author", files.author().hex());
        json.addProperty("name", files.name());
        EventLines.addPlace(json, files.place());
        json.add("names", EventLines.array(files.offer().names(), name -> name));
        json.addProperty("files", files.offer().files());
        json.addProperty("folders", files.offer().folders());
        json.addProperty("bytes", files.offer().bytes());
        json.addProperty("written", EventLines.at(files.written()));
        return json;
    }

    private static JsonArray reactions(List<ReactionCount> all) {
        var reactions = new JsonArray(all.size());
        for (ReactionCount each : all) {
            var json = new JsonObject();
            json.addProperty("emoji", each.emoji());
            json.addProperty("people", each.people());
            reactions.add(json);
        }
        return reactions;
    }

    private static Question question(JsonFields command) throws MalformedJsonException {
        String from = command.textOrNull("from", CommandLines.NAME_BYTES_MAX);
        String next = command.textOrNull("next", NEXT_BYTES_MAX);
        String before = command.textOrNull("before", BEFORE_BYTES_MAX);
        String writtenBefore = command.textOrNull("writtenBefore", BEFORE_BYTES_MAX);
        String writtenSince = command.textOrNull("writtenSince", BEFORE_BYTES_MAX);
        String search = command.textOrNull("search", CommandLines.NAME_BYTES_MAX);
        if (search != null) checkWords("search", search);
        return new Question(command.text("to", CommandLines.NAME_BYTES_MAX), search,
                from(from), (int) command.numberOr("limit", LIMIT_USUAL, 1, History.MESSAGES_MAX),
                next == null ? null : position(next), before == null ? null : number(before),
                writtenBefore == null ? null : instant("writtenBefore", writtenBefore),
                command.textOrNull("author", CommandLines.NAME_BYTES_MAX),
                writtenSince == null ? null : instant("writtenSince", writtenSince));
    }

    private static From from(@Nullable String word) throws MalformedJsonException {
        return switch (word) {
            case null -> From.NEWEST;
            case "newest" -> From.NEWEST;
            case "oldest" -> From.OLDEST;
            default -> throw new MalformedJsonException("from is neither newest nor oldest");
        };
    }

    private static Numbered number(String typed) throws MalformedJsonException {
        Numbered numbered = numbered(typed);
        if (numbered == null) throw new MalformedJsonException("before is neither SEQ nor LOG:SEQ");
        return numbered;
    }

    private static Instant instant(String field, String text) throws MalformedJsonException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedJsonException(field + " is no time in UTC");
        }
    }

    private static String text(TimelinePosition position) {
        return position.lamport() + "." + position.author().hex() + "." + position.number() + "."
                + String.format("%016x", position.log());
    }

    private static TimelinePosition position(String text) throws MalformedJsonException {
        Matcher parts = NEXT.matcher(text);
        try {
            if (!parts.matches()) throw new MalformedJsonException("next is not what an answer said");
            return new TimelinePosition(Long.parseLong(parts.group(1)), Fingerprint.parse(parts.group(2)),
                    Long.parseLong(parts.group(3)), Long.parseUnsignedLong(parts.group(4), 16));
        } catch (NumberFormatException e) {
            throw new MalformedJsonException("next is not what an answer said");
        }
    }
}
