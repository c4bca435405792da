package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.testing.NamespaceLan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Connections on which the last word was the other computer's receipt, as a program has them that holds a session.
/// Linux takes such a receipt for a sign of life of the neighbour only when it sends on that connection the next time,
/// however much later that is. Two programs, each for a namespace: one takes connections, the other makes them.
final class IdleConnections {
    private static final String READY = "ready";
    private static final int PORT = 7_000;
    /// One for each line that comes in: two minutes of them, longer than a doctor takes on a busy machine.
    private static final int COUNT = 300;
    private static final int UNSENT_COLUMN = 4;
    private static final String NOTHING_UNSENT = "00000000:";

    private static final Duration EVERY = Duration.ofMillis(400);

    /// The connections of the first computer of a LAN to its second one.
    static final class Sending implements AutoCloseable {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final BufferedWriter lines;

        private Sending(Process holder) { lines = holder.outputWriter(); }

        /// From now on one connection after the other sends.
        void begin() {
            var _ = clock.scheduleAtFixedRate(this::send, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void send() {
            try {
                lines.write("send\n");
                lines.flush();
            } catch (IOException e) {
                clock.shutdown(); // all have sent
            }
        }

        @Override
        public void close() {
            clock.close();
        }
    }

    private IdleConnections() {}

    /// Comes back when all of them are idle.
    static Sending between(NamespaceLan lan) throws IOException {
        awaitReady(lan.execJava(2, IdleConnections.class));
        Process holder = lan.execJava(1, IdleConnections.class, lan.address(2));
        awaitReady(holder);
        return new Sending(holder);
    }

    private static void awaitReady(Process program) throws IOException {
        assertEquals(READY, program.inputReader().readLine());
    }

    /// Arguments: none to take connections, an address to make them.
    static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            take();
        } else {
            hold(InetAddress.ofLiteral(arguments[0]));
        }
    }

    /// The system answers for a program that accepts none, as long as there is room.
    private static void take() throws IOException {
        try (var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(PORT), 2 * COUNT);
            IO.println(READY);
            while (IO.readln() != null) Thread.onSpinWait();
        }
    }

    /// Each line that comes in makes one of the connections send.
    private static void hold(InetAddress address) throws IOException {
        var open = new ArrayList<SocketChannel>();
        try {
            for (int i = 0; i < COUNT; i++) {
                open.add(SocketChannel.open(new InetSocketAddress(address, PORT)));
                open.getLast().write(ByteBuffer.wrap(new byte[1]));
            }
            while (isUnderWay()) Thread.onSpinWait();
            IO.println(READY);
            for (SocketChannel each : open) {
                if (IO.readln() == null) return;
                each.write(ByteBuffer.wrap(new byte[1]));
            }
        } finally {
            for (SocketChannel each : open) each.close();
        }
    }

    /// Whether the receipt of something that was sent has not come yet.
    private static boolean isUnderWay() throws IOException {
        for (String table : List.of("/proc/self/net/tcp", "/proc/self/net/tcp6")) {
            List<String> rows = Files.readAllLines(Path.of(table));
            boolean waits = rows.stream()
                    .skip(1)
                    .map(row -> row.trim().split("\\s+", -1)[UNSENT_COLUMN])
                    .anyMatch(queues -> !queues.startsWith(NOTHING_UNSENT));
            if (waits) return true;
        }
        return false;
    }
}
