package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoClient;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.net.UdpPort;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab udp-echo` (S1).
@Command(name = "udp-echo",
        description = "each datagram comes back in capitals (UDP 12000); with --to the client, which ends on bye")
final class UdpEchoCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--buffer", paramLabel = "N", description = "server: bytes read of a datagram (default: 2048)")
    private int buffer = UdpEchoServer.BUFFER_BYTES;

    @Option(names = "--transform", paramLabel = "WHAT",
            description = "server: upper (default), lower, reverse, length or rot13")
    private Transform transform = Transform.UPPER;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.UDP_ECHO, options);
        if (options.isClient()) {
            var target = options.target(Experiment.UDP_ECHO);
            return run.call((typed, events) -> new UdpEchoClient(target, 0, typed, events));
        }
        if (buffer < 1 || buffer > UdpPort.PAYLOAD_BYTES_MAX) {
            throw CommandFailedException.usage("--buffer takes 1 to " + UdpPort.PAYLOAD_BYTES_MAX + ".");
        }
        return run.serve(new UdpEchoServer(transform, buffer));
    }
}
