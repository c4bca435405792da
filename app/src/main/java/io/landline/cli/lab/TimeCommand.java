package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.clock.TimeServer;
import io.landline.lab.echo.TcpEchoClient;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `landline lab time` (S15).
@Command(name = "time", description = "the time in the format that the client sends, such as %%Y-%%m-%%d (TCP 5050)")
final class TimeCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.TIME, options);
        if (options.isClient()) {
            var target = options.target(Experiment.TIME);
            return run.call((typed, events) -> TcpEchoClient.to(target, typed, events));
        }
        return run.serve((opening, events) -> TcpServer.start(opening, ServerMode.CONCURRENT,
                new TimeServer(Clock.systemDefaultZone()), events));
    }
}
