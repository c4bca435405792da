package io.landline.session.dial;

import io.landline.peer.Fingerprint;
import io.landline.session.Candidate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Peers reported by members, on their way to the [DialPlan]: one a second and few at a time, so that a member cannot
/// make us dial many addresses (H10). No clock. Any thread; the lock is held for a few assignments.
public final class MemberHints {
    static final int WAITING_MAX = 32;
    static final Duration EVERY = Duration.ofSeconds(1);

    private final SequencedMap<Fingerprint, Candidate> waiting = new LinkedHashMap<>();
    private Duration opensAt = Duration.ZERO;

    /// Puts it in; a newer word of a peer that waits replaces the older one. Dropped if too many wait: it will be
    /// reported again.
    public synchronized void add(Candidate candidate) {
        if (waiting.size() < WAITING_MAX || waiting.containsKey(candidate.peer())) {
            waiting.put(candidate.peer(), candidate);
        }
    }

    /// Takes the next one, if its time has come.
    synchronized @Nullable public Candidate claim(Duration uptime) {
        if (waiting.isEmpty() || opensAt.compareTo(uptime) > 0) return null;
        opensAt = uptime.plus(EVERY);
        return waiting.pollFirstEntry().getValue();
    }

    /// When [#claim] has something next; null where nobody waits.
    synchronized @Nullable public Duration dueAt() {
        return waiting.isEmpty() ? null : opensAt;
    }
}
