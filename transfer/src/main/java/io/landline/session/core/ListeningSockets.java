package io.landline.session.core;

import io.landline.cost.ThrottledLog;
import io.landline.peer.ScopedAddress;
import io.landline.peer.WrittenAddress;
import io.landline.session.ListenSettings;
import io.landline.session.SessionWarning;
import io.landline.session.accept.AcceptLoop;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The listening sockets: one for all addresses, or one for each address of the interfaces that may be used. All have
/// one port. Any thread; the lock guards the fields.
final class ListeningSockets implements Closeable {
    /// Connections that the system keeps for us while we are busy: a class that comes back from a break.
    private static final int BACKLOG = 128;
    /// Any port that is free at the first address may be taken at the second; that often in a row it is not.
    private static final int ANY_PORT_TRIES = 16;
    /// IPv6 looks for a second or two whether another computer has a new address, and nobody tells the end of that.
    private static final Duration OPEN_AGAIN = Duration.ofSeconds(1);

    private final ListenSettings settings;
    private final NodeContext context;
    private final ThrottledLog refusals;
    private final Consumer<Socket> arrived;
    private final Binding binding;
    private final Map<ScopedAddress, AcceptLoop> loops = new HashMap<>();
    private final List<AcceptLoop> notStarted = new ArrayList<>();
    /// Of all of them; those that come later have the same.
    private int port;
    private boolean started;
    private boolean closed;
    /// Whether addresses that are not ready are tried again soon.
    private boolean opensAgain;

    /// Opens a listening socket; a test replaces it by one with addresses that are not ready.
    interface Binding {
        ServerSocket bind(InetAddress address, int port) throws IOException;
    }

    /// @param arrived gets each connection, on the accepting thread: it must hand it on at once
    ListeningSockets(ListenSettings settings, NodeContext context, ThrottledLog refusals, Consumer<Socket> arrived) {
        this(settings, context, refusals, arrived, ListeningSockets::bound);
    }

    ListeningSockets(ListenSettings settings, NodeContext context, ThrottledLog refusals, Consumer<Socket> arrived,
            Binding binding) {
        this.settings = settings;
        this.context = context;
        this.refusals = refusals;
        this.arrived = arrived;
        this.binding = binding;
    }

    /// Opens the listening sockets, all with one port, and returns it: the port wished for. If that is taken and the
    /// user did not insist on it, the next free one of our range, or any.
    synchronized int listen() throws IOException {
        IOException first = null;
        for (int wish : ports()) {
            try {
                port = openAll(wish);
                if (wish != settings.tcpPort()) {
                    context.events.warning(new SessionWarning.PortTaken(settings.tcpPort(), port));
                }
                return port;
            } catch (BindException e) {
                if (first == null) first = e;
            }
        }
        throw first == null ? new BindException("no port") : first;
    }

    private int[] ports() {
        IntStream any = IntStream.generate(() -> 0).limit(ANY_PORT_TRIES);
        if (settings.tcpPort() == 0) return any.toArray();
        if (settings.portGiven()) return new int[]{settings.tcpPort()};
        IntStream neighbours = IntStream.rangeClosed(ListenSettings.PORT_DEFAULT, ListenSettings.PORT_LAST)
                .filter(port -> port != settings.tcpPort());
        return IntStream.concat(IntStream.concat(IntStream.of(settings.tcpPort()), neighbours), any).toArray();
    }

    private int openAll(int wish) throws IOException {
        int opened = wish;
        try {
            for (ScopedAddress address : wished()) opened = open(address, opened);
        } catch (IOException e) {
            loops.values().forEach(AcceptLoop::close);
            loops.clear();
            notStarted.clear();
            throw e;
        }
        return opened == 0 ? anyPort() : opened;
    }

    /// No address is there yet. What we tell others has to hold for all that come.
    private int anyPort() throws IOException {
        try (ServerSocket free = binding.bind(InetAddress.getLoopbackAddress(), 0)) {
            return free.getLocalPort();
        }
    }

    /// The addresses to listen on: the wildcard one (both families), or those of the interfaces that may be used.
    private Set<ScopedAddress> wished() {
        LocalAddresses local = context.localAddresses();
        return local.restricted()
                ? local.addresses()
                : Set.of(new ScopedAddress(new InetSocketAddress(0).getAddress()));
    }

    private static ServerSocket bound(InetAddress address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(address, port), BACKLOG);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Listens there and returns the port. An address that is not ready yet costs the others nothing.
    private int open(ScopedAddress address, int wish) throws IOException {
        ServerSocket socket;
        try {
            socket = binding.bind(address.address(), wish);
        } catch (BindException e) {
            if (isReady(address.address())) throw e;
            refusals.note(WrittenAddress.of(address.address()) + " is not ready to listen on: " + e.getMessage());
            openAgainSoon();
            return wish;
        }
        var loop = new AcceptLoop(new AcceptLoop.ListeningSocket() {
            @Override
            public Socket accept() throws IOException {
                return socket.accept();
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        }, arrived, this::trouble);
        loops.put(address, loop);
        if (started) {
            loop.start();
        } else {
            notStarted.add(loop);
        }
        return socket.getLocalPort();
    }

    /// Whether the system gives this address to any socket: it does not while it looks for another computer that has
    /// the same one, nor after it found one.
    private boolean isReady(InetAddress address) {
        try (ServerSocket probe = binding.bind(address, 0)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private void openAgainSoon() {
        if (opensAgain) return;
        opensAgain = true;
        context.deadlines.after(OPEN_AGAIN,
                () -> Thread.ofVirtual().name("landline-listen").start(this::addressesChanged));
    }

    /// Begins to accept.
    synchronized void start() {
        started = true;
        notStarted.forEach(AcceptLoop::start);
        notStarted.clear();
    }

    /// Addresses of ours came or went, or other interfaces were chosen: where we listen on some interfaces only, the
    /// sockets follow. Tries again what was not ready.
    synchronized void addressesChanged() {
        opensAgain = false;
        if (closed) return;
        Set<ScopedAddress> now = wished();
        loops.entrySet().removeIf(entry -> {
            boolean gone = !now.contains(entry.getKey());
            if (gone) entry.getValue().close();
            return gone;
        });
        for (ScopedAddress address : now) {
            if (loops.containsKey(address)) continue;
            try {
                open(address, port);
            } catch (IOException e) {
                refusals.note("cannot listen on " + WrittenAddress.of(address.address()) + ": " + e.getMessage());
                context.events
                        .warning(new SessionWarning.CannotListen(address.address(), String.valueOf(e.getMessage())));
            }
        }
    }

    private void trouble(IOException e) {
        refusals.note("accepting fails: " + e.getMessage());
        context.events.warning(new SessionWarning.TooManyFiles(String.valueOf(e.getMessage())));
    }

    @Override
    public synchronized void close() {
        closed = true;
        loops.values().forEach(AcceptLoop::close);
        loops.clear();
    }
}
