package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.ping.PingClient;
import io.landline.lab.ping.RampClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab ramp` (S6): a client only; the server is `ping`.
@Command(name = "ramp", description = "ping with a shrinking interval: throughput and delay per second (server: ping)")
final class RampCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Option(names = "--csv", paramLabel = "FILE",
            description = "also write packet,interval_s,sent_s,acked_s into this file")
    private @Nullable Path csv;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var target = options.target(Experiment.RAMP);
        PingClient.Plan chosen = plan.plan();
        Path file = csv;
        return new LabRun(Experiment.RAMP, options).call(new LabPrinter.Style(false, PingClient::isSampled),
                (_, events) -> new RampClient(target, chosen,
                        file == null ? events : events.andThen(event -> write(file, event))));
    }

    private static void write(Path file, LabEvent event) {
        if (!(event instanceof LabEvent.Result(_, RampClient.Result result))) return;
        try {
            Files.writeString(file, result.csv());
        } catch (IOException e) {
            throw new UncheckedIOException("The table could not be written to " + file + ".", e);
        }
    }
}
