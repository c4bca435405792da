package io.landline.cli.bench;

import io.landline.bench.ClassBench;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench class`: what one file for several receivers takes, beside one alone, raw TCP and syncthing.
@Command(name = "class",
        description = "one file for several at once, beside one alone, raw TCP, and syncthing if it is installed")
final class BenchClassCommand implements Callable<Integer> {
    private static final int MEBI = 1024 * 1024;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BenchCommand bench;

    @Option(names = "--receivers", paramLabel = "N", description = "how many get it (default: 5)", defaultValue = "5")
    private int receivers = 5;

    @Option(names = "--mib", paramLabel = "N", description = "size of the file, in MiB (default: 256)",
            defaultValue = "256")
    private int mebibytes = 256;

    @Option(names = "--rounds", paramLabel = "N", description = "rounds of each (default: 5)", defaultValue = "5")
    private int rounds = 5;

    @Mixin
    private final MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--receivers", receivers, ClassBench.RECEIVERS_MIN);
        NumberOption.check("--mib", mebibytes, 1);
        NumberOption.check("--rounds", rounds, 1);
        Terminal terminal = bench.terminal();
        var size = new ClassBench.Size((long) mebibytes * MEBI, receivers, rounds);
        try (var measured = new ClassBench(size, folder.path(), figure -> BenchCommand.print(terminal, figure),
                terminal::say)) {
            BenchCommand.closeAtCtrlC(measured);
            measured.run();
        }
        return ExitCode.DONE;
    }
}
