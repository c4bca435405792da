package io.landline.cli.chat;

import com.google.gson.JsonObject;
import io.landline.cli.connection.AnsweredWords;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline chat TO`: a conversation. On a terminal with a line editor ([EditedChat]), else line by line
/// ([PipedChat]). Neither class of the line editor is loaded before it is needed: every command loads this one.
@Command(name = "chat", description = "a conversation: a line is a message, the end of input (Ctrl-D) ends it")
public final class ChatCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.INTERRUPTED, node::close);
            JsonObject status = CommandFailedException.checked(node.command(JsonLines.command("status")));
            OwnMessages own = terminal.isJson() ? null : OwnMessages.of(status, node);
            JsonObject recent = RecentMessages.of(to);
            node.nameRoom(recent, "to");
            to = EventFields.text(recent, "to");
            JsonObject shown = new PeerWait(node, terminal).command(recent, to);
            if (own != null && Terminal.isTerminal()) {
                Integer exitCode = edited(node, terminal, own, status, shown);
                if (exitCode != null) return exitCode;
                terminal.aside(CommandTexts.of("This terminal cannot edit a line, so each line is a message, also one"
                        + " that begins with a slash. Ctrl-D ends the chat."));
            }
            var shownMessages = new ShownMessages();
            List<JsonObject> messages = RecentMessages.in(shown);
            if (!terminal.isJson()) AnsweredWords.learn(shownMessages, messages, node::command);
            for (JsonObject each : messages) terminal.sayRows(HistoryFormatter.past(shownMessages.shown(each)));
            new PipedChat(node, terminal, to, own, shownMessages, System.in)
                    .run(EventFields.text(shown, "conversation"), messages);
        }
        return ExitCode.DONE;
    }

    /// Null where this terminal cannot edit a line: it is a conversation line by line then.
    private @Nullable Integer edited(NodeConnection node, Terminal terminal, OwnMessages own, JsonObject status,
            JsonObject shown)
            throws IOException, InterruptedException, CommandFailedException {
        var names = new ChatNames();
        try (LineEditor editor = LineEditor.open(names, terminal.isColoured())) {
            if (editor == null) return null;
            SignalHandling.does(ExitCode.INTERRUPTED, () -> {
                editor.close();
                node.close();
            });
            return new EditedChat(node, editor, names, own, status).run(to, shown);
        }
    }
}
