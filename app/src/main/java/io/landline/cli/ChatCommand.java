package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.console.CommandLines;
import io.landline.node.NodeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline chat TO`: a conversation on a plain prompt. A line is a message; the end of input ends it.
@Command(name = "chat", description = "a conversation: a line is a message, the end of input (Ctrl-D) ends it")
final class ChatCommand implements Callable<Integer> {
    private static final int SHOWN_AT_START = 10;
    private static final int TYPED_AHEAD_MAX = 1_000;
    private static final Duration LOOK_AT_INPUT = Duration.ofMillis(100);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LandlineCommand landline;

    @Parameters(paramLabel = "TO", description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    private final LinkedBlockingQueue<String> typed = new LinkedBlockingQueue<>(TYPED_AHEAD_MAX);
    private volatile boolean inputEnded;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        try (NodeConnection link = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.INTERRUPTED, link::close);
            JsonObject history = JsonLines.command("history", "to", to);
            history.addProperty("limit", SHOWN_AT_START);
            JsonObject shown = new PeerWait(link, terminal).command(history, to);
            String conversation = EventFormatter.text(shown, "conversation");
            for (JsonElement message : shown.getAsJsonArray("messages")) {
                terminal.say(EventFormatter.past(message.getAsJsonObject()));
            }
            Thread.ofPlatform().daemon().name("stdin").start(this::readInput);
            talk(link, terminal, conversation);
        }
        return ExitCode.DONE;
    }

    private void readInput() {
        try (var in = new TypedLines(System.in, CommandLines.LINE_BYTES_MAX, UTF_8)) {
            for (String line; (line = in.next()) != null;) {
                if (!line.isBlank()) typed.put(line);
            }
        } catch (IOException e) {
            System.getLogger(ChatCommand.class.getName()).log(System.Logger.Level.DEBUG, "standard input broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inputEnded = true;
    }

    private void talk(NodeConnection link, Terminal terminal, String conversation)
            throws IOException, InterruptedException, CommandFailedException {
        while (true) {
            String line = typed.poll();
            if (line != null) {
                JsonObject say = JsonLines.command("say", "to", to);
                say.addProperty("text", line);
                JsonObject answer = link.command(say);
                if (!JsonLines.isOk(answer)) terminal.warn(EventFormatter.text(answer, "message"));
                continue;
            }
            if (inputEnded && typed.isEmpty()) return;
            JsonObject event = link.next(LOOK_AT_INPUT);
            if (event == null) continue;
            terminal.event(event);
            boolean shown = JsonLines.is(event, "message")
                    && EventFormatter.text(event, "conversation").equals(conversation)
                    || JsonLines.is(event, "delivered")
                            && EventFormatter.text(event, "conversation").equals(conversation);
            if (shown) terminal.say(String.valueOf(EventFormatter.line(event)));
        }
    }
}
