package io.landline.cli.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.cli.chat.EditedLine.Ended;
import io.landline.cli.chat.EditedLine.Input;
import io.landline.cli.chat.EditedLine.Interrupted;
import io.landline.cli.chat.EditedLine.Typed;
import io.landline.cli.connection.AnsweredWords;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.Refusals;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.MeantWord;
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.ShownMessages;
import io.landline.filetransfer.AcceptRule;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `landline chat` on a terminal: what is typed stands in a line of its own, and what comes in is printed above it.
/// Confined to the main thread.
final class EditedChat {
    private static final Duration LOOK_AT_INPUT = Duration.ofMillis(20);
    /// A choice: the node tells others every two seconds.
    private static final Duration TELL_TYPING_EVERY = Duration.ofSeconds(1);
    private static final String YES = "yes";
    private static final String NO = "no";

    private final NodeConnection node;
    private final EditedLine editor;
    private final ChatNames names;
    private final PrintedLines lines;
    /// Conversations of which the person was told that something came in.
    private final Set<String> toldOf = new HashSet<>();
    /// What the history showed at the beginning of this conversation. Its events may still wait.
    private Set<String> ofHistory = Set.of();
    private final ShownMessages shownMessages = new ShownMessages();
    private final Refusals refusals = new Refusals();
    private final OwnMessages own;
    private String conversation = "";
    /// The last message of our own, and whether anybody got it.
    private @Nullable JsonObject lastSaid;
    private @Nullable Long typingTold;
    /// Whether something of others is shown that nobody has told the node to be read.
    private boolean unread;
    /// Whether the rule of this node lets offers wait for an answer that nobody here was told how to give.
    private boolean hintsAtReceive;

    /// @param status what the node answered to `status`
    EditedChat(NodeConnection node, EditedLine editor, ChatNames names, OwnMessages own, JsonObject status) {
        this.node = node;
        this.editor = editor;
        this.names = names;
        this.own = own;
        lines = new PrintedLines(editor);
        hintsAtReceive = EventFields.text(status, "accept").equals(AcceptRule.ASK.word());
    }

    /// @param shown what `history` answered
    /// @return the exit code
    int run(String to, JsonObject shown) throws IOException, InterruptedException, CommandFailedException {
        names.learn(node.list("peers"), node.list("rooms"));
        show(shown);
        print();
        editor.want();
        while (true) {
            Input input = editor.next(Duration.ZERO);
            switch (input) {
                case null -> events();
                case Ended _ -> {
                    return ExitCode.DONE;
                }
                case Interrupted _ -> {
                    return ExitCode.INTERRUPTED;
                }
                case Typed(String text) -> {
                    if (!does(ChatLine.of(text))) return ExitCode.DONE;
                    print();
                    editor.takeTyped(); // what was typed until now is said, and nobody types any more
                    editor.want();
                }
            }
        }
    }

    /// Waits a moment for events, and prints what there is.
    private void events() throws IOException, InterruptedException, CommandFailedException {
        tellTyping();
        JsonObject event = node.next(LOOK_AT_INPUT);
        while (event != null) {
            take(event);
            event = lines.isFull() ? null : node.next(Duration.ZERO);
        }
        print();
    }

    private void take(JsonObject event) throws IOException, InterruptedException, CommandFailedException {
        if (own.takeEcho(event)) return;
        if (!own.isOwn(event)) names.learn(event);
        String where = EventFields.text(event, "conversation");
        boolean here = where.equals(conversation);
        String otherKey = refusals.heard(event, conversation);
        if (otherKey != null) lines.aside(otherKey);
        if (here && ofHistory.contains(EventFields.text(event, "id"))) return;
        boolean isNew = ChatNews.isNew(event);
        if (isNew && !here) {
            if (!own.isOwn(event) && toldOf.add(where)) elsewhere(event, where);
        } else if (EventFields.is(event, "message")) {
            AnsweredWords.learn(shownMessages, List.of(event), node::command);
            message(EventFields.time(event), event);
        } else if (ChatNews.isAside(event, conversation)) {
            AnsweredWords.learn(shownMessages, List.of(event), node::command);
            String line = EventFormatter.line(shownMessages.shown(event));
            if (line != null) lines.aside(line);
            if (isNew && !own.isOwn(event)) unread = true;
        } else if (ChatNews.isOfIncomingFiles(event)) {
            file(event);
            if (here) unread = true;
        } else if (EventFields.is(event, "delivered") && here && isOfLastSaid(event)) {
            lastSaid = null;
            lines.aside(EventFields.time(event) + "  " + CommandTexts.of("Delivered."));
        }
    }

    private void elsewhere(JsonObject event, String where) {
        String name = EventFields.name(event);
        lines.aside((where.startsWith("#")
                ? CommandTexts.of("{0} wrote in {1}.", name, Escapes.line(where))
                : CommandTexts.of("{0} wrote in your direct conversation.", name))
                + " " + CommandTexts.of("{0} goes there.", ChatLine.Command.TO.typed()));
    }

    private void file(JsonObject event) {
        shownMessages.learn(event);
        String line = EventFormatter.line(event);
        if (line != null) lines.aside(line);
        if (!hintsAtReceive || !EventFields.is(event, "offered")) return;
        hintsAtReceive = false;
        lines.aside(CommandTexts.of("It waits: landline receive, in another terminal, asks about it."));
    }

    private boolean isOfLastSaid(JsonObject delivered) {
        return lastSaid != null && EventFields.text(delivered, "log").equals(EventFields.text(lastSaid, "log"))
                && delivered.get("seq").getAsLong() >= lastSaid.get("seq").getAsLong();
    }

    /// False where the chat is to end.
    private boolean does(ChatLine line) throws IOException, InterruptedException, CommandFailedException {
        switch (line) {
            case ChatLine.Empty _ -> {
            }
            case ChatLine.Message(String text) -> say(text);
            case ChatLine.Unknown(String word) -> lines.aside(MeantWord.behind(CommandTexts.of(
                    "There is no {0}. {1} shows what there is; a message that begins with a slash begins with two.",
                    Escapes.line(word), ChatLine.Command.HELP.typed()), word, ChatLine.Command.allTyped()));
            case ChatLine.Do(ChatLine.Command command, String argument) -> {
                switch (command) {
                    case TO -> go(argument);
                    case WHO -> who();
                    case STATUS -> status(argument);
                    case SHARE -> share(argument);
                    case HELP -> help();
                    case QUIT -> {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void say(String text) throws IOException, InterruptedException, CommandFailedException {
        JsonObject say = JsonLines.command("say", "to", conversation);
        say.addProperty("text", text);
        say.addProperty("named", true);
        JsonObject answer = node.command(say);
        if (!EventFields.isOk(answer)) {
            lines.problem(answer);
            return;
        }
        lastSaid = own.said(answer, text);
        shownMessages.learn(EventFields.text(answer, "message"), text);
        List<JsonObject> meanwhile = new ArrayList<>();
        boolean isInPlace = own.awaitEcho(node, meanwhile);
        if (!isInPlace) message(EventFields.time(answer), answer);
        for (JsonObject event : meanwhile) take(event);
        if (isInPlace) message(EventFields.time(answer), answer);
    }

    private void go(String to) throws IOException, InterruptedException, CommandFailedException {
        if (to.isEmpty()) {
            lines.aside(CommandTexts.of("{0} takes a room or a person.", ChatLine.Command.TO.typed()));
            return;
        }
        JsonObject answer = node.command(RecentMessages.of(to));
        if (EventFields.isOk(answer)) {
            show(answer);
        } else {
            lines.problem(answer);
        }
    }

    private void show(JsonObject history) throws IOException, InterruptedException, CommandFailedException {
        conversation = EventFields.text(history, "conversation");
        toldOf.remove(conversation);
        lastSaid = null;
        List<JsonObject> messages = RecentMessages.in(history);
        ofHistory = RecentMessages.ids(messages);
        AnsweredWords.learn(shownMessages, messages, node::command);
        for (JsonObject message : messages) {
            if (!own.isOwn(message)) names.learn(message);
            message(EventFields.dayAndTime(message), message);
        }
        String title = conversation.startsWith("#") ? Escapes.line(conversation) : names.nameOf(conversation);
        editor.prompt(title + "> ");
    }

    private void who() throws IOException, InterruptedException, CommandFailedException {
        JsonObject answer = node.listed(JsonLines.command("peers"), "peers");
        if (!EventFields.isOk(answer)) {
            lines.problem(answer);
            return;
        }
        JsonArray all = answer.getAsJsonArray("peers");
        List<JsonObject> here = PeopleHere.of(all, conversation);
        if (here.isEmpty()) lines.aside(CommandTexts.of("Nobody else is here."));
        for (JsonObject peer : here) lines.person(peer);
        int elsewhere = all.size() - here.size();
        if (elsewhere > 0) {
            lines.aside(CommandTexts.of("Not in this room, but on the network: {0}. landline peers lists them.",
                    elsewhere));
        }
    }

    private void status(String argument) throws IOException, InterruptedException, CommandFailedException {
        int end = argument.indexOf(' ');
        String state = end < 0 ? argument : argument.substring(0, end);
        JsonObject status = JsonLines.command("status", "state", state);
        String text = end < 0 ? "" : argument.substring(end).strip();
        if (end >= 0) status.addProperty("text", text);
        JsonObject answer = MeantWord.behind(node.command(status), state, PersonFormatter.STATES);
        answered(answer, CommandTexts.of("Said."));
        if (EventFields.isOk(answer) && PersonStatus.cuts(text)) {
            lines.aside(CommandTexts.of("A text has at most {0} characters; the rest is left out.",
                    PersonStatus.TEXT_MAX));
        }
    }

    private void share(String argument) throws IOException, InterruptedException, CommandFailedException {
        if (!argument.equals(YES) && !argument.equals(NO)) {
            lines.aside(CommandTexts.of("{0} takes {1} or {2}.", ChatLine.Command.SHARE.typed(), YES, NO));
            return;
        }
        JsonObject share = JsonLines.command("share-activity");
        share.addProperty("on", argument.equals(YES));
        JsonObject answer = node.command(share);
        answered(answer, CommandTexts.of("Stored."));
    }

    private void answered(JsonObject answer, String done) {
        if (EventFields.isOk(answer)) {
            lines.aside(done);
        } else {
            lines.problem(answer);
        }
    }

    /// Tells the node that the person types, now and then: it tells others every two seconds at most.
    private void tellTyping() throws IOException, InterruptedException, CommandFailedException {
        if (!editor.takeTyped()) return;
        long now = System.nanoTime();
        if (typingTold != null && now - typingTold < TELL_TYPING_EVERY.toNanos()) return;
        typingTold = now;
        // refused where the room was left: then nobody has to be told
        node.command(JsonLines.command("typing", "to", conversation));
    }

    private void help() {
        for (ChatLine.Command command : ChatLine.Command.values()) {
            lines.aside(command.typed() + "  " + command.hint());
        }
        lines.aside(CommandTexts
                .of("Tab completes; the arrows fetch lines again; Ctrl-C clears the line, and ends on an empty one."));
    }

    private void message(String when, JsonObject message) {
        if (EventFields.is(message, "words-changed")) { // in a history: an act of somebody, and no message
            lines.aside(HistoryFormatter.past(message));
            return;
        }
        if (!own.isOwn(message)) unread = true;
        lines.message(when, shownMessages.shown(message));
    }

    private void print() throws IOException, InterruptedException, CommandFailedException {
        if (!lines.print() || !unread) return;
        unread = false;
        node.command(JsonLines.command("read", "conversation", conversation)); // refused where the room was left
    }
}
