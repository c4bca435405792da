package io.landline.cli.chat;

import com.google.gson.JsonObject;
import io.landline.cli.connection.AnsweredWords;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.Refusals;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.TypedLines;
import io.landline.console.CommandLines;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// `landline chat` where no person types on a terminal: each line of standard input is a message, and its end is the
/// end. Lines are read on a thread of their own; all else is confined to the main thread.
final class PipedChat {
    private static final int TYPED_AHEAD_MAX = 1_000;
    private static final Duration LOOK_AT_INPUT = Duration.ofMillis(100);

    private final NodeConnection node;
    private final Terminal terminal;
    private final String to;
    private final @Nullable OwnMessages own;
    private final LinkedBlockingQueue<TypedLines.Line> typed = new LinkedBlockingQueue<>(TYPED_AHEAD_MAX);
    private final Refusals refusals = new Refusals();
    private final ShownMessages shownMessages;
    private final InputStream input;
    private volatile boolean inputEnded;
    private int notSent;
    private String lastCode = "";

    /// @param own null for programs: they get what others write, and the answers to what they say
    /// @param shownMessages what was shown before; it learns more
    /// @param input what is typed
    PipedChat(NodeConnection node, Terminal terminal, String to, @Nullable OwnMessages own,
            ShownMessages shownMessages, InputStream input) {
        this.own = own;
        this.shownMessages = shownMessages;
        this.node = node;
        this.terminal = terminal;
        this.to = to;
        this.input = input;
    }

    /// Throws where a line was not sent, once all the others are.
    ///
    /// @param conversation as events name it
    /// @param history what the history of it showed: the events of the newest may still wait
    void run(String conversation, List<JsonObject> history)
            throws IOException, InterruptedException, CommandFailedException {
        Thread.ofPlatform().daemon().name("stdin").start(this::readInput);
        talk(conversation, RecentMessages.ids(history));
        if (notSent > 0) {
            throw CommandFailedException.told(ExitCode.FAILED, lastCode, CommandTexts.of(
                    notSent == 1
                            ? "{0} line was not sent, for the reason above; the others were."
                            : "{0} lines were not sent, for the reasons above; the others were.",
                    notSent));
        }
    }

    private void readInput() {
        try (var in = new TypedLines(input, CommandLines.LINE_BYTES_MAX)) {
            for (TypedLines.Line line; (line = in.next()) != null;) {
                if (!line.isBlank()) typed.put(line);
            }
        } catch (IOException e) {
            System.getLogger(PipedChat.class.getName()).log(System.Logger.Level.DEBUG, "standard input broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inputEnded = true;
    }

    private void talk(String conversation, Set<String> ofHistory)
            throws IOException, InterruptedException, CommandFailedException {
        while (true) {
            TypedLines.Line line = typed.poll();
            if (line != null) {
                say(line);
                continue;
            }
            if (inputEnded && typed.isEmpty()) return;
            JsonObject event = node.next(LOOK_AT_INPUT);
            if (event == null || own != null && own.takeEcho(event)) continue;
            if (ofHistory.contains(EventFields.text(event, "id"))) continue;
            terminal.event(event);
            String otherKey = refusals.heard(event, conversation);
            if (otherKey != null) terminal.warn(otherKey);
            boolean shown = EventFields.is(event, "message")
                    && EventFields.text(event, "conversation").equals(conversation)
                    || EventFields.is(event, "delivered")
                            && EventFields.text(event, "conversation").equals(conversation);
            if (!shown || terminal.isJson()) continue;
            AnsweredWords.learn(shownMessages, List.of(event), node::command);
            terminal.sayEvent(shownMessages.shown(event));
        }
    }

    private void say(TypedLines.Line line) throws IOException, InterruptedException, CommandFailedException {
        String text = line.text();
        if (text == null) {
            notSent("malformed", CommandTexts.of("A line is not UTF-8. It was not sent."));
            return;
        }
        if (line.isCut()) {
            notSent("too-long",
                    CommandTexts.of("This is longer than {0} KiB. Nothing was sent: send it as a file, or in parts.",
                            CommandLines.LINE_BYTES_MAX / 1024));
            return;
        }
        JsonObject say = JsonLines.command("say", "to", to);
        say.addProperty("text", text);
        say.addProperty("named", true);
        JsonObject answer = node.command(say);
        if (EventFields.isOk(answer)) {
            shownMessages.learn(EventFields.text(answer, "message"), text);
            if (own != null) own.said(answer, text);
        } else {
            notSent(EventFields.text(answer, "code"),
                    CommandTexts.inThisLanguage(EventFields.text(answer, "message")));
        }
    }

    private void notSent(String code, String why) {
        notSent++;
        lastCode = code;
        terminal.warn(why);
    }
}
