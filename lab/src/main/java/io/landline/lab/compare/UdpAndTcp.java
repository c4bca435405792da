package io.landline.lab.compare;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.compare.UdpAndTcp.Result.Side;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The same messages to an echo by UDP and then by TCP (S20): time of each, set-up, loss, order, and what was sent
/// beside the messages.
///
/// @param udp where `udp-echo` listens
/// @param tcp where `tcp-echo` listens
/// @param lossPercent of the datagrams, which are dropped here on purpose; TCP's segments are out of a program's reach:
///        the system repeats what is lost
public record UdpAndTcp(Target udp, Target tcp, int messages, int lossPercent, long seed,
        Consumer<LabEvent> events) implements Client {
    public static final int MESSAGES_MAX = 10_000;
    /// A server takes 200 messages a second of one address; both runs stay below.
    private static final Duration PACE = Duration.ofMillis(8);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int REPLY_BYTES_MAX = 1_024;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int PERCENT = 100;
    private static final int SETUPS = 7;
    private static final Pattern NUMBERED = Pattern.compile("(?i)message (\\d{1,9})\\s*");
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int UDP_HEADER = 8;
    /// With the time stamps that systems send today.
    private static final int TCP_HEADER = 32;
    /// Three to connect, four to part.
    private static final int TCP_PACKETS_AROUND = 7;
    /// Message, reply, and an acknowledgement: the other one travels with the reply.
    private static final int TCP_PACKETS_PER_MESSAGE = 3;

    public record Result(int messages, Side udp, Side tcp) implements LabResult {
        /// @param setupMillis from the call until the first message could be sent
        /// @param millis of each message; null where lost
        /// @param overheadBytes headers and packets without data, reckoned from the rules of the protocol
        public record Side(double setupMillis, List<@Nullable Double> millis, int lost, int outOfOrder,
                int overheadBytes) {
            @Nullable
            Double mean() {
                return millis.stream()
                        .filter(Objects::nonNull)
                        .mapToDouble(each -> each)
                        .average()
                        .stream()
                        .boxed()
                        .findFirst()
                        .orElse(null);
            }

            Map<String, @Nullable Object> fields() {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                fields.put("setupMs", setupMillis);
                fields.put("meanMs", mean());
                fields.put("ms", millis);
                fields.put("lost", lost);
                fields.put("outOfOrder", outOfOrder);
                fields.put("overheadBytes", overheadBytes);
                return fields;
            }

            String line(String name) {
                Double mean = mean();
                return String.format(Locale.ROOT, "%-5s %8.2f ms %10s %6d %13d %10d B", name, setupMillis,
                        mean == null ? "–" : String.format(Locale.ROOT, "%.2f ms", mean), lost, outOfOrder,
                        overheadBytes);
            }
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("messages", messages);
            fields.put("udp", udp.fields());
            fields.put("tcp", tcp.fields());
            return fields;
        }

        @Override
        public String summary() {
            return messages + " messages each\n"
                    + String.format(Locale.ROOT, "%-5s %11s %10s %6s %13s %12s", "", "set-up", "mean", "lost",
                            "out of order", "overhead")
                    + "\n" + udp.line("UDP") + "\n" + tcp.line("TCP")
                    + "\nBoth carry messages both ways; overhead is reckoned from the headers, see Wireshark for what"
                    + " really passed.";
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of("by UDP to {0}", udp.toString())));
        Side first = byUdp();
        events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of("by TCP to {0}", tcp.toString())));
        Side second = byTcp();
        events.accept(new LabEvent.Result(Instant.now(), new Result(messages, first, second)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    /// Against servers of its own on this computer.
    public static Client againstOwnServers(int messages, int lossPercent, long seed, Consumer<LabEvent> events) {
        return () -> {
            var udpEcho = new UdpEchoServer(Transform.UPPER, UdpEchoServer.BUFFER_BYTES);
            try (var udp = UdpServer.start(ServerOptions.onLoopback(), udpEcho, _ -> {});
                    var tcp = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                            new TcpEchoServer(Transform.UPPER, false), _ -> {})) {
                new UdpAndTcp(Target.of(udp.local()), Target.of((InetSocketAddress) tcp.local()), messages, lossPercent,
                        seed, events).run();
            }
        };
    }

    private interface Opener {
        Closeable open() throws IOException, InterruptedException;
    }

    /// How long it takes to open: the median of several, because the first pays for the look-up of the name and for
    /// Java's loading of classes. No listener is told of these, because to print an event takes longer than to open a
    /// socket.
    private static double setUpMillis(Opener opener) throws IOException, InterruptedException {
        double[] millis = new double[SETUPS];
        for (int i = 0; i < SETUPS; i++) {
            long startedAt = System.nanoTime();
            Closeable opened = opener.open();
            millis[i] = since(startedAt);
            opened.close();
        }
        Arrays.sort(millis);
        return millis[SETUPS / 2];
    }

    private Side byUdp() throws IOException, InterruptedException {
        var random = new Random(seed);
        var millis = new ArrayList<@Nullable Double>();
        int sent = 0;
        double setup = setUpMillis(() -> UdpClient.openUntold(udp, 0, _ -> {}));
        try (UdpClient socket = UdpClient.open(udp, 0, events)) {
            socket.send(message(0)); // not measured: the first one wakes both programs up
            socket.receive(REPLY_BYTES_MAX, PATIENCE);
            var replies = new UdpReplies(socket);
            long startedAt = System.nanoTime();
            for (int i = 1; i <= messages; i++) {
                long sentAt = System.nanoTime();
                boolean dropped = random.nextInt(PERCENT) < lossPercent;
                if (!dropped) {
                    socket.send(message(i));
                    sent++;
                }
                boolean answered = !dropped && replies.await(i);
                if (dropped) replies.skip(i);
                millis.add(answered ? Double.valueOf(since(sentAt)) : null);
                tell(i, sentAt, startedAt, answered);
                Thread.sleep(PACE);
            }
            int lost = (int) millis.stream().filter(Objects::isNull).count();
            return new Side(setup, millis, lost, replies.outOfOrder,
                    (sent + replies.received) * (ipHeader(socket.server().address()) + UDP_HEADER));
        }
    }

    /// Knows each reply by its number: one that comes late is not taken for the reply to a later message.
    private final class UdpReplies {
        private final UdpClient socket;
        private int received;
        private int outOfOrder;
        private int newest;

        UdpReplies(UdpClient socket) { this.socket = socket; }

        /// Waits for the reply to this message; false where none comes in time.
        boolean await(int number) throws IOException {
            return hear(number, PATIENCE);
        }

        /// Lets the time of a message pass that was not sent.
        void skip(int number) throws IOException {
            hear(number, PACE);
        }

        private boolean hear(int number, Duration patience) throws IOException {
            long until = System.nanoTime() + patience.toNanos();
            Duration left;
            while ((left = Duration.ofNanos(until - System.nanoTime())).isPositive()) {
                Payload reply = socket.receive(REPLY_BYTES_MAX, left);
                if (reply == null) return false;
                received++;
                int of = numberOf(reply, number);
                if (of < newest) outOfOrder++;
                newest = Math.max(newest, of);
                if (of >= number) return true;
                if (of > 0) {
                    events.accept(new LabEvent.Remark(Instant.now(),
                            LabMessage.of("The reply to message {0} came too late: it counts as lost.", of)));
                }
            }
            return false;
        }
    }

    /// Which message this replies to. A server may leave the letters as they are, or say something else.
    ///
    /// @param otherwise where no number stands in it
    private static int numberOf(Payload reply, int otherwise) {
        Matcher numbered = NUMBERED.matcher(reply.shown());
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : otherwise;
    }

    private Side byTcp() throws IOException, InterruptedException {
        var millis = new ArrayList<@Nullable Double>();
        int outOfOrder = 0;
        double setup = setUpMillis(() -> TcpClient.connectUntold(tcp));
        try (Connection server = TcpClient.connect(tcp, events)) {
            server.readWithin(Connection.PATIENCE);
            reply(server, 0); // not measured, as above
            long startedAt = System.nanoTime();
            for (int i = 1; i <= messages; i++) {
                long sentAt = System.nanoTime();
                Payload reply = reply(server, i);
                millis.add(since(sentAt));
                if (numberOf(reply, i) != i) outOfOrder++;
                tell(i, sentAt, startedAt, true);
                Thread.sleep(PACE);
            }
            int packets = TCP_PACKETS_AROUND + TCP_PACKETS_PER_MESSAGE * messages;
            return new Side(setup, millis, 0, outOfOrder, packets * (ipHeader(server.peer().address()) + TCP_HEADER));
        }
    }

    /// TCP loses nothing: where no reply comes there is nothing to compare.
    private static Payload reply(Connection server, int number) throws IOException {
        Payload reply;
        try {
            server.write(message(number));
            reply = server.read(REPLY_BYTES_MAX);
        } catch (IOException e) {
            throw Failures.noReply(server.peer(), e);
        }
        if (reply == null) throw new LabException("The server closed the connection.");
        return reply;
    }

    private void tell(int number, long sentAt, long startedAt, boolean answered) {
        Duration rtt = answered ? Duration.ofNanos(System.nanoTime() - sentAt) : null;
        events.accept(new LabEvent.Sample(Instant.now(), number, message(number).length(), PACE,
                Duration.ofNanos(sentAt - startedAt), rtt));
    }

    private static int ipHeader(SocketAddress address) {
        return address instanceof InetSocketAddress inet && inet.getAddress() instanceof Inet6Address
                ? IPV6_HEADER
                : IPV4_HEADER;
    }

    private static Payload message(int number) {
        return Payload.of("message " + number);
    }

    private static double since(long at) {
        return (System.nanoTime() - at) / NANOS_PER_MILLI;
    }
}
