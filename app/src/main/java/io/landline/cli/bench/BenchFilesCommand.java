package io.landline.cli.bench;

import io.landline.bench.FilesBench;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench files`: what files take, beside raw TCP, scp, rsync and rclone.
@Command(name = "files", description = "what files take, beside raw TCP, scp, rsync and rclone as far as installed")
final class BenchFilesCommand implements Callable<Integer> {
    private static final int MEGA = 1_000_000;
    private static final int MEBI = 1024 * 1024;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BenchCommand bench;

    @Option(names = "--cold-mb", paramLabel = "N",
            description = "the first file between fresh nodes, in MB (default: 200; 0 leaves it out)",
            defaultValue = "200")
    private int coldMegabytes = 200;

    @Option(names = "--mib", paramLabel = "N",
            description = "the file between warm nodes, in MiB (default: 1,024; 0 leaves it out)",
            defaultValue = "1024")
    private int warmMebibytes = 1024;

    @Option(names = "--files", paramLabel = "N",
            description = "how many files of 4 KiB (default: 10,000; 0 leaves them out)", defaultValue = "10000")
    private int files = 10_000;

    @Option(names = "--rounds", paramLabel = "N", description = "rounds of each (default: 5)", defaultValue = "5")
    private int rounds = 5;

    @Mixin
    private final MemoryFolder folder = new MemoryFolder();

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--cold-mb", coldMegabytes, 0);
        NumberOption.check("--mib", warmMebibytes, 0);
        NumberOption.check("--files", files, 0);
        NumberOption.check("--rounds", rounds, 1);
        Terminal terminal = bench.terminal();
        var size = new FilesBench.Size((long) coldMegabytes * MEGA, (long) warmMebibytes * MEBI, files, rounds);
        try (var measured = new FilesBench(size, folder.path(),
                figure -> BenchCommand.print(terminal, figure), terminal::say)) {
            BenchCommand.closeAtCtrlC(measured);
            measured.run();
        }
        return ExitCode.DONE;
    }
}
