package io.landline.session.core;

import io.landline.session.BulkConnection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The tokens that bring a bulk connection to its session (docs/protocol/session.md, "Bulk connections"): 128 random
/// bits, used once, within ten seconds. No clock. Any thread.
///
/// @param <S> a session
final class BulkTokens<S> {
    /// 128 random bits, which nobody guesses.
    static final int TOKEN_BYTES = 16;
    /// See docs/protocol/session.md, "Bulk connections".
    static final Duration GOOD_FOR = Duration.ofSeconds(10);
    /// Tokens of one session that wait for their connection: as many as it may have connections. One more takes the
    /// place of its own oldest, so nobody's requests cost another session a token. Sessions are bounded, so tokens are,
    /// as long as none is given to a session that was forgotten.
    static final int WAITING_A_SESSION_MAX = BulkConnection.PER_PEER_MAX;

    private record Waiting<S>(S session, Duration until) {}

    private final RandomGenerator random;
    private final Map<String, Waiting<S>> waiting = new HashMap<>();
    private final Map<S, ArrayDeque<String>> bySession = new HashMap<>();

    /// @param random cryptographically strong
    BulkTokens(RandomGenerator random) { this.random = random; }

    synchronized byte[] give(S session, Duration uptime) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        ArrayDeque<String> its = bySession.computeIfAbsent(session, _ -> new ArrayDeque<>());
        if (its.size() >= WAITING_A_SESSION_MAX) waiting.remove(its.removeFirst());
        String text = HexFormat.of().formatHex(token);
        its.addLast(text);
        waiting.put(text, new Waiting<>(session, uptime.plus(GOOD_FOR)));
        return token;
    }

    /// The session that this token was given to; null if it was never given, was used already, or is too old. The time
    /// of a look-up in a hash map tells something about the token's hash alone. The token has 128 bits and lives for
    /// ten seconds.
    synchronized @Nullable S redeem(byte[] token, Duration uptime) {
        String text = HexFormat.of().formatHex(token);
        Waiting<S> found = waiting.remove(text);
        if (found == null) return null;
        ArrayDeque<String> its = bySession.get(found.session());
        if (its != null && its.remove(text) && its.isEmpty()) bySession.remove(found.session());
        return uptime.compareTo(found.until()) > 0 ? null : found.session();
    }

    /// The session has ended: its tokens open nothing any more.
    synchronized void forget(S session) {
        ArrayDeque<String> its = bySession.remove(session);
        if (its != null) its.forEach(waiting::remove);
    }
}
