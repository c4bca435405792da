package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.cli.Durations;
import io.landline.lab.Experiment;
import io.landline.lab.ping.PingClient;
import io.landline.lab.ping.PingServer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab ping` (S5).
@Command(name = "ping", description = "delay and loss of packets (UDP 8080); the server delays and loses on purpose")
final class PingCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    @Mixin
    private LabOptions options = new LabOptions();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Option(names = "--max-delay", paramLabel = "TIME", description = "server: the longest delay (default: 500ms)")
    private String maxDelay = "500ms";

    @Option(names = "--loss", paramLabel = "PERCENT", description = "server: how many packets are lost (default: 10)")
    private int loss = 10;

    @Option(names = "--seed", paramLabel = "N", description = "server: repeats a run")
    private @Nullable Long seed;

    @Option(names = "--parallel", description = "server: a timer for each packet, instead of one after the other")
    private boolean parallel;

    @Option(names = "--keep", description = "server: a client's exit is answered, but the server goes on")
    private boolean keep;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.PING, options);
        if (options.isClient()) {
            var target = options.target(Experiment.PING);
            PingClient.Plan chosen = plan.plan();
            return run.call(new LabPrinter.Style(false, PingClient::isSampled),
                    (_, events) -> new PingClient(target, chosen, events));
        }
        Duration delay = Durations.parse("--max-delay", maxDelay);
        if (loss < 0 || loss > PERCENT) throw CommandFailedException.usage("--loss takes 0 to " + PERCENT + ".");
        if (delay.compareTo(PingServer.Settings.DELAY_LONGEST) > 0) {
            throw CommandFailedException
                    .usage("--max-delay takes up to " + PingServer.Settings.DELAY_LONGEST.toSeconds() + "s.");
        }
        long seedOfRun = seed == null ? new Random().nextLong() : seed;
        return run.serve(new PingServer(new PingServer.Settings(delay, loss, parallel, keep, seedOfRun)));
    }
}
