package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.echo.UdpHelloClient;
import io.landline.lab.echo.UdpHelloServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab udp-hello` (S17).
@Command(name = "udp-hello", description = "one fixed answer to any datagram (UDP 12345)")
final class UdpHelloCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--encoding", paramLabel = "WHAT",
            description = "server: remark what does not fit ascii (default) or utf-8")
    private String encoding = "ascii";

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.UDP_HELLO, options);
        if (options.isClient()) {
            var target = options.target(Experiment.UDP_HELLO);
            return run.call((_, events) -> new UdpHelloClient(target, events));
        }
        return run.serve(new UdpHelloServer(Encodings.named(encoding)));
    }
}
