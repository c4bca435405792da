package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.lab.Escapes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Standard output and standard error, always in UTF-8. Each call writes one whole line and flushes it, so that prose
/// and JSON of two threads never mix. What peers sent is escaped before it gets here as prose (see [Escapes]).
public final class Terminal {
    public enum Colour {
        AUTO, ALWAYS, NEVER;

        private static final List<String> WORDS = List.of("auto", "always", "never");

        /// @param word behind `--color`, in any case
        public static Colour typed(String word) throws CommandFailedException {
            int place = WORDS.indexOf(word.toLowerCase(Locale.ROOT));
            if (place >= 0) return values()[place];
            throw CommandFailedException.usage(
                    MeantWord.behind(CommandTexts.of("--color takes auto, always or never."), word, WORDS));
        }
    }

    static final String NO_COLOR = "NO_COLOR";
    private static final String DIM = "\u001b[2m";
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";
    private static final String PLAIN = "\u001b[0m";
    private static final String CLEARED_LINE = "\r\u001b[2K";

    /// Whether a line without an end stands there, of [#status]. What is written next takes its place.
    private static boolean hasStatus;

    /// Whether the last line is written. As the field above, guarded by the lock of this class.
    private static boolean ended;

    private final StandardOutput out = StandardOutput.OWN;
    private final OutputStream err = new FileOutputStream(FileDescriptor.err);
    private final boolean json;
    private final boolean coloured;

    public Terminal(boolean json, Colour colour) {
        this.json = json;
        coloured = switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> !json && isTerminal() && !isDumb() && !isColourless(System.getenv());
        };
    }

    /// Whether what was written so far was taken: see [StandardOutput#isRead].
    public boolean isRead() {
        return out.isRead();
    }

    /// Whether a person sits at both ends. Java 22 and later give a console for pipes as well; this one tells.
    public static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /// Whether the user wants no colours in any program (no-color.org): an empty value counts as none.
    static boolean isColourless(Map<String, String> environment) {
        return !environment.getOrDefault(NO_COLOR, "").isEmpty();
    }

    /// Whether the terminal takes no escape sequences, and shows them as letters, as an editor's shell does.
    static boolean isDumb() {
        return "dumb".equals(System.getenv("TERM"));
    }

    public boolean isJson() {
        return json;
    }

    /// Whether what is written for a person has colours.
    public boolean isColoured() {
        return coloured;
    }

    /// One event, where `--json` was given; nothing otherwise.
    public void event(JsonObject event) {
        if (json) tell(printable(TypedCommands.withProfile(event).toString()));
    }

    /// The last line of this process, where `--json` was given: what other threads print from now on is dropped.
    public void last(JsonObject event) {
        synchronized (Terminal.class) {
            event(event);
            ended = true;
        }
    }

    /// JSON that says the same, without the controls that JSON lets stand: a terminal would obey U+009B as it obeys ESC
    /// and `[`.
    private static String printable(String json) {
        var out = new StringBuilder(json.length());
        for (char c : json.toCharArray()) {
            if (c >= 0x7f && c <= 0x9f) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// One line for a person, where `--json` was not given: a sentence of ours, or what is to be copied as a whole.
    public void say(String line) {
        if (!json) tell(line);
    }

    /// The same of lines with texts, names or paths of others: on a terminal none of their rows begins as a message
    /// does.
    public void sayRows(String lines) {
        if (!json) tell(TextRows.broken(lines, TerminalWidth.OWN.columns()));
    }

    /// The same of an event that a person is told of.
    public void sayEvent(JsonObject event) {
        sayRows(String.valueOf(EventFormatter.line(event)));
    }

    /// Text as it is, line ends included: a document, which goes out alike with `--json`.
    public void print(String text) {
        write(out, text);
    }

    /// A line of less weight, for a person.
    public void aside(String line) {
        if (!json) tell(coloured ? DIM + line + PLAIN : line);
    }

    /// A sentence on stderr, in one line. It may quote what a peer calls itself, or what the user typed.
    public void warn(String sentence) {
        write(err, Escapes.line(sentence) + "\n");
    }

    /// Overwrites the line that stands there, on a terminal that can do that; elsewhere nothing, so that logs stay
    /// readable.
    public void status(String line) {
        if (json || !isTerminal() || isDumb()) return;
        overwrite(line);
    }

    /// How far a file is, as [#status]. On a narrow terminal its end is cut off: a line of two rows is not overwritten.
    public void progress(JsonObject event) {
        status(WRAP_OFF + TransferFormatter.progress(event) + WRAP_ON);
    }

    private void tell(String line) {
        write(out, line + "\n");
    }

    private static synchronized void overwrite(String line) {
        writeRaw(StandardOutput.OWN, CLEARED_LINE + line);
        hasStatus = !line.isEmpty();
    }

    private static synchronized void write(OutputStream to, String text) {
        if (hasStatus) overwrite(""); // also where the text is an error, which may go elsewhere
        writeRaw(to, text);
    }

    private static void writeRaw(OutputStream to, String text) {
        if (ended && to == StandardOutput.OWN) return;
        try {
            to.write(text.getBytes(UTF_8));
            to.flush();
        } catch (IOException e) {
            // The reader is gone, or the disk is full. The work goes on: it is wanted all the same.
            System.getLogger(Terminal.class.getName()).log(System.Logger.Level.DEBUG, "nobody takes the output", e);
        }
    }
}
