package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.LineQueue;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.TypedLines;
import io.landline.console.CommandLines;
import io.landline.console.ConsoleSocket;
import io.landline.console.NodeConsole;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.Quote;
import io.landline.node.profile.NodeOptions;
import io.landline.room.EntryId;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `landline node`: a peer without a window, until Ctrl-C, with `--json` also until the end of its input.
@Command(name = "node",
        description = "a peer without a window, until Ctrl-C; with --json events on stdout, commands on stdin")
final class NodeCommand implements Callable<Integer> {
    /// For the answer to a command that is under way when the node is told to end. The end as a whole has five seconds.
    private static final Duration LAST_ANSWER_WITHIN = Duration.ofMillis(500);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Override
    public Integer call() throws Exception {
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        var end = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        SignalHandling.does(ExitCode.DONE, () -> {
            end.countDown();
            await(ended);
        });
        try (Node node = NodeFinder.openNode(options);
                var out = new EventPrinter(terminal, node.reader());
                ConsoleSocket _ = ConsoleSocket.open(node, end::countDown, null);
                var console = new NodeConsole(node, out::print, end::countDown, null)) {
            if (!landline.json() && node.acceptRule() == AcceptRule.ASK) {
                terminal.warn(CommandTexts.of(
                        "Nobody can be asked here, so no file is taken. landline receive asks in another terminal;"
                                + " --accept all or --accept known takes without asking."));
            }
            node.start();
            if (landline.json()) Thread.ofPlatform().daemon().name("stdin").start(() -> readCommands(console, end));
            end.await();
            console.endCommands(LAST_ANSWER_WITHIN);
            node.closeForExit(); // leave and bye go out while the printer still prints
        } finally {
            ended.countDown();
        }
        return ExitCode.DONE;
    }

    /// One command a line; the end of input ends the node.
    private static void readCommands(NodeConsole console, CountDownLatch end) {
        try (var in = new TypedLines(System.in, CommandLines.LINE_BYTES_MAX)) {
            for (TypedLines.Line line; (line = in.next()) != null;) {
                if (line.isBlank()) continue;
                if (line.text() == null) {
                    console.unreadable();
                } else if (line.isCut()) {
                    console.tooLong(line.text());
                } else {
                    console.line(line.text());
                }
            }
        } catch (IOException e) {
            System.getLogger(NodeCommand.class.getName()).log(System.Logger.Level.DEBUG, "standard input broke", e);
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Prints events off the threads that publish them, in their order. `bye` is the last.
    private static final class EventPrinter implements AutoCloseable {
        private final Terminal terminal;
        private final ProfileReader reader;
        private final ShownMessages shown = new ShownMessages();
        private final LineQueue<JsonObject> queue;
        private boolean over;

        EventPrinter(Terminal terminal, ProfileReader reader) {
            this.terminal = terminal;
            this.reader = reader;
            queue = new LineQueue<>("stdout", this::write);
        }

        void print(JsonObject event) {
            queue.add(event, EventFields.is(event, "progress"));
        }

        /// The queue's thread only.
        private void write(JsonObject event) {
            if (over) return; // an answer that took too long; its program may have stopped reading
            over = EventFields.is(event, "bye");
            if (terminal.isJson()) {
                terminal.event(event);
                return;
            }
            lookUp(shown.unknown(event));
            String line = EventFormatter.line(shown.shown(event));
            if (line != null) terminal.sayRows(line);
        }

        /// A message of an earlier run, or of this user.
        private void lookUp(@Nullable String id) {
            if (id == null) return;
            try {
                Quote quote = reader.quote(EntryId.of(HexFormat.of().parseHex(id)));
                if (quote.deleted()) {
                    shown.learnDeleted(id);
                } else {
                    shown.learn(id, quote.text());
                }
            } catch (CommandException e) { // the line names it by its digits
                System.getLogger(NodeCommand.class.getName())
                        .log(System.Logger.Level.DEBUG, "a message was not read", e);
            }
        }

        @Override
        public void close() {
            queue.close();
        }
    }
}
