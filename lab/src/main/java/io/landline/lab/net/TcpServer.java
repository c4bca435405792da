package io.landline.lab.net;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabEvent.Connection.State;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabServer;
import io.landline.lab.Peer;
import io.landline.lab.SocketCard;
import io.landline.lab.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A TCP experiment's server: one thread accepts; each connection has a thread of its own. In sequential mode these
/// threads take turns, in the order in which they came. (A course server accepts the second client only after the first
/// has left. On the wire that is the same, because the system completes the handshake by itself; here the waiting
/// client can be shown.)
///
/// The accepting thread gives out the turns of sequential mode. Each connection waits for the one before it: threads
/// that are started together may run in any order, so they could not decide it.
public final class TcpServer implements LabServer {
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);
    private static final int LOOKS_PER_IDLE_TIME = 10;

    private final ListeningSocket listening;
    private final ServerOptions options;
    private final ServerMode mode;
    private final TcpService service;
    private final Consumer<LabEvent> events;
    private final TrafficBudget budget;
    private final Map<Connection, InetAddress> open = new ConcurrentHashMap<>();
    private final Map<Thread, Boolean> threads = new ConcurrentHashMap<>();
    /// Counts these threads, and the end of the server.
    private final Phaser running = new Phaser(1);
    /// Of the connection that was accepted last. Accepting thread only.
    private CountDownLatch lastLeft = new CountDownLatch(0);
    private final AtomicReference<LabMessage> reason = new AtomicReference<>(LabMessage.NOTHING);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private TcpServer(ListeningSocket listening, ServerOptions options, ServerMode mode, TcpService service,
            Consumer<LabEvent> events) {
        this.listening = listening;
        this.options = options;
        this.mode = mode;
        this.service = service;
        this.events = events;
        budget = new TrafficBudget(options.limits(), System.nanoTime());
    }

    /// Where connections come from: a TCP port, or a path (see [UnixSockets]).
    interface ListeningSocket {
        Arrival accept() throws IOException;

        SocketAddress local();

        String family();

        SocketCard card();

        void close() throws IOException;

        /// Somebody at the door.
        ///
        /// @param from the loopback address for those who came by a path
        record Arrival(ByteStream wire, SocketAddress address, InetAddress from) {}
    }

    /// Opens the port and serves it.
    ///
    /// @throws LabException the port cannot be had; the sentence says why
    public static TcpServer start(ServerOptions options, ServerMode mode, TcpService service, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        InetAddress address = Sockets.address(options);
        ServerSocket socket = Sockets.listening(options, address);
        InetSocketAddress local = Sockets.shown(options.family(), address, socket.getLocalPort());
        return start(new TcpListeningSocket(socket, local, Sockets.familyName(options.family(), address)), options,
                mode,
                service, events);
    }

    static TcpServer start(ListeningSocket listening, ServerOptions options, ServerMode mode, TcpService service,
            Consumer<LabEvent> events) {
        var server = new TcpServer(listening, options, mode, service, events);
        events.accept(new LabEvent.Started(Instant.now(), true, listening.local(), Transport.TCP, listening.family()));
        server.thread("lab-idle", server::closeIdle);
        server.thread("lab-tcp-accept", server::acceptAll);
        return server;
    }

    private record TcpListeningSocket(ServerSocket socket, SocketAddress local,
            String family) implements ListeningSocket {
        @Override
        public Arrival accept() throws IOException {
            Socket client = socket.accept();
            return new Arrival(ByteStream.of(client), client.getRemoteSocketAddress(), client.getInetAddress());
        }

        @Override
        public SocketCard card() {
            return SocketCards.of(socket, family, Addresses.text(local));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private void acceptAll() {
        try {
            boolean served;
            do {
                served = admit(listening.accept());
            } while (!(served && options.once()));
        } catch (IOException e) {
            end(LabMessage.of("failed: {0}", Failures.kind(e))); // after stop() the reason is known already
        }
    }

    /// False where it was sent away.
    private boolean admit(ListeningSocket.Arrival arrival) throws IOException {
        var peer = new Peer(arrival.address(), listening.family().equals("dual"));
        LabMessage refusal = refusal(arrival.from());
        if (refusal != null) {
            refuse(peer, refusal);
            arrival.wire().close();
            return false;
        }
        var connection = new Connection(arrival.wire(), peer, bytes -> overLimit(peer, arrival.from(), bytes), events);
        open.put(connection, arrival.from());
        if (!reason.get().isEmpty()) { // who ends the server closes those that it finds open: not this one perhaps
            open.remove(connection);
            connection.close();
            return false;
        }
        CountDownLatch before = lastLeft;
        var left = new CountDownLatch(1);
        lastLeft = left;
        thread("lab-tcp-client", () -> serve(connection, before, left));
        return true;
    }

    private @Nullable LabMessage refusal(InetAddress from) {
        if (Sockets.isUnwanted(from, options.family())) return LabMessage.of("of the other IP version");
        if (open.size() >= Limits.CONNECTIONS_MAX) return LabMessage.of("over {0} connections", Limits.CONNECTIONS_MAX);
        long ofThis = open.values().stream().filter(from::equals).count();
        return ofThis >= Limits.CONNECTIONS_PER_ADDRESS_MAX
                ? LabMessage.of("over {0} connections of one address", Limits.CONNECTIONS_PER_ADDRESS_MAX)
                : null;
    }

    private @Nullable LabMessage overLimit(Peer peer, InetAddress from, int bytes) {
        LabMessage broken = budget.spend(from, bytes, System.nanoTime());
        if (broken != null) refuse(peer, broken);
        return broken;
    }

    private void refuse(Peer peer, LabMessage why) {
        if (budget.mayTell(System.nanoTime())) events.accept(new LabEvent.Refused(Instant.now(), peer, why));
    }

    /// @param before counts down when the connection that was accepted before this one has been served
    /// @param left   the same of this one, for the next
    private void serve(Connection connection, CountDownLatch before, CountDownLatch left) {
        try (connection) {
            if (mode == ServerMode.SEQUENTIAL && before.getCount() > 0) {
                tell(connection, State.WAITING);
                before.await();
            }
            converse(connection);
        } catch (Connection.OverLimit _) {
            // told as a refusal, at most once a second
        } catch (IOException e) {
            // this client's end, not ours
            if (reason.get().isEmpty()) connection.remark("{0}: {1}", connection.peer().name(), Failures.kind(e));
        } catch (InterruptedException _) {
            // The server stops; the connection is closed like the others.
        } finally {
            open.remove(connection);
            tell(connection, State.CLOSED);
            left.countDown();
            if (options.once()) end(LabMessage.of("one client, as asked"));
        }
    }

    private void converse(Connection connection) throws IOException, InterruptedException {
        tell(connection, State.CONNECTED);
        service.converse(connection);
    }

    private void tell(Connection connection, State state) {
        events.accept(new LabEvent.Connection(Instant.now(), connection.peer(), state));
    }

    /// Closes connections on which no byte moved for too long: a silent client, and one that never reads what it is
    /// sent.
    private void closeIdle() {
        Duration idle = options.limits().idle();
        try {
            while (!closing.await(idle.toMillis() / LOOKS_PER_IDLE_TIME + 1, TimeUnit.MILLISECONDS)) {
                for (Connection each : open.keySet()) {
                    if (each.idle().compareTo(idle) <= 0) continue;
                    refuse(each.peer(), LabMessage.of("idle for {0} s", idle.toSeconds()));
                    quietly(each::close);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void thread(String name, Runnable task) {
        Thread thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                task.run();
            } finally {
                threads.remove(Thread.currentThread());
                running.arriveAndDeregister();
            }
        });
        running.register();
        threads.put(thread, true);
        thread.start();
    }

    @Override
    public SocketAddress local() {
        return listening.local();
    }

    @Override
    public SocketCard card() {
        return listening.card();
    }

    @Override
    public void stop(LabMessage why) {
        end(why);
        try {
            ended.await(2 * PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Safe to call from any thread, its own too; the first reason holds.
    private void end(LabMessage why) {
        if (!reason.compareAndSet(LabMessage.NOTHING, why)) return;
        quietly(listening::close);
        closing.countDown();
        open.keySet().forEach(each -> quietly(each::close));
        threads.keySet().stream().filter(each -> each != Thread.currentThread()).forEach(Thread::interrupt);
        Thread.ofVirtual().name("lab-tcp-end").start(() -> tellEnd(why));
    }

    /// The last that is told: each connection tells before it that it was closed.
    private void tellEnd(LabMessage why) {
        try {
            running.awaitAdvanceInterruptibly(running.arriveAndDeregister(), PATIENCE_AT_END.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // one of them hangs: the end is told all the same
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        events.accept(new LabEvent.Stopped(Instant.now(), why));
        ended.countDown();
    }

    private interface Closing {
        void close() throws IOException;
    }

    private void quietly(Closing closing) {
        try {
            closing.close();
        } catch (IOException e) {
            events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of("closing failed: {0}", Failures.kind(e))));
        }
    }

    @Override
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
