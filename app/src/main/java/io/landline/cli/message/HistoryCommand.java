package io.landline.cli.message;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.AnsweredWords;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.Terminal;
import io.landline.console.HistoryLines;
import io.landline.node.conversation.History;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline history TO`: messages from the database, oldest of these first, one's own too. Needs no network. All of a
/// history passes page by page, so it may be longer than the memory.
@Command(name = "history", description = "the newest messages, oldest of these first; with --all all of them")
public final class HistoryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Option(names = "--search", paramLabel = "WORDS", description = "only messages with all of these words")
    private @Nullable String search;

    @Option(names = "--limit", paramLabel = "N", description = "how many, up to 1,000 (usually 50)")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "all of them")
    private boolean all;

    @Option(names = "--before", paramLabel = "SEQ|DATE",
            description = "only those before the message of this number (seq in --json; LOG:SEQ where several authors"
                    + " have one), or written before this time, such as today, 2026-11-20 or 2026-11-20T14:30")
    private @Nullable String before;

    @Mixin
    private final WantedMessages wanted = new WantedMessages();

    @Option(names = "--ids", description = "with the first digits of each message's id")
    private boolean ids;

    private final ShownMessages shown = new ShownMessages();

    @Override
    public Integer call() throws Exception {
        if (all && limit != null) {
            throw CommandFailedException.usage(
                    CommandTexts.of("--all shows every message, --limit only some: leave one of them out."));
        }
        if (limit != null && (limit < 1 || limit > History.MESSAGES_MAX)) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--limit takes a number from 1 to {0}; --all shows every message.",
                            NumberFormatter.grouped(History.MESSAGES_MAX)));
        }
        if (search != null) SearchCommand.checkWords(search);
        JsonObject question = JsonLines.command("history", "to", to);
        if (search != null) question.addProperty("search", search);
        if (before != null) HistoryStart.add(question, before, Clock.systemDefaultZone());
        wanted.addTo(question);
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (var node = ReadOnlyNode.ofOneThatIs(options)) {
            node.nameRoom(question, "to");
            Namesakes namesakes = Namesakes.of(node, terminal);
            long printed = all
                    ? everything(node, question, terminal, namesakes)
                    : newest(node, question, limit == null ? HistoryLines.LIMIT_USUAL : limit, terminal, namesakes);
            if (printed == 0) terminal.say(nothing());
        }
        return ExitCode.DONE;
    }

    private String nothing() {
        return search == null && before == null && wanted.isEverything()
                ? CommandTexts.of("No messages here yet.")
                : SearchCommand.nothingFound();
    }

    /// From the oldest on, and how many these are. Ends early when the reader has gone, as with `| head`.
    private long everything(ReadOnlyNode node, JsonObject question, Terminal terminal, Namesakes namesakes)
            throws IOException, InterruptedException, CommandFailedException {
        question.addProperty("from", "oldest");
        question.addProperty("limit", History.MESSAGES_MAX);
        boolean more = true;
        long printed = 0;
        while (more && terminal.isRead()) {
            JsonObject page = page(node, question);
            List<JsonObject> messages = messages(page);
            printed += messages.size();
            print(messages, node, terminal, namesakes);
            more = goesOn(question, page);
        }
        return printed;
    }

    /// The pages come newest first, and are shown the other way round.
    private int newest(ReadOnlyNode node, JsonObject question, int limit, Terminal terminal, Namesakes namesakes)
            throws IOException, InterruptedException, CommandFailedException {
        Deque<List<JsonObject>> pages = new ArrayDeque<>();
        int left = limit;
        boolean more = true;
        while (more && left > 0) {
            question.addProperty("limit", left);
            JsonObject page = page(node, question);
            pages.addFirst(messages(page));
            left -= pages.getFirst().size();
            more = goesOn(question, page);
        }
        for (List<JsonObject> page : pages) print(page, node, terminal, namesakes);
        return limit - left;
    }

    static boolean goesOn(JsonObject question, JsonObject page) {
        question.add("next", page.get("next"));
        return page.has("next");
    }

    static JsonObject page(ReadOnlyNode node, JsonObject question)
            throws IOException, InterruptedException, CommandFailedException {
        return CommandFailedException.checked(node.ask(question));
    }

    static List<JsonObject> messages(JsonObject page) {
        var messages = new ArrayList<JsonObject>();
        for (JsonElement element : page.getAsJsonArray("messages")) messages.add(element.getAsJsonObject());
        return messages;
    }

    private void print(List<JsonObject> messages, ReadOnlyNode node, Terminal terminal, Namesakes namesakes)
            throws IOException, InterruptedException, CommandFailedException {
        if (!terminal.isJson()) AnsweredWords.learn(shown, messages, node::ask);
        for (JsonObject message : messages) {
            if (!terminal.isRead()) return;
            terminal.event(message);
            if (terminal.isJson()) continue;
            JsonObject told = shown.shown(namesakes.toldApart(message));
            terminal.sayRows(ids ? HistoryFormatter.pastWithId(told) : HistoryFormatter.past(told));
        }
    }
}
