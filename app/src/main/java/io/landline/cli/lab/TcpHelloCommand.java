package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.TcpHelloClient;
import io.landline.lab.echo.TcpHelloServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `landline lab tcp-hello` (S18).
@Command(name = "tcp-hello", description = "one greeting each way (TCP 9000)")
final class TcpHelloCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.TCP_HELLO, options);
        if (options.isClient()) {
            var target = options.target(Experiment.TCP_HELLO);
            return run.call((_, events) -> new TcpHelloClient(target, events));
        }
        return run.serve(
                (opening, events) -> TcpServer.start(opening, ServerMode.CONCURRENT, new TcpHelloServer(), events));
    }
}
