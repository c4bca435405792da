package io.landline.node.network;

import io.landline.beacon.UsableInterface;
import io.landline.node.event.EventBus;
import io.landline.node.event.LastWord;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.TypedAddress;
import io.landline.peer.ScopedAddress;
import io.landline.presence.Presence;
import io.landline.session.ConnectFailure;
import io.landline.session.core.Sessions;
import io.landline.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// The addresses that a person typed: those of the command line, which hold for this run, and those that are stored.
/// Tells sessions and presence where they lead. Any thread; each name is resolved on a thread of its own, since the
/// system may take its time.
public final class TypedPeers implements AutoCloseable {
    /// How long a name that leads nowhere is left alone.
    static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(30);

    private final List<TypedAddress> given;
    private final Supplier<Settings> settings;
    private final EventBus events;
    private final LastWord<List<InetAddress>> hosts;
    private final Presence presence;
    private final Sessions sessions;
    /// Where each of them leads; nowhere as long as that is not known. As many as were given, and as settings take.
    private final Map<TypedAddress, List<InetSocketAddress>> wanted = new LinkedHashMap<>();
    private boolean closed;

    /// @param settings as they are now
    public TypedPeers(List<TypedAddress> given, Supplier<Settings> settings, EventBus events, Presence presence,
            Sessions sessions) {
        this.given = List.copyOf(given);
        this.settings = settings;
        this.events = events;
        hosts = new LastWord<>(this::hosts, presence::useTyped);
        this.presence = presence;
        this.sessions = sessions;
    }

    /// Others may be stored now. Beside those of the command line these are wanted, and no other ones: new ones are
    /// tried at once, and again until they answer. Which they are is looked up under the lock: of two calls at once the
    /// later one has what was stored last. False after close, which may come before what a start has to make good:
    /// then nothing is tried.
    public boolean changed() {
        List<TypedAddress> fresh = new ArrayList<>();
        synchronized (this) {
            if (closed) return false;
            Set<TypedAddress> now = new HashSet<>(given);
            now.addAll(stored(settings.get()));
            wanted.entrySet().removeIf(entry -> {
                boolean gone = !now.contains(entry.getKey());
                if (gone) entry.getValue().forEach(sessions::forget);
                return gone;
            });
            for (TypedAddress typed : now) if (wanted.putIfAbsent(typed, List.of()) == null) fresh.add(typed);
        }
        hosts.tell();
        for (TypedAddress typed : fresh) Thread.ofVirtual().name("resolve-" + typed.host()).start(() -> dial(typed));
        return true;
    }

    /// A name that leads nowhere now, as before the network is there, is looked up again.
    private void dial(TypedAddress typed) {
        boolean isTold = false;
        try {
            while (!dialled(typed, !isTold)) {
                isTold = true;
                Thread.sleep(LOOK_UP_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// False where the name is not known.
    private boolean dialled(TypedAddress typed, boolean isToBeTold) {
        synchronized (this) {
            if (!wanted.containsKey(typed)) return true; // taken back, or closed
        }
        try {
            List<InetSocketAddress> found = resolve(typed);
            synchronized (this) {
                if (wanted.replace(typed, found) == null) return true; // taken back meanwhile
                found.forEach(address -> sessions.connect(address, false));
            }
            hosts.tell();
            return true;
        } catch (UnknownHostException e) {
            if (isToBeTold) {
                events.publish(new ConnectFailed(InetSocketAddress.createUnresolved(typed.host(), typed.port()),
                        ConnectFailure.UNKNOWN_NAME, unknown(typed)));
            }
            return false;
        }
    }

    /// No name is looked up any more.
    @Override
    public synchronized void close() {
        closed = true;
        wanted.clear();
    }

    private synchronized List<InetAddress> hosts() {
        return ScopedAddress
                .distinct(wanted.values().stream().flatMap(List::stream).map(InetSocketAddress::getAddress))
                .toList();
    }

    /// Connects to an address, once; what comes of it are events.
    void connectOnce(TypedAddress typed) throws CommandException {
        try {
            resolve(typed).forEach(address -> sessions.connect(address, true));
        } catch (UnknownHostException e) {
            throw new CommandException(Code.NO_PEER, unknown(typed));
        }
    }

    private List<InetSocketAddress> resolve(TypedAddress typed) throws UnknownHostException {
        List<UsableInterface> interfaces = presence.interfaces();
        return Arrays.stream(InetAddress.getAllByName(typed.host()))
                .flatMap(address -> ScopedAddress.ways(address, scopes(interfaces)).stream())
                .map(address -> new InetSocketAddress(address, typed.port()))
                .toList();
    }

    /// Of the interfaces that have a link-local IPv6 address, and so reach others by theirs.
    private static List<Integer> scopes(List<UsableInterface> interfaces) {
        return interfaces.stream()
                .flatMap(each -> each.addresses().stream())
                .map(own -> ScopedAddress.scope(own.address()))
                .filter(scope -> scope != 0)
                .distinct()
                .toList();
    }

    private static String unknown(TypedAddress typed) {
        return "This system knows no host called " + typed.host() + ". Type its address instead.";
    }

    /// The addresses in the settings. Those that were given for this run alone are kept beside them.
    private static List<TypedAddress> stored(Settings settings) {
        return settings.network().peers().stream().map(TypedAddress::parse).filter(Objects::nonNull).toList();
    }
}
