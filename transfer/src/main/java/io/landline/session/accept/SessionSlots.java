package io.landline.session.accept;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which peers may be connected at a time, and which give way when there is not room for all (H17). No clock, no
/// socket. Confined to the [io.landline.session.core.SessionTable], under its lock.
///
/// A place is taken from the worst standing; among those from the busiest address; among those from the one that was
/// idle longest. A newcomer with a better standing always finds a place. A newcomer takes the place of an equal
/// standing only from an address with more places than the newcomer's own would have. So one machine with many
/// identities gives way to people at other machines, and never the other way round. If nobody gives way, the newcomer
/// is turned away.
///
/// A peer that is still negotiating is a [Standing#STRANGER] here. Among strangers the newest always finds a place:
/// none of them keeps out a person about to prove a key.
public final class SessionSlots {
    /// A peer that wants a place, or holds one.
    ///
    /// @param near loopback or an address of ours: no bound per address holds there, since nobody on the network speaks
    ///        from it
    public record Holder(Fingerprint peer, Standing standing, InetAddress address, boolean near) {}

    /// What becomes of a newcomer.
    ///
    /// @param taken whether it has a place now
    /// @param givingWay those that lose their places
    public record Decision(boolean taken, List<Fingerprint> givingWay) {
        private static final Decision HELD = new Decision(true, List.of());
        private static final Decision REFUSED = new Decision(false, List.of());
    }

    private final int inAll;
    private final Map<Fingerprint, Holder> holders = new HashMap<>();

    public SessionSlots() {
        this(CostRules.SESSIONS_MAX);
    }

    /// @param inAll places in all
    SessionSlots(int inAll) { this.inAll = inAll; }

    /// Asks for a place. Somebody who has one keeps it, and moves up where the standing is better than before; if there
    /// is no room for that, the former place stays.
    ///
    /// @param usedAt when a peer last said something, as uptime
    public Decision claim(Holder newcomer, Function<Fingerprint, Duration> usedAt) {
        Holder before = holders.get(newcomer.peer());
        if (before != null && !newcomer.standing().isAbove(before.standing())) return Decision.HELD;
        holders.remove(newcomer.peer());
        var goes = new ArrayList<Holder>();
        if (!makeSpace(newcomer, usedAt, goes)) {
            goes.forEach(each -> holders.put(each.peer(), each));
            if (before != null) holders.put(before.peer(), before);
            return Decision.REFUSED;
        }
        holders.put(newcomer.peer(), newcomer);
        return new Decision(true, goes.stream().map(Holder::peer).toList());
    }

    /// The peer is gone. Safe to call for one without a place.
    public void release(Fingerprint peer) {
        holders.remove(peer);
    }

    /// The standing under which a peer holds its place; null if it has none.
    @Nullable
    public Standing standing(Fingerprint peer) {
        Holder holder = holders.get(peer);
        return holder == null ? null : holder.standing();
    }

    private boolean makeSpace(Holder newcomer, Function<Fingerprint, Duration> usedAt, List<Holder> goes) {
        CostRules.Sessions rule = CostRules.sessions(newcomer.standing());
        Predicate<Holder> alike = each -> group(each.standing()) == group(newcomer.standing());
        Predicate<Holder> neighbour = alike.and(each -> ScopedAddress.areSame(each.address(), newcomer.address()));
        return (newcomer.near() || makeSpace(newcomer, neighbour, rule.anAddress(), usedAt, goes))
                && makeSpace(newcomer, alike, rule.inAll(), usedAt, goes)
                && makeSpace(newcomer, _ -> true, inAll, usedAt, goes);
    }

    private boolean makeSpace(Holder newcomer, Predicate<Holder> counted, int bound,
            Function<Fingerprint, Duration> usedAt, List<Holder> goes) {
        if (holders.values().stream().filter(counted).count() < bound) return true;
        Holder victim = victim(newcomer, counted, usedAt);
        if (victim == null) return false;
        holders.remove(victim.peer());
        goes.add(victim);
        return true;
    }

    private @Nullable Holder victim(Holder newcomer, Predicate<Holder> among, Function<Fingerprint, Duration> usedAt) {
        Standing worst = holders.values()
                .stream()
                .filter(among)
                .map(Holder::standing)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (worst == null || worst.isAbove(newcomer.standing())) return null;
        List<Holder> last = holders.values().stream().filter(among).filter(each -> each.standing() == worst).toList();
        var counts = new HashMap<ScopedAddress, Integer>();
        for (Holder each : last) counts.merge(new ScopedAddress(each.address()), 1, Integer::sum);
        int most = Collections.max(counts.values());
        boolean equals = worst == newcomer.standing() && worst != Standing.STRANGER;
        if (equals && most <= counts.getOrDefault(new ScopedAddress(newcomer.address()), 0) + 1) return null;
        return last.stream()
                .filter(each -> counts.getOrDefault(new ScopedAddress(each.address()), 0) == most)
                .min(Comparator.comparing(each -> usedAt.apply(each.peer())))
                .orElseThrow();
    }

    private static Standing group(Standing standing) {
        return standing == Standing.VOUCHED ? Standing.MEMBER : standing;
    }
}
