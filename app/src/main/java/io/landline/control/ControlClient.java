package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The other subcommands' side of the local socket. Sending and receiving may be two threads, each of them one at a
/// time.
///
/// A thread of its own takes lines off the socket into a bounded queue. A client that does not take them from there is
/// in the end dropped by the node.
public final class ControlClient implements AutoCloseable {
    private static final int QUEUE_LINES_MAX = 256;
    /// For a node that is starting to open its socket. Many that start at once on a busy machine take ten seconds.
    private static final Duration STARTING_MAX = Duration.ofSeconds(30);
    /// For a node that is ending to free its lock: it has five seconds.
    private static final Duration ENDING_MAX = Duration.ofSeconds(5);
    /// For a line that the node sent before it hung up to be read.
    private static final Duration LAST_LINE_MAX = Duration.ofSeconds(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final SocketChannel channel;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(QUEUE_LINES_MAX);
    private final Thread reader;
    private volatile @Nullable End end;
    private volatile boolean refused;

    private sealed interface Arrival {}

    private record Line(String text) implements Arrival {}

    /// @param busy whether the node had no place for us
    private record End(String reason, boolean busy) implements Arrival {}

    private ControlClient(SocketChannel channel) {
        this.channel = channel;
        // an ordinary thread: a virtual one is woken by a second thread, which costs each answer another wait
        reader = Thread.ofPlatform().daemon().name("control-receive").start(this::readAll);
    }

    /// Connects to the node that runs on this profile, and waits a few seconds for one that is still starting. Null
    /// where none runs.
    public static @Nullable ControlClient toNodeOf(Profile profile) throws IOException {
        long began = System.nanoTime();
        while (true) {
            ProfileLock.Owner owner = ProfileLock.owner(profile);
            if (owner == null) return null;
            boolean patient = isWorthWaiting(owner, Duration.ofNanos(System.nanoTime() - began));
            try {
                if (owner.socket() != null || !patient) return connect(owner);
            } catch (IOException e) {
                if (!patient) throw e; // else it may be about to end, or to replace a stale socket
            }
            pause();
        }
    }

    /// Whether the node that has the profile may be ready for commands, or gone, in a moment.
    ///
    /// @param waited for how long this command has waited already
    static boolean isWorthWaiting(ProfileLock.Owner owner, Duration waited) {
        Duration most = owner.socket() == null ? STARTING_MAX : ENDING_MAX;
        return owner.isOnThisHost() && waited.compareTo(most) < 0;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the running Landline.", e);
        }
    }

    /// Connects to this node. An [IOException]'s message is a sentence for the user.
    public static ControlClient connect(ProfileLock.Owner owner) throws IOException {
        if (!owner.isOnThisHost()) {
            throw new IOException("Landline runs with this profile on another computer (process " + owner.pid()
                    + " on " + owner.host() + "): give the command there, or quit it.");
        }
        Path socket = owner.socket();
        if (socket == null) {
            throw new NodeSilentException("Landline (process " + owner.pid() + " on " + owner.host()
                    + ") is not ready for commands yet: try again in a moment.", null);
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new ControlClient(channel);
        } catch (IOException e) {
            channel.close();
            throw new NodeSilentException("Landline (process " + owner.pid() + " on " + owner.host()
                    + ") does not answer at " + socket + " (" + e.getMessage()
                    + "): end that process and try again.", e);
        }
    }

    private void readAll() {
        var lines = new LineReader(channel, ControlServer.ANSWER_BYTES_MAX);
        End last = new End("it hung up", false);
        try {
            try {
                for (String line; (line = lines.next()) != null;) {
                    refused = line.startsWith(ControlServer.BUSY);
                    if (refused) break;
                    arrivals.put(new Line(line));
                }
            } catch (IOException e) {
                last = new End(Objects.requireNonNullElse(e.getMessage(), "it hung up"), false);
            }
            arrivals.put(refused ? new End("busy", true) : last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // close() was called
        }
    }

    /// Sends one line; waits while the node takes nothing. Of a line that is too long nothing is sent
    /// ([CommandTooLongException]).
    public void send(String line) throws IOException {
        if (line.indexOf('\n') >= 0) throw new IllegalArgumentException("a line ends where it ends");
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        if (bytes.length - 1 > ControlServer.COMMAND_BYTES_MAX) {
            throw new CommandTooLongException();
        }
        var left = ByteBuffer.wrap(bytes);
        try {
            while (left.hasRemaining()) channel.write(left);
        } catch (IOException e) {
            throw isRefused()
                    ? busy()
                    : new NodeGoneException(Objects.requireNonNullElse(e.getMessage(), "it hung up"));
        }
    }

    /// Whether the node has hung up since it has no place: its line is read by another thread.
    private boolean isRefused() {
        try {
            return reader.join(LAST_LINE_MAX) && refused;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused;
        }
    }

    private static IOException busy() {
        return new IOException("The running Landline is busy with " + ControlServer.CLIENTS_MAX
                + " other commands: end one of them, or try again in a moment.");
    }

    /// The next line; null where none came within this time. A [NodeGoneException] once the node has hung up and all
    /// its lines were taken.
    public @Nullable String next(Duration patience) throws IOException {
        End known = end;
        if (known != null) throw ended(known);
        try {
            return switch (arrivals.poll(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                case null -> null;
                case Line(String text) -> text;
                case End last -> {
                    end = last;
                    throw ended(last);
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the running Landline.", e);
        }
    }

    private static IOException ended(End end) {
        return end.busy ? busy() : new NodeGoneException(end.reason());
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(ControlClient.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing the local socket", e);
        }
    }
}
