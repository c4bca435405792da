package io.landline.presence;

import io.landline.peer.Fingerprint;
import io.landline.peer.RateWindow;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/// Answers and asks that strangers' packets cause. Each waits its turn, round robin over addresses, within limits for
/// an address and in all. Without this, one forged packet would make everybody send, and we could be used to flood
/// somebody. Confined to the presence thread.
final class ReplyQueue {
    /// More, and somebody who forges an address sends it more through us.
    static final int PER_ADDRESS_PER_SECOND_MAX = 20;
    static final int PER_SECOND_MAX = 200;
    /// Between two answers, or two asks, to one peer at one address. Anybody may name any peer: what somebody gets
    /// elsewhere in its name must not delay what it gets itself.
    static final Duration SAME_PEER_MIN = Duration.ofMillis(500);
    /// What waits for one address: as much as it may get in one second. More is dropped, newest first: the sender says
    /// it again.
    static final int WAITING_PER_ADDRESS_MAX = PER_ADDRESS_PER_SECOND_MAX;
    /// Addresses with something waiting, or with something sent in the last second. A choice: as many as the table has
    /// rows.
    static final int ADDRESSES_MAX = 1_024;
    static final Duration NEVER = Duration.ofDays(100_000);

    /// What is sent: an answer or an ask; the two are counted apart for each peer.
    enum Purpose {
        ANSWER, ASK
    }

    private record About(Purpose purpose, Fingerprint peer, ScopedAddress address) {}
    private record Turn(Duration due, About about, Runnable send) {}

    private static final class Lane {
        final Queue<Turn> waiting = new PriorityQueue<>(Comparator.comparing(Turn::due));
        final RateWindow window = new RateWindow(PER_ADDRESS_PER_SECOND_MAX);

        Duration dueAt() {
            Turn first = waiting.peek();
            if (first == null) return NEVER;
            return first.due.compareTo(window.opensAt()) > 0 ? first.due : window.opensAt();
        }
    }

    private final RateWindow all = new RateWindow(PER_SECOND_MAX);
    /// In the order of turns: an address that was served goes to the end.
    private final Map<ScopedAddress, Lane> lanes = new LinkedHashMap<>();
    /// When each was served last; entries older than the distance go.
    private final Map<About, Duration> served = new LinkedHashMap<>();
    /// Peers, and where, with something waiting.
    private final Set<About> planned = new HashSet<>();

    /// Plans a packet to an address, not before `due`, and not within half a second of another to that peer there for
    /// that purpose. False where it is not wanted: one waits already, or too much does.
    boolean offer(Purpose purpose, Fingerprint peer, InetAddress address, Duration due, Duration uptime,
            Runnable send) {
        forgetOld(uptime);
        var place = new ScopedAddress(address);
        var about = new About(purpose, peer, place);
        if (planned.contains(about)) return false;
        Duration last = served.get(about);
        if (last != null && due.compareTo(last.plus(SAME_PEER_MIN)) < 0) due = last.plus(SAME_PEER_MIN);
        Lane lane = lanes.get(place);
        if (lane == null) {
            if (lanes.size() >= ADDRESSES_MAX) return false;
            lane = new Lane();
            lanes.put(place, lane);
        }
        if (lane.waiting.size() >= WAITING_PER_ADDRESS_MAX) return false;
        lane.waiting.add(new Turn(due, about, send));
        planned.add(about);
        return true;
    }

    private void forgetOld(Duration uptime) {
        served.values().removeIf(last -> last.plus(SAME_PEER_MIN).compareTo(uptime) <= 0);
        lanes.values().removeIf(lane -> lane.waiting.isEmpty() && lane.window.isIdle(uptime));
    }

    /// Sends what is due and allowed, one a lane and round.
    void run(Duration uptime) {
        boolean progress = !planned.isEmpty();
        while (progress) {
            progress = false;
            for (var entry : lanes.entrySet()
                    .stream()
                    .filter(each -> each.getValue().dueAt().compareTo(uptime) <= 0)
                    .toList()) {
                if (!all.claim(uptime)) return;
                Lane lane = entry.getValue();
                lane.window.claim(uptime);
                Turn turn = lane.waiting.remove();
                planned.remove(turn.about);
                served.put(turn.about, uptime);
                lanes.remove(entry.getKey());
                lanes.put(entry.getKey(), lane);
                turn.send.run();
                progress = true;
            }
        }
    }

    /// How many wait.
    int waiting() {
        return planned.size();
    }

    /// When [#run] has something next.
    Duration dueAt() {
        if (planned.isEmpty()) return NEVER;
        Duration first = NEVER;
        for (Lane lane : lanes.values()) if (lane.dueAt().compareTo(first) < 0) first = lane.dueAt();
        return first.compareTo(all.opensAt()) > 0 ? first : all.opensAt();
    }
}
