package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.file.OutputFile;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.MeantWord;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.export.ExportFile;
import io.landline.node.export.ExportFile.Source;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline export TO FILE`: a conversation as a document. Needs no network. It passes part by part, so it may be
/// longer than the memory.
@Command(name = "export", description = "writes a conversation into a new file: text, JSON or one page of HTML")
public final class ExportCommand implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String HTML = "html";
    private static final List<String> FORMATS = List.of(TEXT, "json", HTML);
    /// What files of text are called as well.
    private static final Set<String> TEXT_ENDINGS = Set.of("txt", "md", "log");

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", paramLabel = "TO",
            description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "where it goes; - for the output")
    private String file = "";

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "text, json or html; usually what the file's name ends with, else text")
    private @Nullable String format;

    @Override
    public Integer call() throws Exception {
        JsonObject question = JsonLines.command("export", "to", to);
        question.addProperty("format", format());
        try (var node = ReadOnlyNode.ofOneThatIs(landline.options())) {
            node.nameRoom(question, "to");
            var parts = new Parts(node, question);
            if (file.equals(OutputFile.OUTPUT)) {
                print(parts, landline.terminal());
            } else {
                OutputFile.make(file, landline.terminal(), target -> ExportFile.write(target, parts));
                if (promisesOther()) {
                    landline.terminal()
                            .warn(CommandTexts.of("Landline makes no .{0}: what stands in that file is text."
                                    + " A name that ends with .html makes a page, which a browser also prints.",
                                    Escapes.line(ending())));
                }
            }
        }
        return ExitCode.DONE;
    }

    /// Ends early where nobody takes the output.
    private static void print(Parts parts, Terminal terminal)
            throws IOException, InterruptedException, CommandFailedException {
        for (String part; terminal.isRead() && (part = parts.next()) != null;) terminal.print(part);
    }

    /// Behind the last point of the file's name; the name where it has none.
    private String ending() {
        return name().substring(name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)) + 1);
    }

    /// Whether the name promises another format than the text that is written.
    private boolean promisesOther() throws CommandFailedException {
        return format == null && format().equals(TEXT) && name().contains(".") && !ending().equals(TEXT)
                && !TEXT_ENDINGS.contains(ending());
    }

    private String format() throws CommandFailedException {
        String asked = format;
        if (asked == null) {
            String end = ending();
            if (end.equals("htm")) return HTML;
            return FORMATS.contains(end) ? end : TEXT;
        }
        if (!FORMATS.contains(asked)) {
            throw CommandFailedException.usage(
                    MeantWord.behind(CommandTexts.of("--format takes text, json or html."), asked, FORMATS));
        }
        return asked;
    }

    /// Asks for one part after the other.
    private static final class Parts implements Source<Exception> {
        private final ReadOnlyNode node;
        private final JsonObject question;
        private boolean more = true;

        Parts(ReadOnlyNode node, JsonObject question) {
            this.node = node;
            this.question = question;
        }

        @Override
        public @Nullable String next() throws IOException, InterruptedException, CommandFailedException {
            if (!more) return null;
            JsonObject part = HistoryCommand.page(node, question);
            more = HistoryCommand.goesOn(question, part);
            return EventFields.text(part, "text");
        }
    }
}
