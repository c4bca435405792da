package io.landline.lab;

import java.time.Duration;

/// Counts wrong attempts of each source, so that nobody can try out all keys. Time is told, in nanoseconds.
/// Thread-safe.
public final class FailedAttempts<K> {
    private final int wrongMax;
    private final Duration per;
    private final RecentSources<K, Wrong> sources = new RecentSources<>();

    private record Wrong(int count, long since) {}

    /// @param wrongMax at most this many are answered within `per`, counted from the first
    public FailedAttempts(int wrongMax, Duration per) {
        this.wrongMax = wrongMax;
        this.per = per;
    }

    public synchronized boolean areTooMany(K source, long now) {
        return count(source, now) >= wrongMax;
    }

    public synchronized void wrong(K source, long now) {
        int before = count(source, now);
        Wrong known = sources.get(source, now);
        sources.put(source, new Wrong(before + 1, before == 0 || known == null ? now : known.since()), now);
    }

    private int count(K source, long now) {
        Wrong known = sources.get(source, now);
        return known == null || now - known.since() >= per.toNanos() ? 0 : known.count();
    }
}
