package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.lab.net.UdpPort;
import io.landline.lab.ping.PingClient;
import java.time.Duration;
import picocli.CommandLine.Option;

/// What `ping` and `ramp` take as clients.
final class PlanOptions {
    private static final double NANOS_PER_SECOND = 1e9;

    @Option(names = "--count", paramLabel = "N", description = "client: how many packets (default: 10)")
    int count = 10;

    @Option(names = "--interval", paramLabel = "SECONDS",
            description = "client: from one packet to the next (default: 1)")
    double interval = 1;

    @Option(names = "--size", paramLabel = "N", description = "client: bytes of a packet (default: 64)")
    int size = 64;

    @Option(names = "--as-sheet", description = "client: send the bare greeting, whatever --size says")
    boolean asSheet;

    @Option(names = "--keep-server", description = "client: do not stop the server at the end")
    boolean keepServer;

    PingClient.Plan plan() throws CommandFailedException {
        if (count < 1 || count > PingClient.Plan.COUNT_MAX) {
            throw CommandFailedException.usage("--count takes 1 to " + PingClient.Plan.COUNT_MAX + ".");
        }
        if (!(interval > 0 && interval <= PingClient.Plan.INTERVAL_SECONDS_MAX)) {
            throw CommandFailedException.usage("--interval takes seconds above 0, such as 0.3.");
        }
        if (size < 1 || size > UdpPort.PAYLOAD_BYTES_MAX) {
            throw CommandFailedException.usage("--size takes 1 to " + UdpPort.PAYLOAD_BYTES_MAX + ".");
        }
        return new PingClient.Plan(count, Duration.ofNanos((long) (interval * NANOS_PER_SECOND)), size, asSheet,
                keepServer);
    }
}
