package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.compare.SlowReader;
import io.landline.lab.compare.UdpAndTcp;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab compare` (S20, S30).
@Command(name = "compare",
        description = "the same messages by UDP and by TCP; without --to against servers of its own on this computer")
final class CompareCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--count", paramLabel = "N", description = "messages each way (default: 50)")
    private int count = 50;

    @Option(names = "--loss", paramLabel = "PERCENT",
            description = "how many datagrams are dropped on purpose (default: 0)")
    private int loss;

    @Option(names = "--seed", paramLabel = "N", description = "repeats the losses of a run")
    private long seed = 1;

    @Option(names = "--slow-reader",
            description = "flow control: a receiver that stops reading, and a sender that has to wait")
    private boolean slowReader;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.COMPARE, options);
        var style = new LabPrinter.Style(false, _ -> true);
        if (slowReader) return run.call(style, (_, events) -> new SlowReader(SlowReader.PHASE, events));
        if (count < 1 || count > UdpAndTcp.MESSAGES_MAX) {
            throw CommandFailedException.usage("--count takes 1 to " + UdpAndTcp.MESSAGES_MAX + ".");
        }
        if (loss < 0 || loss > PERCENT) throw CommandFailedException.usage("--loss takes 0 to " + PERCENT + ".");
        if (options.isClient()) {
            var target = options.target(Experiment.COMPARE);
            return run.call(style, (_, events) -> new UdpAndTcp(target, target, count, loss, seed, events));
        }
        return run.call(style, (_, events) -> UdpAndTcp.againstOwnServers(count, loss, seed, events));
    }
}
