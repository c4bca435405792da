package io.landline.cli.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.chat.view.TypedSearch;
import io.landline.cli.connection.AnsweredWords;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Namesakes;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.UsageError;
import io.landline.console.CommandLines;
import io.landline.console.HistoryLines;
import io.landline.node.conversation.History;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline search WORDS…`: messages of all conversations, what came here last stands last. Needs no network.
@Command(name = "search", description = "messages of all conversations with all of these words")
public final class SearchCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "beginnings of words do, in any order")
    private List<String> words = List.of();

    @Mixin
    private final WantedMessages wanted = new WantedMessages();

    @Option(names = "--limit", paramLabel = "N", description = "how many, up to 1,000 (usually 50)")
    private int limit = HistoryLines.LIMIT_USUAL;

    @Option(names = "--ids", description = "with the first digits of each message's id")
    private boolean ids;

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--limit", limit, 1, History.MESSAGES_MAX);
        String wantedWords = String.join(" ", words);
        checkWords(wantedWords);
        if (wantedWords.getBytes(UTF_8).length > CommandLines.NAME_BYTES_MAX) {
            throw CommandFailedException.usage(UsageError.tooLong("WORDS"));
        }
        JsonObject question = JsonLines.command("search", "words", wantedWords);
        question.addProperty("limit", limit);
        wanted.addTo(question);
        Terminal terminal = landline.terminal();
        try (var node = ReadOnlyNode.ofOneThatIs(landline.options())) {
            JsonObject answer = HistoryCommand.page(node, question);
            Namesakes namesakes = Namesakes.of(node, terminal);
            List<JsonObject> messages = HistoryCommand.messages(answer);
            var shown = new ShownMessages();
            if (!terminal.isJson()) AnsweredWords.learn(shown, messages, node::ask);
            for (JsonObject message : messages) {
                if (!terminal.isRead()) return ExitCode.DONE;
                terminal.event(message);
                terminal.sayRows(HistoryFormatter.found(shown.shown(namesakes.toldApart(message, answer)), ids));
            }
            if (messages.isEmpty()) terminal.say(nothingFound());
            if (answer.get("more").getAsBoolean()) {
                terminal.warn(CommandTexts.of("There is more: one word more, or --limit."));
            }
        }
        return ExitCode.DONE;
    }

    static String nothingFound() {
        return CommandTexts.of("No message was found.");
    }

    /// Signs alone would find nothing, and not say why.
    static void checkWords(String typed) throws CommandFailedException {
        if (!TypedSearch.of(typed).isEmpty()) return;
        throw CommandFailedException
                .usage(CommandTexts.of("Say what to search for: one word or more. Signs alone, as *, are no word."));
    }
}
