package io.landline.session;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The tokens that bring a bulk connection to its session (design.md §5): 128 random bits, used once, within ten seconds. No clock. Any
/// thread.
///
/// @param <S> a session
final class BulkTokens<S> {
    static final int TOKEN_BYTES = 16;
    /// design.md §5.
    static final Duration GOOD_FOR = Duration.ofSeconds(10);
    /// Tokens that wait for their connection, of all sessions together; the oldest goes first. Sixty-four peers ask for all they may.
    static final int WAITING_MAX = 64 * BulkConnection.PER_PEER_MAX;

    private record Waiting<S>(S session, Duration until) {}

    private final RandomGenerator random;
    private final SequencedMap<String, Waiting<S>> waiting = new LinkedHashMap<>();

    /// @param random cryptographically strong
    BulkTokens(RandomGenerator random) { this.random = random; }

    synchronized byte[] give(S session, Duration uptime) {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        if (waiting.size() >= WAITING_MAX) waiting.pollFirstEntry();
        waiting.putLast(HexFormat.of().formatHex(token), new Waiting<>(session, uptime.plus(GOOD_FOR)));
        return token;
    }

    /// The session that this token was given to; null where it was never given, was used already, or is too old. Looking a token up in
    /// a hash map takes a time that says something about its hash, and about nothing else of 128 bits that live for ten seconds.
    synchronized @Nullable S redeem(byte[] token, Duration uptime) {
        Waiting<S> found = waiting.remove(HexFormat.of().formatHex(token));
        return found == null || uptime.compareTo(found.until()) > 0 ? null : found.session();
    }

    /// The session has ended: its tokens open nothing any more.
    synchronized void forget(S session) {
        waiting.values().removeIf(one -> one.session().equals(session));
    }
}
