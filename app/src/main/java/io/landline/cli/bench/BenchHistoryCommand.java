package io.landline.cli.bench;

import io.landline.bench.HistoryBench;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench history`: what a long history costs.
@Command(name = "history", description = "a long history: how soon a conversation opens, how soon a search answers")
final class BenchHistoryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BenchCommand bench;

    @Option(names = "--entries", paramLabel = "N", description = "of the history (default: 1000000)",
            defaultValue = "1000000")
    private int entries = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "processes that open it (default: 3)",
            defaultValue = "3")
    private int rounds = 3;

    @Option(names = "--in", paramLabel = "DIR",
            description = "where the profile goes (default: the system's folder for temporary files)")
    private @Nullable Path folder;

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--entries", entries, 1);
        NumberOption.check("--rounds", rounds, 1);
        Terminal terminal = bench.terminal();
        Path in = folder != null ? folder : Path.of(System.getProperty("java.io.tmpdir"));
        try (var history = new HistoryBench(new HistoryBench.Size(entries, rounds), in,
                figure -> BenchCommand.print(terminal, figure))) {
            BenchCommand.closeAtCtrlC(history);
            history.run();
        }
        return ExitCode.DONE;
    }
}
