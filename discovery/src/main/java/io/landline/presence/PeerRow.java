package io.landline.presence;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.ScopedAddress;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.Proof;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What presence knows of one listed peer. Confined to the presence thread.
final class PeerRow {
    /// Addresses of one peer: two cards with both families and some to spare. When more come, the longest silent goes,
    /// if it fell silent at all: a packet that is played back from ever new addresses pushes out no true one.
    static final int PLACES_MAX = 8;
    /// Announce and reply of one state carry a signature each.
    private static final int PROOFS_MAX = 2;
    /// An address heard within this many intervals is as good as any other that was.
    private static final int FRESH_INTERVALS = 3;
    private static final Duration HEARD_TOLD_EVERY = Duration.ofSeconds(1);
    private static final Duration NEVER_TOLD = HEARD_TOLD_EVERY.negated();

    /// One address of the peer, and the port that it asks and answers from.
    private static final class Place {
        final InetAddress address;
        InetSocketAddress udp;
        Duration heardAt;

        Place(InetSocketAddress udp, Duration heardAt) {
            address = udp.getAddress();
            this.udp = udp;
            this.heardAt = heardAt;
        }
    }

    final Fingerprint peer;
    /// The address from which it was listed: it counts among that address's rows.
    final ScopedAddress listedFrom;
    final Duration listedAt;
    private final int sharedPort;
    private final List<Place> places = new ArrayList<>();
    private final List<Proof> proven = new ArrayList<>();
    private Announcement said;
    private boolean checked;
    private Duration heardAt;
    private Duration patience;
    private Duration heardToldAt = NEVER_TOLD;
    /// Asks sent since it fell silent.
    int probes;
    Duration probeAt = Duration.ZERO;
    /// When we last asked because an address or a newer seq wanted a signature.
    Duration curiousAt;
    /// Whether its signature waits for a check that nothing requires, made only because there is time.
    boolean idleCheckPlanned;

    PeerRow(Announcement said, InetSocketAddress from, int sharedPort, boolean checked, Duration uptime) {
        this.said = said;
        this.sharedPort = sharedPort;
        this.checked = checked;
        peer = said.peer();
        listedFrom = new ScopedAddress(from.getAddress());
        listedAt = uptime;
        heardAt = uptime;
        patience = said.next();
        curiousAt = uptime.minus(PresenceCore.CURIOUS_SEQ_EVERY);
        places.add(new Place(from, uptime));
        if (checked) proven.add(said.proof());
    }

    Announcement said() {
        return said;
    }

    long run() {
        return said.run();
    }

    long seq() {
        return said.seq();
    }

    boolean isChecked() {
        return checked;
    }

    boolean isProvenBy(Proof proof) {
        return proven.stream().anyMatch(each -> each.isSameAs(proof));
    }

    /// Takes what a valid signature says; true where that changed what others see (an address does so apart).
    boolean prove(Announcement now) {
        boolean news = !checked || now.run() != said.run() || !now.state().equals(said.state());
        if (now.run() != said.run() || now.seq() != said.seq()) proven.clear();
        if (!isProvenBy(now.proof())) {
            if (proven.size() == PROOFS_MAX) proven.removeFirst();
            proven.add(now.proof());
        }
        said = now;
        checked = true;
        return news;
    }

    boolean knows(InetAddress address) {
        return places.stream().anyMatch(place -> ScopedAddress.areSame(place.address, address));
    }

    /// A packet of the present run came: the peer is there for another while.
    void hear(InetSocketAddress from, Duration next, Duration uptime) {
        heardAt = uptime;
        patience = next;
        probes = 0;
        for (Place place : places) {
            if (!ScopedAddress.areSame(place.address, from.getAddress())) continue;
            place.heardAt = uptime;
            // The own port is the peer's alone; behind the shared one another node of its host may answer.
            if (from.getPort() != sharedPort || place.udp.getPort() == sharedPort) place.udp = from;
        }
    }

    Duration patience() {
        return patience;
    }

    /// Whether the listener is to be told of a sign of life now.
    boolean claimHeard(Duration uptime) {
        if (uptime.minus(heardToldAt).compareTo(HEARD_TOLD_EVERY) < 0) return false;
        heardToldAt = uptime;
        return true;
    }

    /// Adds an address; false where it is known, or where there is no place for it.
    boolean addPlace(InetSocketAddress from, Duration uptime) {
        if (knows(from.getAddress())) return false;
        if (places.size() == PLACES_MAX) {
            Place silent = places.stream().min(Comparator.comparing(place -> place.heardAt)).orElseThrow();
            if (silent.heardAt.compareTo(uptime.minus(spokenWithin())) >= 0) return false;
            places.remove(silent);
        }
        places.add(new Place(from, uptime));
        return true;
    }

    /// Within this time each address of the peer should have been heard. A still has no signature, so it may promise
    /// more haste than the peer's own word, and does not count then.
    private Duration spokenWithin() {
        Duration longer = patience.compareTo(said.next()) > 0 ? patience : said.next();
        return longer.multipliedBy(FRESH_INTERVALS);
    }

    /// While we did not listen, the peer's silence does not count.
    void forgive(Duration gap, Duration uptime) {
        heardAt = atMost(heardAt.plus(gap), uptime);
        places.forEach(place -> place.heardAt = atMost(place.heardAt.plus(gap), uptime));
    }

    private static Duration atMost(Duration time, Duration limit) {
        return time.compareTo(limit) > 0 ? limit : time;
    }

    Duration heardAt() {
        return heardAt;
    }

    /// When its silence becomes suspicious.
    Duration silentAt(int intervals) {
        return heardAt.plusNanos(patience.toNanos() * intervals); // for each datagram: multipliedBy makes a BigDecimal
    }

    /// Where to ask for it, the best first.
    List<InetSocketAddress> askAt(int max) {
        return sorted().stream().limit(max).map(place -> place.udp).toList();
    }

    /// Lately heard addresses first, IPv4 before IPv6 among them, the newest before older ones.
    private List<Place> sorted() {
        Duration fresh = heardAt.minus(spokenWithin());
        var list = new ArrayList<>(places).reversed();
        return list.stream()
                .sorted(Comparator.<Place>comparingInt(place -> place.heardAt.compareTo(fresh) >= 0 ? 0 : 1)
                        .thenComparingInt(place -> place.address instanceof Inet4Address ? 0 : 1))
                .toList();
    }

    Sighting sighting() {
        List<Endpoint> endpoints = said.state().tcpPort() == PacketCodec.NO_TCP_PORT
                ? List.of()
                : sorted().stream().map(place -> new Endpoint(place.address, said.state().tcpPort())).toList();
        return new Sighting(peer, said.run(), said.state().name(), endpoints, said.state().rooms(),
                said.state().capabilities(), checked);
    }
}
