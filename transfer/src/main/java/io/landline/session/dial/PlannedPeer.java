package io.landline.session.dial;

import io.landline.cost.TokenBucket;
import io.landline.peer.Endpoint;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One peer of a [DialPlan]: where it is, whether it is wanted, and how the last attempts went. No clock. Guarded by
/// the plan's lock.
final class PlannedPeer {
    /// After a session that broke sooner, for the second time, the back-off counts: a member who always hangs up would
    /// cost a handshake each time.
    static final Duration BRIEF = Duration.ofSeconds(10);

    /// How often what a peer says of itself ends its back-off: a program that starts anew, and comes to a new network,
    /// says so less often.
    static final Duration NEWS_EVERY = Duration.ofSeconds(10);
    /// The same at once after a pause: somebody tries something out, and starts Landline again and again.
    static final int NEWS_SAVED_MAX = 8;

    DialPlan.Target target;
    boolean wanted;
    boolean dormant;
    boolean underWay;
    boolean connected;
    boolean hearsay;
    /// Where it proved itself last; null before, and after an attempt failed.
    @Nullable
    Endpoint good;
    private final Backoff backoff;
    private final TokenBucket news = new TokenBucket(NEWS_EVERY, NEWS_SAVED_MAX);
    private Duration nextAt;
    /// Wanted anew while a connection was under way or open: the next attempt does not wait if that one ends.
    private boolean again;
    /// How many attempts in a row failed, or had a session that lasted for less than [#BRIEF].
    private int brief;
    /// When it joined a room last; null where nothing came of the last attempt.
    private @Nullable Duration joinedAt;

    PlannedPeer(DialPlan.Target target, RandomGenerator random, Duration firstAt) {
        this.target = target;
        backoff = new Backoff(random);
        nextAt = firstAt;
    }

    /// Whether it is dialled as soon as its time has come.
    boolean isWaiting() {
        return wanted && !dormant && !underWay && !connected;
    }

    Duration nextAt() {
        return nextAt;
    }

    /// The peer, or a member, says something new: its back-off ends, unless that was so too often. Else somebody who
    /// takes each connection and wastes it would be dialled all the time.
    ///
    /// @param at when it is dialled at the latest
    void news(Duration at, Duration uptime) {
        if (!backoff.isCounting() || news.take(uptime)) soon(at);
    }

    /// Back-offs end.
    ///
    /// @param at when it is dialled at the latest
    void soon(Duration at) {
        backoff.reset();
        sooner(at);
    }

    private void sooner(Duration at) {
        if (at.compareTo(nextAt) < 0) nextAt = at;
    }

    /// It is wanted from now on, or as before, or not.
    void wantAtOnce(boolean now, Duration uptime) {
        boolean before = wanted;
        wanted = now;
        again = now && (underWay || connected);
        if (before || !now) return;
        backoff.reset();
        nextAt = uptime;
    }

    /// A connection has its hellos.
    void connected() {
        underWay = false;
        connected = true;
        hearsay = false;
    }

    void joined(Duration uptime) {
        joinedAt = uptime;
        again = false;
    }

    /// An attempt came to nothing, or a connection ended.
    void failed(Duration uptime) {
        Duration lasted = joinedAt == null ? Duration.ZERO : uptime.minus(joinedAt);
        if (lasted.compareTo(Backoff.LAST) >= 0) backoff.reset();
        brief = lasted.compareTo(BRIEF) < 0 ? brief + 1 : 0;
        joinedAt = null;
        underWay = false;
        connected = false;
        nextAt = again ? uptime : uptime.plus(backoff.failed());
        again = false;
        if (hearsay) dormant = true;
    }

    /// It is there, though its connection [#failed].
    ///
    /// @param at when it is dialled at the latest, unless its last two sessions were brief ones
    void answered(Duration at) {
        if (brief <= 1) sooner(at);
    }

    /// After it [#failed]: not before the longest wait.
    void rest(Duration uptime) {
        nextAt = uptime.plus(backoff.longest());
    }
}
