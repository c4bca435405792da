package io.landline.session.dial;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.ScopedAddress;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which peers to dial, and when (docs/protocol/session.md, "Who dials"). No clock, no socket, no thread: the caller
/// brings the time and does the dialling. Any thread; the lock is held for a few assignments.
///
/// Of two that want a session the smaller fingerprint dials at once, the other a second later, so that as a rule only
/// one does.
public final class DialPlan {
    /// As many as the presence table has rows (docs/protocol/presence.md, "What a receiver concludes"); the one heard
    /// of longest ago goes first.
    static final int PEERS_MAX = 1_024;
    /// Attempts under way at a time. Half of them are for people that we know ([CostRules#level]): strangers who take a
    /// connection and keep quiet hold theirs for seconds. The other half is few enough that a list full of strangers'
    /// rows does not become a scan.
    static final int UNDER_WAY_MAX = 64;
    /// Presence may name no port below: those are other services' (H10).
    public static final int PORT_MIN = 1_024;

    /// Somebody to dial now.
    ///
    /// @param run as claimed; 0 if not known
    /// @param rooms as presence lists them
    public record Target(Fingerprint peer, long run, List<Endpoint> endpoints, List<RoomListing> rooms,
            boolean typed) {}

    private final Fingerprint own;
    private final Duration otherDials;
    private final RandomGenerator random;
    private final Predicate<Target> wish;
    private final Standings standings;
    private final SequencedMap<Fingerprint, PlannedPeer> plans = BoundedMap.firstComeFirstGone(PEERS_MAX);
    private final DialRateLimit pace;
    /// The addresses of all that are wanted: looked up once for each connection that comes. Null where something
    /// changed since they were gathered.
    private @Nullable Set<ScopedAddress> wantedAt;

    /// @param otherDials how long the larger fingerprint leaves it to the smaller one
    /// @param wish whether a session with this peer is wanted; asked when something about it changed. Must not call
    ///        back
    /// @param standings decides who is dialled first. Must not call back
    /// @param knownAddresses decides how often an address is dialled
    public DialPlan(Fingerprint own, Duration otherDials, RandomGenerator random, Predicate<Target> wish,
            Standings standings, KnownAddresses knownAddresses) {
        this.own = own;
        this.otherDials = otherDials;
        this.random = random;
        this.wish = wish;
        this.standings = standings;
        pace = new DialRateLimit(knownAddresses);
    }

    public synchronized void sighted(Candidate candidate, Duration uptime) {
        if (candidate.peer().equals(own)) return;
        List<Endpoint> endpoints = candidate.endpoints()
                .stream()
                .filter(endpoint -> endpoint.port() >= PORT_MIN)
                .toList();
        if (endpoints.isEmpty()) return;
        PlannedPeer known = plans.get(candidate.peer());
        if (known != null && known.good != null) endpoints = goodFirst(known.good, endpoints);
        boolean typed = known != null && known.target.typed();
        var target = new Target(candidate.peer(), candidate.run(), endpoints, candidate.rooms(), typed);
        PlannedPeer plan = known == null
                ? new PlannedPeer(target, random, uptime.plus(headStart(candidate.peer())))
                : known;
        plans.putLast(target.peer(), plan);
        if (known == null) {
            aim(plan, target);
            return;
        }
        boolean restarted = candidate.run() > known.target.run();
        if (!target.equals(known.target)) aim(plan, target);
        if (restarted || candidate.isNews() || plan.dormant) news(plan, uptime);
        plan.dormant = false;
        plan.hearsay = false;
    }

    /// Whether a peer that is known was not sighted at all of these endpoints before.
    public synchronized boolean bringsEndpoint(Candidate candidate) {
        PlannedPeer known = plans.get(candidate.peer());
        if (known == null) return false;
        List<Endpoint> before = known.target.endpoints();
        return candidate.endpoints().stream().anyMatch(endpoint -> !before.contains(endpoint));
    }

    private void aim(PlannedPeer plan, Target target) {
        plan.target = target;
        plan.wanted = wish.test(target);
        wantedAt = null;
    }

    /// Whether a session is wanted with somebody who may be at this address.
    public synchronized boolean isWantedAt(InetAddress address) {
        Set<ScopedAddress> addresses = wantedAt;
        if (addresses == null) {
            addresses = plans.values()
                    .stream()
                    .filter(plan -> plan.wanted)
                    .flatMap(plan -> plan.target.endpoints().stream())
                    .map(endpoint -> new ScopedAddress(endpoint.address()))
                    .collect(Collectors.toUnmodifiableSet());
            wantedAt = addresses;
        }
        return addresses.contains(new ScopedAddress(address));
    }

    /// A replayed announce adds an address, and may push out the true one: the endpoint where the peer was last met is
    /// tried first, as long as that works.
    private static List<Endpoint> goodFirst(Endpoint good, List<Endpoint> endpoints) {
        return Stream.concat(Stream.of(good), endpoints.stream()).distinct().limit(Candidate.ENDPOINTS_MAX).toList();
    }

    /// A member reported this peer. An unknown peer, or one given up, is dialled once; a peer that is tried in any case
    /// gains one more endpoint.
    public synchronized void heardOf(Candidate candidate, Duration uptime) {
        PlannedPeer known = plans.get(candidate.peer());
        if (candidate.peer().equals(own) || known != null && known.connected) return;
        List<Endpoint> before = known == null ? List.of() : known.target.endpoints();
        List<Endpoint> endpoints = Stream.concat(before.stream(), candidate.endpoints().stream())
                .distinct()
                .limit(Candidate.ENDPOINTS_MAX)
                .toList();
        List<RoomListing> listed = known == null ? List.of() : known.target.rooms();
        List<RoomListing> rooms = Stream.concat(listed.stream(), candidate.rooms().stream())
                .distinct()
                .limit(Candidate.ROOMS_MAX)
                .toList();
        long run = known == null ? candidate.run() : known.target.run();
        var target = new Target(candidate.peer(), run, endpoints, rooms, known != null && known.target.typed());
        PlannedPeer plan = known == null
                ? new PlannedPeer(target, random, uptime.plus(headStart(candidate.peer())))
                : known;
        aim(plan, target);
        if (known == null) plans.putLast(target.peer(), plan);
        if (known == null || plan.dormant) {
            plan.dormant = false;
            plan.hearsay = true;
            news(plan, uptime);
        }
    }

    /// A peer has proven itself at this endpoint, or answered where the user typed it.
    public synchronized void connectedAt(Fingerprint peer, long run, @Nullable Endpoint endpoint,
            List<RoomListing> rooms,
            boolean typed, Duration uptime) {
        PlannedPeer known = plans.get(peer);
        List<Endpoint> before = known == null ? List.of() : known.target.endpoints();
        List<Endpoint> endpoints = Stream.concat(Stream.ofNullable(endpoint), before.stream())
                .distinct()
                .limit(Candidate.ENDPOINTS_MAX)
                .toList();
        if (endpoints.isEmpty()) return;
        boolean wasTyped = known != null && known.target.typed();
        List<RoomListing> listed = known == null || known.target.rooms().isEmpty() ? rooms : known.target.rooms();
        var target = new Target(peer, run, endpoints, listed, typed || wasTyped);
        PlannedPeer plan = known == null ? new PlannedPeer(target, random, uptime.plus(headStart(peer))) : known;
        plan.good = endpoint;
        aim(plan, target);
        plans.putLast(target.peer(), plan);
    }

    /// It is not dialled any more until it is sighted again.
    public synchronized void gone(Fingerprint peer) {
        PlannedPeer plan = plans.get(peer);
        if (plan != null && !plan.target.typed()) plan.dormant = true;
    }

    /// Our rooms changed, or an address of ours, or somebody was refused: what was decided is decided anew.
    public synchronized void reconsider() {
        wantedAt = null;
        for (PlannedPeer plan : plans.values()) plan.wanted = wish.test(plan.target);
    }

    /// The same, and those that are wanted from now on are dialled at once, also by the larger fingerprint: their side
    /// does not know that they are wanted.
    public synchronized void reconsiderAtOnce(Duration uptime) {
        wantedAt = null;
        for (PlannedPeer plan : plans.values()) plan.wantAtOnce(wish.test(plan.target), uptime);
    }

    /// Every back-off ends: the network changed.
    public synchronized void retryAll(Duration uptime) {
        pace.forget();
        for (PlannedPeer plan : plans.values()) soon(plan, uptime);
    }

    /// Takes those that are due, people known best first; each is under way until [#connected] or [#failed].
    public synchronized List<Target> due(Duration uptime) {
        var due = new ArrayList<Target>();
        long underWay = plans.values().stream().filter(plan -> plan.underWay).count();
        for (Waiting each : waiting(uptime)) {
            if (underWay + due.size() >= CostRules.level(each.standing(), UNDER_WAY_MAX)) break;
            PlannedPeer plan = each.plan();
            List<Endpoint> now = claim(plan.target.endpoints(), uptime);
            if (now.isEmpty()) continue;
            plan.underWay = true;
            Target all = plan.target;
            due.add(new Target(all.peer(), all.run(), now, all.rooms(), all.typed()));
        }
        return due;
    }

    private record Waiting(PlannedPeer plan, Standing standing) {}

    /// Those that are due, people known best first, and of one standing those heard of longest ago.
    private List<Waiting> waiting(Duration uptime) {
        var waiting = new ArrayList<Waiting>();
        for (PlannedPeer plan : plans.values()) {
            if (!plan.isWaiting() || plan.nextAt().compareTo(uptime) > 0) continue;
            waiting.add(new Waiting(plan, standings.of(plan.target.peer())));
        }
        waiting.sort(Comparator.comparing(Waiting::standing));
        return waiting;
    }

    /// Those endpoints with an address that may be tried again now.
    private List<Endpoint> claim(List<Endpoint> endpoints, Duration uptime) {
        Set<ScopedAddress> addresses = new LinkedHashSet<>();
        endpoints.forEach(endpoint -> addresses.add(new ScopedAddress(endpoint.address())));
        addresses.removeIf(address -> !pace.claim(address.address(), uptime));
        return endpoints.stream()
                .filter(endpoint -> addresses.contains(new ScopedAddress(endpoint.address())))
                .toList();
    }

    /// When [#due] has somebody next, as far as is known now; null for nobody. It may be past, where others have to end
    /// first.
    synchronized @Nullable public Duration dueAt() {
        return plans.values()
                .stream()
                .filter(PlannedPeer::isWaiting)
                .map(PlannedPeer::nextAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// A hello said the peer's run: what is decided about that run also holds for reports of the peer that name no run.
    public synchronized void runs(Fingerprint peer, long run) {
        PlannedPeer plan = plans.get(peer);
        if (plan == null || plan.target.run() >= run) return;
        Target known = plan.target;
        plan.target = new Target(peer, run, known.endpoints(), known.rooms(), known.typed());
    }

    /// A connection to this peer has its hellos, dialled by either side.
    public synchronized void connected(Fingerprint peer) {
        PlannedPeer plan = plans.get(peer);
        if (plan != null) plan.connected();
    }

    /// An attempt of ours failed; nothing is lost where another connection came about meanwhile.
    public synchronized void attemptFailed(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan == null || plan.connected) return;
        plan.good = null;
        plan.failed(uptime);
    }

    /// The peer joined a room.
    public synchronized void proven(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan != null) plan.joined(uptime);
    }

    /// The connection ended for a reason that a second one would meet as well. Waits grow also where a room is joined
    /// each time, as with a peer that has a newer run of ours. They begin anew after a session that lasted for a while.
    public synchronized void failed(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan != null) plan.failed(uptime);
    }

    /// There is no place for us there, or for the peer here: not before a minute.
    public synchronized void busy(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan == null) return;
        plan.failed(uptime);
        plan.rest(uptime);
    }

    /// The peer of a connection that [#failed] is still there: it is dialled at once, unless its last two sessions were
    /// brief ones.
    public synchronized void answered(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan != null) plan.answered(uptime.plus(headStart(peer)));
    }

    /// The last connection ended because of us, as with an address that went: its peer is dialled at once.
    public synchronized void lost(Fingerprint peer, Duration uptime) {
        PlannedPeer plan = plans.get(peer);
        if (plan == null) return;
        plan.connected = false;
        plan.dormant = false;
        soon(plan, uptime);
    }

    /// The last connection broke, and the peer does not answer; or it said farewell.
    public synchronized void left(Fingerprint peer, Duration uptime) {
        failed(peer, uptime);
        gone(peer);
    }

    private void news(PlannedPeer plan, Duration uptime) {
        plan.news(uptime.plus(headStart(plan.target.peer())), uptime);
    }

    private void soon(PlannedPeer plan, Duration uptime) {
        plan.soon(uptime.plus(headStart(plan.target.peer())));
    }

    private Duration headStart(Fingerprint peer) {
        return own.compareTo(peer) < 0 ? Duration.ZERO : otherDials;
    }

    /// What is known of a peer.
    public synchronized Optional<Target> target(Fingerprint peer) {
        return Optional.ofNullable(plans.get(peer)).map(plan -> plan.target);
    }
}
