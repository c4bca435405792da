package io.landline.session.accept;

import io.landline.peer.ScopedAddress;
import io.landline.session.dial.AddressRateLimit;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// How many connections strangers may hold before they have proven anything (docs/protocol/session.md, "Who speaks
/// when"). No clock, no socket. Any thread; the lock is held for a few assignments, and what has to be closed is
/// returned, never closed in here.
///
/// When all places that an address may have are taken, the oldest of the busiest address goes: refusing the newest
/// would let sixty-four silent ones shut the door.
///
/// One computer may have any number of IPv6 addresses of its network. The computers of a LAN share one /64, and all
/// link-local addresses do, so a network cannot have the bounds of an address. It has one of its own, which a hundred
/// computers that meet a newcomer at once stay below. It does not hold where a member was met. Where presence shows
/// somebody that we want to meet it is counted apart, and some places are kept: who only dials shuts none of them out.
///
/// @param <C> a connection
public final class UnprovenConnections<C> {
    /// Fewer than eight addresses cannot fill it.
    public static final int OPEN_MAX = 64;
    /// How many of these are kept for addresses where a member was met: strangers at many addresses shut no friend out.
    static final int KEPT_FOR_MEMBERS = 16;
    static final int OPEN_PER_ADDRESS_MAX = 8;
    static final int PER_ADDRESS_AND_SECOND_MAX = 8;
    /// Of all addresses of one IPv6 network (/64) where no member was met. A handshake costs some 3 ms.
    static final int PER_NETWORK_AND_SECOND_MAX = 128;
    /// Of the places of strangers, kept for addresses where somebody is wanted.
    static final int KEPT_FOR_WANTED = 16;
    private static final int NETWORK_BYTES = 8;

    /// What becomes of a new connection.
    ///
    /// @param taken whether it may go on
    /// @param evicted the older ones that must be closed to make room for it
    public record Decision<C>(boolean taken, List<C> evicted) {}

    /// Where a connection comes from.
    public enum From {
        /// Loopback or an address of ours: only the limit in all holds.
        HERE,
        /// An address where a member was met.
        MEMBERS,
        /// An address where presence shows somebody that a session is wanted with. Nobody proved anything there.
        WANTED,
        /// Anywhere else.
        ELSEWHERE;

        boolean isStrangers() {
            return this == WANTED || this == ELSEWHERE;
        }
    }

    private record HeldPlace(ScopedAddress address, From from) {}

    private final SequencedMap<C, HeldPlace> open = new LinkedHashMap<>();
    private final AddressRateLimit perAddress = new AddressRateLimit(PER_ADDRESS_AND_SECOND_MAX);
    private final AddressRateLimit perNetwork = new AddressRateLimit(PER_NETWORK_AND_SECOND_MAX);
    private final AddressRateLimit wantedPerNetwork = new AddressRateLimit(PER_NETWORK_AND_SECOND_MAX);

    public synchronized Decision<C> admit(C connection, InetAddress address, From from, Duration uptime) {
        var place = new ScopedAddress(address);
        if (from != From.HERE && !perAddress.claim(address, uptime)) return new Decision<>(false, List.of());
        if (from.isStrangers() && !claimOfNetwork(from, address, uptime)) return new Decision<>(false, List.of());
        var evicted = new ArrayList<C>();
        if (from != From.HERE && count(held -> held.address().equals(place)) >= OPEN_PER_ADDRESS_MAX) {
            evicted.add(removeOldestOf(place));
        }
        if (from.isStrangers() && count(held -> held.from().isStrangers()) >= OPEN_MAX - KEPT_FOR_MEMBERS) {
            evicted.add(removeOldestOf(busiest(this::givesWayToStrangers)));
        }
        if (open.size() >= OPEN_MAX) evicted.add(removeOldestOf(busiest(_ -> true)));
        open.putLast(connection, new HeldPlace(place, from));
        return new Decision<>(true, evicted);
    }

    private boolean givesWayToStrangers(HeldPlace held) {
        boolean areWantedSafe = count(each -> each.from() == From.WANTED) <= KEPT_FOR_WANTED;
        return held.from() == From.ELSEWHERE || held.from() == From.WANTED && !areWantedSafe;
    }

    /// All addresses of a /64 claim as one. Every link has the same link-local network, so the number of the interface
    /// tells them apart.
    private boolean claimOfNetwork(From from, InetAddress address, Duration uptime) {
        if (!(address instanceof Inet6Address six)) return true;
        byte[] network = six.getAddress();
        ByteBuffer.wrap(network).position(NETWORK_BYTES).putLong(six.getScopeId());
        try {
            AddressRateLimit paces = from == From.WANTED ? wantedPerNetwork : perNetwork;
            return paces.claim(InetAddress.getByAddress(network), uptime);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the bytes are as many as before", e);
        }
    }

    /// The connection has proven itself or has ended. Safe to call twice.
    public synchronized void release(C connection) {
        open.remove(connection);
    }

    synchronized int open() {
        return open.size();
    }

    private long count(Predicate<HeldPlace> which) {
        return open.values().stream().filter(which).count();
    }

    private ScopedAddress busiest(Predicate<HeldPlace> among) {
        var counts = new LinkedHashMap<ScopedAddress, Integer>();
        for (HeldPlace held : open.values()) if (among.test(held)) counts.merge(held.address(), 1, Integer::sum);
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private C removeOldestOf(ScopedAddress place) {
        for (var entry : open.entrySet()) {
            if (!entry.getValue().address().equals(place)) continue;
            C connection = entry.getKey();
            open.remove(connection);
            return connection;
        }
        throw new IllegalStateException("no connection of this address is open");
    }
}
