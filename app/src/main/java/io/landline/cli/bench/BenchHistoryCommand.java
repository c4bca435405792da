package io.landline.cli.bench;

import io.landline.bench.HistoryBench;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench history`: what a long history costs.
@Command(name = "history", description = "a long history: how soon a conversation opens, how soon a search answers")
final class BenchHistoryCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BenchCommand bench;

    @Option(names = "--entries", paramLabel = "N", description = "of the history (default: 1,000,000)",
            defaultValue = "1000000")
    private int entries = 1_000_000;

    @Option(names = "--rounds", paramLabel = "N", description = "processes that open it (default: 3)",
            defaultValue = "3")
    private int rounds = 3;

    @Mixin
    private final DiskFolder folder = new DiskFolder();

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--entries", entries, 1);
        NumberOption.check("--rounds", rounds, 1);
        Terminal terminal = bench.terminal();
        try (var history = new HistoryBench(new HistoryBench.Size(entries, rounds), folder.path(),
                figure -> BenchCommand.print(terminal, figure))) {
            BenchCommand.closeAtCtrlC(history);
            history.run();
        }
        return ExitCode.DONE;
    }
}
