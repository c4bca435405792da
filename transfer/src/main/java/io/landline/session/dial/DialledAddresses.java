package io.landline.session.dial;

import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.ScopedAddress;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The addresses that the user typed or gave as an option, and when to try each. Nobody knows who is there before an
/// attempt. No clock, no socket. Any thread.
public final class DialledAddresses {
    /// A person types few; the one typed longest ago goes first.
    static final int MAX = 64;
    /// At an address that answered, this often we check whether a connection still leads there; the peer itself is
    /// redialled by its key.
    static final Duration LOOK_AGAIN = Duration.ofSeconds(60);

    private static final Duration UNTIL_THE_NETWORK_CHANGES = Duration.ofDays(10_000);

    /// One attempt.
    ///
    /// @param userAsked a person waits, and it is the only one
    /// @param first whether no failure was reported yet
    public record Attempt(InetSocketAddress address, boolean userAsked, boolean first) {}

    /// What was typed: a name with its port, or an endpoint, which knows its card.
    private record Place(InetSocketAddress typed, @Nullable Endpoint endpoint) {
        static Place of(InetSocketAddress typed) {
            return new Place(typed, typed.isUnresolved() ? null : Endpoint.of(typed));
        }
    }

    /// How far the dialling of one of them is.
    private static final class Dialling {
        final boolean userAsked;
        final Backoff backoff;
        Duration nextAt;
        boolean underWay;
        boolean failedBefore;
        @Nullable
        Endpoint reached;

        Dialling(boolean userAsked, Backoff backoff, Duration nextAt) {
            this.userAsked = userAsked;
            this.backoff = backoff;
            this.nextAt = nextAt;
        }
    }

    private final RandomGenerator random;
    private final SequencedMap<Place, Dialling> dialled = BoundedMap.firstComeFirstGone(MAX);
    private final Set<ScopedAddress> allowed = ConcurrentHashMap.newKeySet();

    public DialledAddresses(RandomGenerator random) { this.random = random; }

    public synchronized void add(InetSocketAddress address, boolean userAsked, Duration uptime) {
        Dialling known = dialled.remove(Place.of(address));
        if (known != null && known.underWay) {
            dialled.putLast(Place.of(address), known);
            return;
        }
        dialled.putLast(Place.of(address),
                new Dialling(userAsked && (known == null || known.userAsked), new Backoff(random), uptime));
    }

    /// It is not tried any more; an attempt that is under way goes on.
    public synchronized void remove(InetSocketAddress address) {
        dialled.remove(Place.of(address));
        if (!address.isUnresolved()) allowed.remove(new ScopedAddress(address.getAddress()));
    }

    /// Takes the attempts that are due. Addresses that a connection leads to are left out.
    public synchronized List<Attempt> due(Duration uptime, Predicate<Endpoint> connected) {
        var due = new ArrayList<Attempt>();
        dialled.forEach((place, dialling) -> {
            if (dialling.underWay || dialling.nextAt.compareTo(uptime) > 0) return;
            if (!dialling.userAsked && dialling.reached != null && connected.test(dialling.reached)) {
                dialling.nextAt = uptime.plus(LOOK_AGAIN);
                return;
            }
            dialling.underWay = true;
            due.add(new Attempt(place.typed(), dialling.userAsked, !dialling.failedBefore));
        });
        return due;
    }

    /// When [#due] has something next; null for never.
    synchronized @Nullable public Duration dueAt() {
        return dialled.values()
                .stream()
                .filter(dialling -> !dialling.underWay)
                .map(dialling -> dialling.nextAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Somebody answered at this endpoint of the address.
    public synchronized void succeeded(InetSocketAddress address, Endpoint reached, Duration uptime) {
        Dialling dialling = dialled.get(Place.of(address));
        if (dialling == null) return;
        dialling.reached = reached;
        if (dialling.userAsked) dialled.remove(Place.of(address));
        dialling.underWay = false;
        dialling.backoff.reset();
        dialling.nextAt = uptime.plus(LOOK_AGAIN);
    }

    public synchronized void failed(InetSocketAddress address, Duration uptime) {
        Dialling dialling = dialled.get(Place.of(address));
        if (dialling == null) return;
        if (dialling.userAsked) dialled.remove(Place.of(address));
        dialling.underWay = false;
        dialling.failedBefore = true;
        dialling.nextAt = uptime.plus(dialling.backoff.failed());
    }

    /// It is ourselves that answer there: not tried again before the network changes.
    public synchronized void ourselves(InetSocketAddress address) {
        Dialling dialling = dialled.get(Place.of(address));
        if (dialling == null) return;
        if (dialling.userAsked) dialled.remove(Place.of(address));
        dialling.underWay = false;
        dialling.nextAt = UNTIL_THE_NETWORK_CHANGES;
    }

    /// Every back-off ends: the network changed.
    public synchronized void retryAll(Duration uptime) {
        dialled.values().forEach(dialling -> dialling.nextAt = uptime);
    }

    /// What a typed name resolved to may also come to us, wherever it is. As many as were typed, with a few addresses
    /// each.
    public void resolved(InetAddress address) {
        if (allowed.size() < MAX * Candidate.ENDPOINTS_MAX) allowed.add(new ScopedAddress(address));
    }

    public boolean isTyped(InetAddress address) {
        return allowed.stream().anyMatch(typed -> ScopedAddress.mayBeSame(typed.address(), address));
    }

    /// The addresses behind what was typed.
    public static List<Endpoint> resolve(InetSocketAddress address) throws UnknownHostException {
        if (!address.isUnresolved()) return List.of(Endpoint.of(address));
        return Arrays.stream(InetAddress.getAllByName(address.getHostString()))
                .limit(Candidate.ENDPOINTS_MAX)
                .map(one -> new Endpoint(one, address.getPort()))
                .toList();
    }
}
