package io.landline.cli.chat;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Terminal.Colour;
import io.landline.console.CommandLines;
import java.io.IOError;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.terminal.Attributes;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/// The line that a person edits on a terminal, and what is printed above it (docs/adr/0037). This is the door to the
/// line editor; nothing else but [ChatCompleter] and [EditedChat], with [EditedLine] and [PrintedLines], names its
/// classes, so that other commands do not load them.
///
/// A thread of its own reads keys. After each line it waits for [#want], so that an answer to a line stands above the
/// next one. From [#open] to [#close] the terminal echoes nothing by itself: keys typed meanwhile are not lost, and not
/// shown twice.
final class LineEditor implements EditedLine, AutoCloseable {
    /// Lines that can be fetched again. They are kept in memory alone: a chat is private.
    static final int HISTORY_LINES = 200;
    private static final int COLOURS_FEW = 8;
    /// How long the end waits until the thread that reads has let go of the terminal.
    private static final Duration LETS_GO_WITHIN = Duration.ofSeconds(1);
    /// A terminal is told to send other codes while a line is edited. Some do not, and these would stand in the line.
    private static final Map<String, String> ARROWS = Map.of("\u001b[A", LineReader.UP_LINE_OR_HISTORY, "\u001b[B",
            LineReader.DOWN_LINE_OR_HISTORY, "\u001b[C", LineReader.FORWARD_CHAR, "\u001b[D",
            LineReader.BACKWARD_CHAR, "\u001b[H", LineReader.BEGINNING_OF_LINE, "\u001b[F", LineReader.END_OF_LINE);
    private static final String NO_CONTINUATION = "";
    private static final String NO_TEXT = "";
    private static final char SHOWN_FOR_A_MARK = '\uFFFD';
    /// Of a terminal while a line is edited: pastes are marked, and arrows have codes of their own.
    private static final String MODES_OFF = "\u001b[?2004l\u001b[?1l\u001b>";

    private final org.jline.terminal.Terminal terminal;
    private final Attributes before;
    private final LineReader reader;
    private final boolean coloured;
    private final SynchronousQueue<Input> inputs = new SynchronousQueue<>();
    private final Semaphore wanted = new Semaphore(0);
    private final Thread reading;
    private volatile String prompt = "";
    private volatile boolean closed;
    /// Whether a message was changed since this was asked.
    private volatile boolean typed;

    private LineEditor(org.jline.terminal.Terminal terminal, ChatNames names, boolean coloured) {
        this.terminal = terminal;
        this.coloured = coloured;
        var completer = new ChatCompleter(names);
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .completer(completer)
                .parser(completer)
                .highlighter(new Watched())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, NO_CONTINUATION)
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                // above it control characters of a paste would be shown as they are
                .variable(LineReader.FEATURES_MAX_BUFFER_SIZE, CommandLines.LINE_BYTES_MAX)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_REDUCE_BLANKS, false)
                .option(Option.ERASE_LINE_ON_FINISH, true)
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.COMPLETE_MATCHER_TYPO, false)
                .build();
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
        ARROWS.forEach((code, does) -> keys.bind(new Reference(does), code));
        before = terminal.enterRawMode();
        reading = Thread.ofPlatform().daemon().name("line-editor").start(this::read);
    }

    /// Null where lines cannot be edited here.
    ///
    /// @param names what Tab completes
    static @Nullable LineEditor open(ChatNames names, boolean coloured) {
        org.jline.terminal.Terminal terminal;
        // Ctrl-C is a key like others, in its place among these. JLine would interrupt the reading thread as well.
        System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
        try {
            // Asking the terminal how it counts joined emoji would wait for those that do not answer.
            terminal = TerminalBuilder.builder()
                    .system(true)
                    .provider(TerminalBuilder.PROP_PROVIDER_FFM)
                    .dumb(false)
                    .nativeSignals(true) // a window that is resized
                    .signalHandler(org.jline.terminal.Terminal.SignalHandler.SIG_IGN)
                    .graphemeCluster(false)
                    .stdinEncoding(new MarkedUtf8()) // whatever the system's is, as everywhere
                    .build();
        } catch (IOException | IllegalStateException e) {
            System.getLogger(LineEditor.class.getName()).log(System.Logger.Level.DEBUG, "no line editor here", e);
            return null;
        }
        boolean isDumb = terminal.getType().startsWith(org.jline.terminal.Terminal.TYPE_DUMB);
        if (isDumb || terminal.getColumns() <= 0) { // in no columns nothing of the line would be seen
            try {
                terminal.close();
            } catch (IOException e) {
                System.getLogger(LineEditor.class.getName()).log(System.Logger.Level.DEBUG, "not closed", e);
            }
            return null;
        }
        return new LineEditor(terminal, names, coloured);
    }

    @Override
    public int colours() {
        if (!coloured) return 0;
        Integer count = terminal.getNumericCapability(Capability.max_colors);
        return count == null ? COLOURS_FEW : count;
    }

    @Override
    public int columns() {
        return terminal.getColumns();
    }

    /// Shows the line as the usual one does, and notes that it has changed. Called for each key, on the reading thread.
    private final class Watched extends DefaultHighlighter {
        private String before = "";

        @Override
        public AttributedString highlight(LineReader of, String line) {
            if (!line.equals(before) && !line.isEmpty() && !line.startsWith("/")) typed = true;
            before = line;
            return super.highlight(of, line.replace(MarkedUtf8.MARK, SHOWN_FOR_A_MARK));
        }
    }

    @Override
    public boolean takeTyped() {
        boolean was = typed;
        if (was) typed = false;
        return was;
    }

    @Override
    public void prompt(String text) {
        prompt = text.replace("%", "%%");
    }

    @Override
    public void want() {
        wanted.release();
    }

    @Override
    public @Nullable Input next(Duration patience) throws InterruptedException {
        return inputs.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void print(AttributedString lines) {
        reader.printAbove(lines);
    }

    private void read() {
        try {
            while (true) {
                wanted.acquire();
                Input input = input();
                inputs.put(input);
                if (!(input instanceof Typed)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private Input input() {
        String kept = NO_TEXT;
        while (true) {
            try {
                String line = reader.readLine(prompt, null, kept);
                if (line.indexOf(MarkedUtf8.MARK) < 0) return new Typed(line);
                print(new AttributedString(CommandTexts.of("A line is not UTF-8. It was not sent.")));
                kept = line;
            } catch (UserInterruptException e) {
                if (closed || e.getPartialLine().isEmpty()) return new Interrupted();
                kept = NO_TEXT;
                Thread.interrupted(); // JLine leaves the flag, over which the next line would end at once
            } catch (EndOfFileException | IOError e) {
                return new Ended();
            }
        }
    }

    /// Leaves the terminal as it was. Any thread; the second call does nothing.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        reading.interrupt();
        try {
            reading.join(LETS_GO_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            terminal.setAttributes(before);
            terminal.close();
        } catch (IllegalStateException e) {
            // A signal ends Java: the line editor has closed the terminal itself, and left these modes on.
            new io.landline.cli.terminal.Terminal(false, Colour.NEVER).print(MODES_OFF);
        } catch (IOException | IOError e) {
            System.getLogger(LineEditor.class.getName()).log(System.Logger.Level.DEBUG, "not closed", e);
        }
    }
}
