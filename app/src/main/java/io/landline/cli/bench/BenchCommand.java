package io.landline.cli.bench;

import com.google.gson.JsonObject;
import io.landline.bench.Bench;
import io.landline.bench.Measurement;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench`: this machine's raw TCP ceiling beside Landline's own speed, as ratios.
@Command(name = "bench", description = "this machine's raw TCP ceiling beside Landline's own speed, as ratios",
        subcommands = {BenchChatCommand.class, BenchClassCommand.class, BenchFilesCommand.class,
                BenchHistoryCommand.class})
public final class BenchCommand implements Callable<Integer> {
    private static final int MEBI = 1024 * 1024;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Option(names = "--mib", paramLabel = "N", description = "size of the file that is moved (default: 1,024)",
            defaultValue = "1024")
    private int mebibytes = 1024;

    @Option(names = "--rounds", paramLabel = "N", description = "rounds of it (default: 5)", defaultValue = "5")
    private int rounds = 5;

    @Mixin
    private final MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--mib", mebibytes, 1);
        NumberOption.check("--rounds", rounds, 1);
        Terminal terminal = landline.terminal();
        try (var bench = new Bench(Bench.Size.ofFile((long) mebibytes * MEBI, rounds), folder.path(),
                figure -> print(terminal, figure))) {
            closeAtCtrlC(bench);
            bench.run();
        }
        return ExitCode.DONE;
    }

    /// For the commands below this one.
    Terminal terminal() throws CommandFailedException {
        return landline.terminal();
    }

    /// Ctrl-C ends what is measured, with all that it started.
    static void closeAtCtrlC(Closeable measured) {
        SignalHandling.does(ExitCode.INTERRUPTED, () -> {
            try {
                measured.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static void print(Terminal terminal, Measurement figure) {
        JsonObject event = EventLines.event("figure", Instant.now());
        event.addProperty("name", figure.name());
        event.addProperty("median", figure.median());
        event.addProperty("min", figure.min());
        event.addProperty("max", figure.max());
        event.addProperty("unit", figure.unit());
        event.addProperty("rounds", figure.rounds());
        if (!figure.against().isEmpty()) {
            event.addProperty("ratio", figure.ratio());
            event.addProperty("against", figure.against());
        }
        terminal.event(event);
        String ratio = figure.against().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "   %.2f of %s", figure.ratio(), figure.against());
        terminal.say(String.format(Locale.ROOT, "%-48s %9s %-5s [%s – %s, %d rounds]%s", figure.name(),
                number(figure.median(), figure), figure.unit(), number(figure.min(), figure),
                number(figure.max(), figure), figure.rounds(), ratio));
    }

    /// What is counted in times is a ratio too.
    private static String number(double value, Measurement figure) {
        return String.format(Locale.ROOT, figure.unit().equals(Measurement.TIMES) ? "%.2f" : "%.1f", value);
    }
}
