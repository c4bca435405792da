package io.landline.lab.compare;

import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Limits;
import io.landline.lab.net.Names;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings about each failure of a course, on this computer alone, and shows the sentence (S23).
public record FailuresOnPurpose(Consumer<LabEvent> events) implements Client {
    private static final String FOUR = "127.0.0.1";
    private static final Duration SHORT = Duration.ofMillis(300);

    /// @param what was done
    /// @param said what a person reads then
    public record Shown(LabMessage what, LabMessage said) {}

    public record Table(List<Shown> failures) implements LabResult {
        public Table {
            failures = List.copyOf(failures);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, String>>();
            for (Shown each : failures) list.add(Map.of("what", each.what().english(), "said", each.said().english()));
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("failures", list);
            return fields;
        }

        @Override
        public String summary() {
            var text = new StringBuilder("What was done, and what is said then:");
            for (Shown each : failures) {
                text.append("\n- ").append(each.what().english()).append("\n    ").append(each.said().english());
            }
            return text.toString();
        }
    }

    private interface Attempt {
        void run() throws IOException, InterruptedException;
    }

    private record Provoked(LabMessage what, Attempt attempt) {
        Provoked(String english, Attempt attempt) { this(LabMessage.of(english), attempt); }
    }

    private static List<Provoked> provoked(int closed) {
        return List.of(
                new Provoked("TCP to a port where nothing listens",
                        () -> TcpClient.connect(new Target(FOUR, closed, Family.ANY), _ -> {}).close()),
                new Provoked("UDP to a port where nothing listens", () -> ask(new Target(FOUR, closed, Family.ANY))),
                new Provoked("UDP to a program that does not answer", FailuresOnPurpose::silence),
                new Provoked("IPv6 to a server that listens on IPv4 only", FailuresOnPurpose::wrongFamily),
                new Provoked("a second server on a port that is taken", FailuresOnPurpose::twice),
                new Provoked("a server on an address that is not of this computer", () -> open("192.0.2.1", 0)),
                new Provoked("a host name that nobody has", () -> Names.resolve("no-such-host.invalid", Family.ANY)),
                new Provoked("a datagram of 70,000 bytes", () -> tooLong(closed)));
    }

    @Override
    public void run() throws IOException, InterruptedException {
        var shown = new ArrayList<Shown>();
        for (Provoked each : provoked(closedPort())) {
            shown.add(of(each.what(), each.attempt()));
            events.accept(new LabEvent.SoFar(Instant.now(), new Table(shown)));
        }
        events.accept(new LabEvent.Result(Instant.now(), new Table(shown)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private static Shown of(LabMessage what, Attempt attempt) throws InterruptedException {
        try {
            attempt.run();
            return new Shown(what, LabMessage.of("this computer did not refuse it"));
        } catch (IOException e) {
            return new Shown(what, Failures.message(e));
        }
    }

    private static int closedPort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getByName(FOUR))) {
            return probe.getLocalPort();
        }
    }

    private static void ask(Target target) throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(target, 0, _ -> {})) {
            socket.ask(Payload.of("anybody there?"), UdpPort.BUFFER_BYTES);
        }
    }

    private static void silence() throws IOException, InterruptedException {
        try (var silent = new DatagramSocket(new InetSocketAddress(FOUR, 0));
                UdpClient socket = UdpClient.open(new Target(FOUR, silent.getLocalPort(), Family.ANY), 0, _ -> {})) {
            socket.send(Payload.of("anybody there?"));
            if (socket.receive(UdpPort.BUFFER_BYTES, SHORT) == null) {
                throw new LabException(
                        "Nothing comes back, and nobody says why: UDP has no refusal while the port is open. A client"
                                + " must give up by itself.");
            }
        }
    }

    private static void wrongFamily() throws IOException, InterruptedException {
        try (TcpServer server = open(FOUR, 0)) {
            TcpClient.connect(new Target("::1", ((InetSocketAddress) server.local()).getPort(), Family.ANY), _ -> {})
                    .close();
        }
    }

    private static void twice() throws IOException, InterruptedException {
        try (TcpServer first = open(FOUR, 0)) {
            open(FOUR, ((InetSocketAddress) first.local()).getPort()).close();
        }
    }

    private static TcpServer open(String host, int port) throws IOException, InterruptedException {
        var options = new ServerOptions(host, port, Family.ANY, false, Limits.STANDARD);
        return TcpServer.start(options, ServerMode.CONCURRENT, new TcpEchoServer(Transform.UPPER, false), _ -> {});
    }

    private static void tooLong(int port) throws IOException, InterruptedException {
        try (UdpClient socket = UdpClient.open(new Target(FOUR, port, Family.ANY), 0, _ -> {})) {
            socket.send(Payload.of("x".repeat(70_000)));
        }
    }
}
