package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.lab.compare.Load;
import io.landline.lab.echo.TcpEchoClient;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UnixSockets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab tcp-echo` (S2, S25).
@Command(name = "tcp-echo",
        description = "what is written comes back in capitals (TCP 12000); with --to the client, which ends on bye")
final class TcpEchoCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    enum Serving { CONCURRENT, SEQUENTIAL, ONE_SHOT }

    @Option(names = "--mode", paramLabel = "MODE", converter = ServingConverter.class,
            description = "server: concurrent (default), sequential, or one-shot, which closes after one reply")
    private Serving mode = Serving.CONCURRENT;

    @Option(names = "--transform", paramLabel = "WHAT",
            description = "server: upper (default), lower, reverse, length or rot13")
    private Transform transform = Transform.UPPER;

    @Option(names = "--unix", paramLabel = "PATH",
            description = "a Unix socket at this path in the place of a TCP port; with --connect as client")
    private @Nullable Path path;

    @Option(names = "--load", paramLabel = "N",
            description = "with --to: this many clients at once, and a timeline that shows which waited")
    private int load;

    @Option(names = "--connect", description = "with --unix: be the client")
    private boolean connect;

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.TCP_ECHO, options);
        Path at = path;
        if (at != null && connect) {
            return run.call((typed, events) -> new TcpEchoClient(all -> UnixSockets.connect(at, all), typed, events));
        }
        if (options.isClient()) {
            var target = options.target(Experiment.TCP_ECHO);
            if (load < 0 || load > Load.CLIENTS_MAX) {
                throw CommandFailedException.usage("--load takes 1 to " + Load.CLIENTS_MAX + ".");
            }
            if (load > 0) return run.call((_, events) -> new Load(target, load, events));
            return run.call((typed, events) -> TcpEchoClient.to(target, typed, events));
        }
        var service = new TcpEchoServer(transform, mode == Serving.ONE_SHOT);
        ServerMode turns = mode == Serving.CONCURRENT ? ServerMode.CONCURRENT : ServerMode.SEQUENTIAL;
        return run.serve((opening, events) -> at == null
                ? TcpServer.start(opening, turns, service, events)
                : UnixSockets.start(at, opening, turns, service, events));
    }

    /// `one-shot` has a hyphen, which no Java name has.
    static final class ServingConverter implements ITypeConverter<Serving> {
        @Override
        public Serving convert(String value) {
            return Serving.valueOf(value.replace('-', '_').toUpperCase(Locale.ROOT));
        }
    }
}
