package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.threads.TwoThreads;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab threads` (S28).
@Command(name = "threads", description = "two threads that count to ten, with random pauses: their lines come mixed")
final class ThreadsCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--seed", paramLabel = "N", description = "repeats the pauses of a run")
    private @Nullable Long seed;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        long pauses = seed == null ? new Random().nextLong() : seed;
        return new LabRun(Experiment.THREADS, options)
                .call((_, events) -> new TwoThreads(TwoThreads.PAUSE_MAX, pauses, events));
    }
}
