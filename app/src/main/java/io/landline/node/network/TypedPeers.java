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
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The addresses that a person typed: those of the command line, which hold for this run, and those that are stored.
/// Tells sessions and presence where they lead. Any thread; each name is resolved on a thread of its own, since the
/// system may take its time.
public final class TypedPeers implements AutoCloseable {
    /// How long a name is left alone that leads nowhere, or to nobody.
    static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(30);

    private final List<TypedAddress> given;
    private final Supplier<Settings> settings;
    private final EventBus events;
    private final LastWord<List<InetAddress>> hosts;
    private final Presence presence;
    private final Sessions sessions;
    private final Names names;
    /// Where each of them leads; nowhere as long as that is not known. As many as were given, and as settings take.
    private final Map<TypedAddress, Search> wanted = new LinkedHashMap<>();
    private boolean closed;

    /// The search for who is at an address, from when that was typed until it is taken back: one that is typed again is
    /// another search, with a thread of its own. Guarded by the lock of [TypedPeers].
    private static final class Search {
        private List<InetSocketAddress> leadsTo = List.of();
    }

    /// Which addresses a name or an address stands for; a test replaces it by one that changes.
    @FunctionalInterface
    public interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /// @param settings as they are now
    public TypedPeers(List<TypedAddress> given, Supplier<Settings> settings, EventBus events, Presence presence,
            Sessions sessions) {
        this(given, settings, events, presence, sessions, InetAddress::getAllByName);
    }

    public TypedPeers(List<TypedAddress> given, Supplier<Settings> settings, EventBus events, Presence presence,
            Sessions sessions, Names names) {
        this.names = names;
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
        Map<TypedAddress, Search> fresh = new HashMap<>();
        synchronized (this) {
            if (closed) return false;
            Set<TypedAddress> now = new HashSet<>(given);
            now.addAll(stored(settings.get()));
            wanted.entrySet().removeIf(entry -> {
                boolean gone = !now.contains(entry.getKey());
                if (gone) entry.getValue().leadsTo.forEach(sessions::forget);
                return gone;
            });
            notifyAll();
            for (TypedAddress typed : now) if (!wanted.containsKey(typed)) fresh.put(typed, new Search());
            wanted.putAll(fresh);
        }
        hosts.tell();
        fresh.forEach((typed, search) -> Thread.ofVirtual()
                .name("resolve-" + typed.host())
                .start(() -> dial(typed, search)));
        return true;
    }

    /// A name is looked up again while it leads nowhere, as before the network is there, and while nobody is connected
    /// where it leads: that computer may have another address by now.
    private void dial(TypedAddress typed, Search search) {
        boolean isTold = false;
        try {
            while (lookUp(typed, search, !isTold)) {
                isTold = true;
                rest(typed, search);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for the next look, or until it is not wanted any more.
    private synchronized void rest(TypedAddress typed, Search search) throws InterruptedException {
        long until = System.nanoTime() + LOOK_UP_AGAIN.toNanos();
        for (long left = LOOK_UP_AGAIN.toNanos(); wanted.get(typed) == search && left > 0; left = until
                - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /// Looks once where it leads now, and has that tried. False where no other look is of use.
    ///
    /// @param isToBeTold whether the user hears of a name that leads nowhere
    public boolean lookUp(TypedAddress typed, boolean isToBeTold) {
        Search search;
        synchronized (this) {
            search = wanted.get(typed);
        }
        return search != null && lookUp(typed, search, isToBeTold);
    }

    private boolean lookUp(TypedAddress typed, Search search, boolean isToBeTold) {
        synchronized (this) {
            if (wanted.get(typed) != search) return false; // taken back, or closed
            if (isConnected(search.leadsTo)) return true;
        }
        try {
            List<InetSocketAddress> found = resolve(typed);
            synchronized (this) {
                if (wanted.get(typed) != search) return false; // taken back meanwhile
                List<InetSocketAddress> before = search.leadsTo;
                search.leadsTo = found;
                Set<ScopedAddress> past = places(before);
                Set<ScopedAddress> now = places(found);
                if (past.equals(now)) return true;
                before.stream().filter(each -> !now.contains(place(each))).forEach(sessions::forget);
                found.stream()
                        .filter(each -> !past.contains(place(each)))
                        .forEach(each -> sessions.connect(each, false));
            }
            hosts.tell();
            return !isSettled(typed.host());
        } catch (UnknownHostException e) {
            synchronized (this) {
                if (wanted.get(typed) != search) return false;
            }
            if (isToBeTold) {
                events.publish(new ConnectFailed(InetSocketAddress.createUnresolved(typed.host(), typed.port()),
                        ConnectFailure.UNKNOWN_NAME, unknown(typed)));
            }
            return true;
        }
    }

    private boolean isConnected(List<InetSocketAddress> addresses) {
        return sessions.open()
                .stream()
                .map(session -> session.endpoint().address())
                .anyMatch(there -> addresses.stream()
                        .anyMatch(address -> ScopedAddress.mayBeSame(address.getAddress(), there)));
    }

    /// Java's own comparison leaves out the interface.
    private static Set<ScopedAddress> places(List<InetSocketAddress> addresses) {
        return addresses.stream().map(TypedPeers::place).collect(Collectors.toSet());
    }

    private static ScopedAddress place(InetSocketAddress address) {
        return new ScopedAddress(address.getAddress());
    }

    /// Whether it leads to the same place for ever. Behind which interface a link-local address lies may change.
    private static boolean isSettled(String host) {
        try {
            InetAddress literal = InetAddress.ofLiteral(host);
            return !literal.isLinkLocalAddress() || ScopedAddress.scope(literal) != 0
                    || literal instanceof Inet4Address;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// No name is looked up any more.
    @Override
    public synchronized void close() {
        closed = true;
        wanted.clear();
        notifyAll();
    }

    private synchronized List<InetAddress> hosts() {
        return ScopedAddress
                .distinct(wanted.values()
                        .stream()
                        .flatMap(search -> search.leadsTo.stream())
                        .map(InetSocketAddress::getAddress))
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
        return Arrays.stream(names.addresses(typed.host()))
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
