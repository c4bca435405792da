package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.chat.EntryText;
import io.landline.chat.act.Mentions;
import io.landline.chat.act.Poll;
import io.landline.chat.view.Outcome;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.Chats.StoredText;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.NodeEvent.Act;
import io.landline.node.port.NodeEvent.Closed;
import io.landline.node.port.NodeEvent.Deleted;
import io.landline.node.port.NodeEvent.Edited;
import io.landline.node.port.NodeEvent.PinnedMessage;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Reacted;
import io.landline.node.port.NodeEvent.Voted;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What people do with messages: the commands of docs/command-line.md that begin with a message's id, and the events.
/// Stateless; any thread.
final class ActLines {
    private ActLines() {}

    /// Carries out one command.
    static void answer(MessageActs acts, ProfileReader reader, String what, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "poll" -> said(ok, acts.ask(to(command), poll(command)));
            case "forward" -> said(ok, forward(acts, reader, command));
            case "edit" -> said(ok, acts.edit(target(acts, command), text(command)));
            case "delete" -> said(ok, acts.delete(target(acts, command)));
            case "react" -> said(ok,
                    acts.react(target(acts, command), command.text("emoji", CommandLines.NAME_BYTES_MAX),
                            isOn(command)));
            case "pin" -> said(ok, acts.pin(target(acts, command), isOn(command)));
            case "vote" -> {
                List<Integer> choices = choices(command);
                said(ok, acts.vote(target(acts, command), choices));
            }
            case "close" -> said(ok, acts.close(target(acts, command)));
            default -> throw new IllegalArgumentException("no command " + what);
        }
    }

    /// With `named` a line goes before it that says who wrote it, where that is somebody else.
    private static StoredText forward(MessageActs acts, ProfileReader reader, JsonFields command)
            throws MalformedJsonException, CommandException {
        EntryId target = target(acts, command);
        String author = command.has("named") && command.flag("named") ? reader.authorOf(target) : null;
        return acts.forward(target, to(command), author == null ? null : "Forwarded from " + author + ":");
    }

    /// Carries out a `say`; what it brought comes when the message is on the disk.
    static CompletableFuture<StoredText> say(MessageActs acts, ProfileReader reader, JsonFields command)
            throws MalformedJsonException, CommandException {
        MessageActs.Message message = message(acts, command);
        if (command.has("named") && command.flag("named")) {
            var called = new HashSet<>(message.mentions());
            called.addAll(reader.called(to(command), message.text()));
            message = new MessageActs.Message(message.text(), message.reply(), called);
        }
        return acts.saySoon(to(command), message);
    }

    private static String to(JsonFields command) throws MalformedJsonException {
        return command.text("to", CommandLines.NAME_BYTES_MAX);
    }

    private static String text(JsonFields command) throws MalformedJsonException {
        return command.text("text", CommandLines.LINE_BYTES_MAX);
    }

    /// No list would take a vote back that somebody forgot to name.
    private static List<Integer> choices(JsonFields command) throws MalformedJsonException {
        if (!command.has("choices")) throw new MalformedJsonException("choices is missing");
        return command.numbers("choices", Poll.OPTIONS_MAX, 0, Poll.OPTIONS_MAX - 1);
    }

    private static EntryId target(MessageActs acts, JsonFields command)
            throws MalformedJsonException, CommandException {
        return acts.find(command.text("target", CommandLines.NAME_BYTES_MAX));
    }

    /// Absent counts as on.
    private static boolean isOn(JsonFields command) throws MalformedJsonException {
        return command.flagOr("on", true);
    }

    private static MessageActs.Message message(MessageActs acts, JsonFields command)
            throws MalformedJsonException, CommandException {
        String reply = command.textOrNull("reply", CommandLines.NAME_BYTES_MAX);
        var mentions = new HashSet<Fingerprint>();
        for (String digits : command.texts("mentions", Mentions.MAX, CommandLines.NAME_BYTES_MAX)) {
            if (!Fingerprint.isWhole(digits)) {
                throw new MalformedJsonException("somebody mentioned is no fingerprint");
            }
            mentions.add(Fingerprint.parse(digits));
        }
        return new MessageActs.Message(text(command), reply == null ? null : acts.find(reply), mentions);
    }

    private static Poll poll(JsonFields command) throws MalformedJsonException, CommandException {
        String question = command.text("question", CommandLines.NAME_BYTES_MAX);
        // any number that a line has: the sentence below says how many a poll takes
        List<String> options = command.texts("options", Integer.MAX_VALUE, CommandLines.NAME_BYTES_MAX);
        if (!Poll.fits(question, options) || EntryText.isBlank(question)
                || options.stream().anyMatch(EntryText::isBlank)) {
            throw new CommandException(Code.MALFORMED, "A poll has a question of at most " + Poll.QUESTION_BYTES_MAX
                    + " bytes and " + Poll.OPTIONS_MIN + " to " + Poll.OPTIONS_MAX + " options of at most "
                    + Poll.OPTION_BYTES_MAX + " bytes. Nothing was sent.");
        }
        if (Poll.repeats(options)) {
            throw new CommandException(Code.MALFORMED, "Two options of the poll are the same. Nothing was sent.");
        }
        return new Poll(question, options, command.flag("many"), command.flag("hidden"));
    }

    /// The `id` of an answer is the one that the command gave.
    static void said(JsonObject ok, StoredText said) {
        ok.addProperty("conversation", said.conversation());
        ok.addProperty("message", said.id().hex());
        ok.addProperty("log", said.log());
        ok.addProperty("seq", said.number());
    }

    /// The event of an act.
    static JsonObject json(Act act, Instant at) {
        JsonObject json = EventLines.event(name(act), at);
        json.addProperty("conversation", act.on().conversation());
        json.addProperty("author", act.on().author().hex());
        json.addProperty("name", act.on().name());
        json.addProperty("id", act.on().id().hex());
        json.addProperty("target", act.on().target().hex());
        switch (act) {
            case Edited edited -> json.addProperty("text", edited.text());
            case Deleted _ -> {
            } // the target says it all
            case Reacted reacted -> {
                json.addProperty("emoji", reacted.emoji());
                json.addProperty("on", reacted.isOn());
            }
            case PinnedMessage pinned -> json.addProperty("on", pinned.isOn());
            case Voted voted -> json.add("choices", numbers(voted.choices()));
            case Closed closed -> json.add("counts", numbers(closed.counts()));
        }
        return json;
    }

    private static String name(Act act) {
        return switch (act) {
            case Edited _ -> "edited";
            case Deleted _ -> "deleted";
            case Reacted _ -> "reacted";
            case PinnedMessage _ -> "pinned-message";
            case Voted _ -> "voted";
            case Closed _ -> "closed";
        };
    }

    static JsonObject poll(PollAsked asked, Instant at) {
        JsonObject json = EventLines.event("poll", at);
        json.addProperty("conversation", asked.conversation());
        json.addProperty("author", asked.author().hex());
        json.addProperty("name", asked.name());
        EventLines.addPlace(json, asked.place());
        Poll poll = asked.poll();
        json.addProperty("question", poll.question());
        json.add("options", EventLines.array(poll.options(), option -> option));
        json.addProperty("many", poll.many());
        json.addProperty("hidden", poll.hidden());
        json.addProperty("written", EventLines.at(asked.written()));
        return json;
    }

    /// A poll of the history: as its event, with how it stands now.
    static JsonObject past(PollAsked asked, Outcome outcome) {
        JsonObject json = poll(asked, asked.written());
        json.add("counts", numbers(outcome.counts()));
        if (outcome.closed()) json.addProperty("closed", true);
        return json;
    }

    private static JsonArray numbers(List<Integer> numbers) {
        var array = new JsonArray(numbers.size());
        numbers.forEach(array::add);
        return array;
    }
}
