package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.settings.PrivateFolder;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The node's side of the local socket: a Unix domain socket, on Windows too (since version 10, 1803). Who may open it
/// is decided by the folder it is in (0700) and by its own mode (0600). Any thread.
///
/// The monitor of `clients` guards that set alone, and is not held across I/O or a call to the handler.
public final class ControlServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());
    /// What a client may send as one line, in UTF-8 bytes: the longest command carries a text and a list of paths.
    public static final int COMMAND_BYTES_MAX = 256 * 1024;
    /// What the node may send as one line, its end included: the list of a full presence table has about 1 MiB.
    public static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;
    /// Open at the same time; one more waits for a place. A user has a few terminals, a script some more.
    public static final int CLIENTS_MAX = 16;
    /// At most this many clients wait for a place, as many as are served. One more is refused at once.
    static final int WAITING_MAX = CLIENTS_MAX;
    /// How long they wait: most commands are done by then.
    static final Duration PLACE_MAX = Duration.ofSeconds(5);
    /// How a client that gets no place knows it: the beginning of its only line.
    static final String BUSY = "{\"event\":\"failed\",\"code\":\"busy\"";
    /// For a client to take its last lines when the node ends, which has five seconds in all.
    static final Duration DRAIN_MAX = Duration.ofSeconds(1);
    /// For a client to make room for an answer, before its next command is read. One that reads does so in
    /// milliseconds, a suspended terminal in minutes.
    static final Duration ROOM_MAX = Duration.ofSeconds(10);
    /// Before accepting again after an error, such as no free descriptors.
    private static final Duration AFTER_ERROR = Duration.ofMillis(100);

    private final ServerSocketChannel listening;
    private final SocketPath place;
    private final Handler handler;
    private final Duration roomMax;
    private final Duration placeMax;
    private final Set<SocketClient> clients = new HashSet<>();
    /// Guarded by `clients`.
    private int waiting;
    /// Guarded by `clients`: none is served from now on.
    private boolean over;

    /// Takes in a client.
    @FunctionalInterface
    public interface Handler {
        /// Called on the client's own thread, before its first line.
        LineListener connected(LineSink client);
    }

    private ControlServer(ServerSocketChannel listening, SocketPath place, Handler handler, Duration roomMax,
            Duration placeMax) {
        this.listening = listening;
        this.place = place;
        this.handler = handler;
        this.roomMax = roomMax;
        this.placeMax = placeMax;
        Thread.ofVirtual().name("control-accept").start(this::acceptAll);
    }

    /// Opens the socket, replaces a stale one, and writes beside the lock where it is. Holding the lock is what makes
    /// an older socket of this profile a stale one.
    public static ControlServer open(ProfileLock lock, Handler handler) throws IOException {
        return open(lock, handler, Path.of(System.getProperty("java.io.tmpdir", "/tmp")), System.getenv());
    }

    /// Where no socket can be in the folders that are for that, as in a temporary one that is write-protected, it
    /// stands in the profile.
    ///
    /// @param temporary the system's folder for files that nobody keeps
    static ControlServer open(ProfileLock lock, Handler handler, Path temporary, Map<String, String> environment)
            throws IOException {
        Path profile = lock.profile().folder();
        try {
            SocketPath place = SocketPath.choose(profile, environment, temporary,
                    System.getProperty("user.name", "user"));
            return open(lock, handler, place, ROOM_MAX, PLACE_MAX);
        } catch (IOException e) {
            SocketPath place = SocketPath.inProfile(profile);
            if (place == null) throw refused(temporary, e);
            LOG.log(System.Logger.Level.DEBUG, "the local socket goes into the profile", e);
            try {
                return open(lock, handler, place, ROOM_MAX, PLACE_MAX);
            } catch (IOException again) {
                e.addSuppressed(again);
                throw refused(temporary, e);
            }
        }
    }

    private static IOException refused(Path temporary, IOException why) {
        return new IOException("The socket for the other commands has no place in " + temporary
                + " nor in the profile ("
                + why.getMessage() + "). Set XDG_RUNTIME_DIR to a folder of a short path that only you can enter.",
                why);
    }

    static ControlServer open(ProfileLock lock, Handler handler, SocketPath place, Duration roomMax,
            Duration placeMax) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(place.socket());
            listening.bind(UnixDomainSocketAddress.of(place.socket()));
            PrivateFolder.tightenFile(place.socket());
            lock.announceSocket(place.socket());
            return new ControlServer(listening, place, handler, roomMax, placeMax);
        } catch (IOException | RuntimeException e) { // the lock may be closed by now
            listening.close();
            try {
                place.clear();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void acceptAll() {
        while (listening.isOpen()) {
            try {
                admit(listening.accept());
            } catch (ClosedChannelException e) {
                return; // close() was called
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the local socket cannot take in a client: {0}", e.getMessage());
                LockSupport.parkNanos(AFTER_ERROR.toNanos());
            }
        }
    }

    private void admit(SocketChannel channel) {
        var client = new SocketClient(channel, roomMax);
        synchronized (clients) {
            if (takesPlace(client)) {
                start(() -> serve(client));
                return;
            }
            if (isServing() && waiting < WAITING_MAX) {
                waiting++;
                start(() -> serveLater(client, channel));
                return;
            }
        }
        refuse(channel);
    }

    /// A platform thread, as the one that writes: a virtual one is woken by a second thread, so each command and each
    /// answer would wait for one thread more. There are few of them.
    private static void start(Runnable reading) {
        Thread.ofPlatform().daemon().name("control-read").start(reading);
    }

    private void serve(SocketClient client) {
        client.serve(handler, () -> forget(client));
    }

    private void serveLater(SocketClient client, SocketChannel channel) {
        if (awaitPlace(client)) {
            serve(client);
        } else {
            refuse(channel);
        }
    }

    /// Under the lock of `clients`.
    private boolean takesPlace(SocketClient client) {
        return isServing() && clients.size() < CLIENTS_MAX && clients.add(client);
    }

    /// Under the lock of `clients`.
    private boolean isServing() {
        return listening.isOpen() && !over;
    }

    private boolean awaitPlace(SocketClient client) {
        long until = System.nanoTime() + placeMax.toNanos();
        synchronized (clients) {
            try {
                for (long left = placeMax.toNanos(); isFull() && left > 0; left = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(clients, left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                waiting--;
                clients.notifyAll();
            }
            return takesPlace(client);
        }
    }

    private boolean isFull() {
        return isServing() && clients.size() >= CLIENTS_MAX;
    }

    /// What it has said is not read, so it can give its command again.
    private void refuse(SocketChannel channel) {
        try (channel) {
            String line = BUSY + ",\"message\":\"Too many other commands are under way.\"}\n";
            boolean isServing;
            synchronized (clients) {
                isServing = isServing();
            }
            if (isServing) channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a client of the local socket is gone", e);
        }
    }

    private void forget(SocketClient client) {
        synchronized (clients) {
            clients.remove(client);
            clients.notifyAll();
        }
    }

    public Path socket() {
        return place.socket();
    }

    public boolean hasClients() {
        synchronized (clients) {
            return !clients.isEmpty() || waiting > 0;
        }
    }

    /// Waits until no client is left, and serves none from then on: what one of them says later is not read. False
    /// where there are still some after this time, and all goes on.
    public boolean awaitUnused(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (clients) {
            for (long left = patience.toNanos(); hasClients() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(clients, left);
            }
            over = !hasClients();
            return over;
        }
    }

    /// Removes the socket, sends every client what is queued for it, for at most a second in all, and hangs up: a
    /// client that hears the end finds no socket any more. May be called by a listener; a second call does nothing.
    @Override
    public void close() {
        List<SocketClient> open;
        try {
            listening.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing the local socket", e);
        }
        try {
            place.clear();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "removing the local socket", e);
        }
        synchronized (clients) {
            open = List.copyOf(clients);
            clients.notifyAll(); // nobody gets a place any more
        }
        for (SocketClient client : open) client.close();
        long until = System.nanoTime() + DRAIN_MAX.toNanos();
        for (SocketClient client : open) client.awaitWritten(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
    }
}
