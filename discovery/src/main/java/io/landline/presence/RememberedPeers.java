package io.landline.presence;

import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Asks for peers met before at the addresses where they were last reached: twice after a start or a change of network,
/// and whenever we are alone long enough to sweep. Listed peers are not asked. Confined to the presence thread.
final class RememberedPeers {
    /// Twice as many as a class has; a round of all of them takes under seven seconds.
    static final int PEERS_MAX = 32;
    /// By then every peer that hears broadcast is listed.
    static final Duration FIRST = Duration.ofMillis(500);
    /// Before the second round: of three asks and answers one is lost where both ways lose 30 %.
    static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int ROUNDS = 2;

    /// One address of one peer.
    record Target(Fingerprint peer, InetAddress address) {}

    private final Queue<Target> left = new ArrayDeque<>();
    private List<RememberedPeer> peers = List.of();
    private int rounds;
    private Duration roundAt = ReplyQueue.NEVER;

    /// @param known those met last first; more than [#PEERS_MAX] are not asked. The first ones are asked soon, later
    ///        ones in the next round
    void know(List<RememberedPeer> known, Duration uptime) {
        boolean first = peers.isEmpty() && !known.isEmpty();
        peers = known.stream().limit(PEERS_MAX).toList();
        if (first) askSoon(uptime);
    }

    /// A start, or another network.
    void askSoon(Duration uptime) {
        left.clear();
        rounds = ROUNDS;
        roundAt = uptime.plus(FIRST);
    }

    /// One round more, now.
    void askAgain(Duration uptime) {
        rounds = Math.max(rounds, 1);
        roundAt = uptime;
    }

    /// The next one to ask; null where none is due.
    @Nullable
    Target claim(Duration uptime, Predicate<Fingerprint> isListed) {
        if (left.isEmpty() && roundAt.compareTo(uptime) <= 0) {
            for (RememberedPeer each : peers) {
                each.addresses().forEach(address -> left.add(new Target(each.peer(), address)));
            }
            roundAt = --rounds > 0 ? uptime.plus(AGAIN) : ReplyQueue.NEVER;
        }
        Target next = left.poll();
        while (next != null && isListed.test(next.peer)) next = left.poll();
        return next;
    }

    Duration dueAt() {
        return left.isEmpty() ? roundAt : Duration.ZERO;
    }
}
