package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.cli.Durations;
import io.landline.lab.Experiment;
import io.landline.lab.Family;
import io.landline.lab.broadcast.Announcer;
import io.landline.lab.broadcast.BroadcastClient;
import io.landline.lab.broadcast.BroadcastListener;
import io.landline.lab.broadcast.BroadcastServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `landline lab broadcast` (S10).
@Command(name = "broadcast",
        description = "who answers a datagram to everybody (UDP 12345); --to broadcast asks, --announce tells,"
                + " --listen hears")
final class BroadcastCommand implements Callable<Integer> {
    @Mixin
    private LabOptions options = new LabOptions();

    @Option(names = "--announce", paramLabel = "TEXT", arity = "0..1", fallbackValue = BroadcastClient.TEXT,
            description = "tell everybody this, again and again (default text: Broadcast datagram!)")
    private @Nullable String text;

    @Option(names = "--every", paramLabel = "TIME", description = "with --announce: how often (default: 2s)")
    private String every = "2s";

    @Option(names = "--count", paramLabel = "N",
            description = "with --announce: how many times (default: until stopped)")
    private int count;

    @Option(names = "--listen", description = "wait for announcements; shares the port with others")
    private boolean listens;

    @Option(names = "--encoding", paramLabel = "WHAT",
            description = "server: remark what does not fit ascii (default) or utf-8")
    private String encoding = "ascii";

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        var run = new LabRun(Experiment.BROADCAST, options);
        Family family = options.family();
        int port = options.opening(Experiment.BROADCAST).port();
        String to = options.to == null ? "" : options.to;
        String announced = text;
        if (announced != null) {
            Duration pause = Durations.parse("--every", every);
            if (count < 0 || pause.isZero()) {
                throw CommandFailedException.usage("--every and --count take numbers above 0.");
            }
            return run.call((_, events) -> new Announcer(to, port, family, announced, pause, count, events));
        }
        if (listens) return run.call((_, events) -> new BroadcastListener(port, family, options.once, events));
        if (options.isClient()) {
            return run.call((_, events) -> new BroadcastClient(to, port, family, options.once, events));
        }
        return run.serve(new BroadcastServer(Encodings.named(encoding)));
    }
}
