package io.landline.presence;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to announce, and when a still is enough. No clock, no thread, no socket: the caller brings the time, so an hour
/// takes a microsecond. Confined to the presence thread.
final class AnnouncePace {
    /// The steady interval in a small group. Longer, and a peer that fell silent without a session stays listed for
    /// longer: 32 s now.
    static final Duration INTERVAL_MIN = Duration.ofSeconds(5);
    /// The interval grows with the crowd, so that the segment's total stays under ten packets a second, up to this.
    static final Duration INTERVAL_MAX = Duration.ofSeconds(60);
    /// Fifty peers at [#INTERVAL_MIN]; with more of them the interval grows.
    static final int SEGMENT_PACKETS_PER_SECOND_MAX = 10;
    /// Each interval is up to this much longer or shorter, so that nodes that started together do not stay together.
    static final double JITTER = 0.2;
    /// One broadcast in ten is lost on a bad Wi-Fi: news is said four times.
    private static final Duration[] BURST = {Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(400),
            Duration.ofMillis(1_000)};

    /// Changes that follow each other faster share a burst.
    private static final Duration BURST_DISTANCE_MIN = Duration.ofMillis(500);

    /// What is due.
    enum Due {
        NOTHING, ANNOUNCE, STILL
    }

    private final RandomGenerator random;
    private Duration burstAt = BURST_DISTANCE_MIN.negated();
    private int burstStep = BURST.length;
    private Duration stillAt = Duration.ZERO;
    private Duration interval = INTERVAL_MIN;

    AnnouncePace(RandomGenerator random) { this.random = random; }

    /// Begins a burst now, or half a second after the last one began, and replaces the rest of that one.
    void burst(Duration uptime) {
        if (burstStep == 0) return; // one is about to begin
        Duration earliest = burstAt.plus(BURST_DISTANCE_MIN);
        startBurst(earliest.compareTo(uptime) > 0 ? earliest : uptime);
    }

    private void startBurst(Duration at) {
        burstAt = at;
        burstStep = 0;
    }

    /// Claims what is due now, once.
    Due claim(Duration uptime, int peersInReach) {
        if (burstStep < BURST.length && uptime.compareTo(burstAt.plus(BURST[burstStep])) >= 0) {
            burstStep++;
            if (burstStep == BURST.length) waitForStill(uptime, peersInReach);
            return Due.ANNOUNCE;
        }
        if (burstStep < BURST.length || uptime.compareTo(stillAt) < 0) return Due.NOTHING;
        waitForStill(uptime, peersInReach);
        return Due.STILL;
    }

    private void waitForStill(Duration uptime, int peersInReach) {
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        interval = Duration.ofNanos((long) (interval(peersInReach).toNanos() * factor));
        stillAt = uptime.plus(interval);
    }

    /// When [#claim] has something next.
    Duration dueAt() {
        return burstStep < BURST.length ? burstAt.plus(BURST[burstStep]) : stillAt;
    }

    /// How long it is from the last claimed still to the next one.
    Duration untilNext() {
        return interval;
    }

    /// The interval in a crowd of this size, before jitter.
    static Duration interval(int peersInReach) {
        Duration fairShare = Duration.ofSeconds(peersInReach).dividedBy(SEGMENT_PACKETS_PER_SECOND_MAX);
        if (fairShare.compareTo(INTERVAL_MIN) < 0) return INTERVAL_MIN;
        return fairShare.compareTo(INTERVAL_MAX) > 0 ? INTERVAL_MAX : fairShare;
    }

    /// The longest time to the next packet in a crowd of this size, in whole seconds. An announcement says this of
    /// itself: so one signature serves while the crowd changes a little.
    static Duration intervalMax(int peersInReach) {
        double seconds = interval(peersInReach).toMillis() * (1 + JITTER) / 1_000;
        return Duration.ofSeconds((long) Math.ceil(seconds));
    }
}
