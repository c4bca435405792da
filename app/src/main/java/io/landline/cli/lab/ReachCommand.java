package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.compare.FailuresOnPurpose;
import io.landline.lab.names.Reach;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `landline lab reach` (S19, S23).
@Command(name = "reach", description = "which of a host's addresses can be connected to, and why not")
final class ReachCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Parameters(paramLabel = "HOST", arity = "0..1", description = "the host's name or address")
    private @Nullable String host;

    @Option(names = "--explain", description = "bring about each failure on this computer, and show the sentence")
    private boolean explain;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.REACH, options);
        if (explain) return run.call((_, events) -> new FailuresOnPurpose(events));
        if (host != null) options.to = host;
        if (options.port == null) throw CommandFailedException.usage("Say which port: --port P.");
        var target = options.target(Experiment.REACH);
        return run.call((_, events) -> new Reach(target, events));
    }
}
