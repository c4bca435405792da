package io.landline.presence;

import io.landline.peer.RateWindow;
import io.landline.peer.ScopedAddress;
import io.landline.presence.packet.Proof;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Signatures that wait to be checked, round robin over their source addresses, at a limited rate: a check costs 0.43
/// ms, and 2,300 forgeries a second would fill a core. Confined to the presence thread.
final class SignatureChecks {
    static final int PER_SECOND_MAX = 200;
    /// From one address; more is dropped, newest first.
    static final int WAITING_PER_ADDRESS_MAX = 16;
    static final int ADDRESSES_MAX = 256;
    /// In one go, so that answers do not wait behind a heap of checks.
    static final int AT_ONCE_MAX = 8;

    private record Check(Proof proof, Consumer<Boolean> then) {}

    private final Predicate<Proof> checker;
    private final RateWindow window = new RateWindow(PER_SECOND_MAX);
    /// In the order of turns; no empty queues.
    private final Map<ScopedAddress, Deque<Check>> waiting = new LinkedHashMap<>();

    SignatureChecks(Predicate<Proof> checker) { this.checker = checker; }

    /// Plans a check; `then` hears the result, in a later [#run]. False, and dropped, where too much waits: the sender
    /// says it again.
    boolean offer(InetAddress address, Proof proof, Consumer<Boolean> then) {
        var from = new ScopedAddress(address);
        Deque<Check> queue = waiting.get(from);
        if (queue == null) {
            if (waiting.size() >= ADDRESSES_MAX) return false;
            queue = new ArrayDeque<>();
            waiting.put(from, queue);
        }
        if (queue.size() >= WAITING_PER_ADDRESS_MAX || queue.stream().anyMatch(each -> each.proof.isSameAs(proof))) {
            return false;
        }
        queue.addLast(new Check(proof, then));
        return true;
    }

    /// Makes some of the checks that wait.
    void run(Duration uptime) {
        for (int i = 0; i < AT_ONCE_MAX && !waiting.isEmpty() && window.claim(uptime); i++) {
            var turn = waiting.entrySet().iterator().next();
            ScopedAddress from = turn.getKey();
            Deque<Check> queue = turn.getValue();
            Check check = queue.removeFirst();
            waiting.remove(from);
            if (!queue.isEmpty()) waiting.put(from, queue);
            check.then.accept(checker.test(check.proof));
        }
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    Duration dueAt() {
        return waiting.isEmpty() ? ReplyQueue.NEVER : window.opensAt();
    }
}
