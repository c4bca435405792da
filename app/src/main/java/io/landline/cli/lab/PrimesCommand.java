package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.relay.PrimeAsker;
import io.landline.lab.relay.PrimeWorker;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab primes` (S29): clients only; the server is `relay`.
@Command(name = "primes", description = "primes counted by several programs through a relay (UDP 9090; server: relay)")
final class PrimesCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--worker", description = "count for every program that asks, until stopped")
    private boolean worker;

    @Option(names = "--from-port", paramLabel = "P",
            description = "worker: the port to be found at; 0 (default): the system chooses")
    private int fromPort;

    @Option(names = "--workers", split = ",", paramLabel = "IP/port",
            description = "the workers, as the relay names them")
    private List<String> workers = List.of();

    @Option(names = "--up-to", paramLabel = "N", description = "how far to count (default: 1000000)")
    private int upTo = 1_000_000;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var target = options.target(Experiment.PRIMES);
        var run = new LabRun(Experiment.PRIMES, options);
        if (worker) {
            int from = LabOptions.fromPort(fromPort);
            return run.call((_, events) -> new PrimeWorker(target, from, events));
        }
        if (workers.stream().anyMatch(PrimeAsker::isByIpv6)) {
            throw CommandFailedException.usage(PrimeAsker.IPV4_ALONE.english());
        }
        if (workers.isEmpty() || workers.size() > PrimeAsker.WORKERS_MAX
                || !workers.stream().allMatch(PrimeAsker::isWorker)) {
            throw CommandFailedException.usage("--workers takes 1 to " + PrimeAsker.WORKERS_MAX
                    + " addresses such as 127.0.0.1/58181, with commas between.");
        }
        if (upTo < 2 || upTo > PrimeAsker.LIMIT_MAX) {
            throw CommandFailedException.usage("--up-to takes 2 to " + PrimeAsker.LIMIT_MAX + ".");
        }
        return run.call((_, events) -> new PrimeAsker(target, workers, upTo, events));
    }
}
