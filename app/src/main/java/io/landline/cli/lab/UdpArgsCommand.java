package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.UdpArgsClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `landline lab udp-args` (S3): a client only; the server is `udp-echo`.
@Command(name = "udp-args",
        description = "a client that sends one message from a port of its choice (server: udp-echo)")
final class UdpArgsCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--from-port", paramLabel = "P",
            description = "the port to send from; 0 (default): the system chooses")
    private int fromPort;

    @Parameters(paramLabel = "MESSAGE", description = "what to send")
    private String message = "";

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        int from = LabOptions.fromPort(fromPort);
        var target = options.target(Experiment.UDP_ARGS);
        return new LabRun(Experiment.UDP_ARGS, options)
                .call((_, events) -> new UdpArgsClient(target, from, message, events));
    }
}
