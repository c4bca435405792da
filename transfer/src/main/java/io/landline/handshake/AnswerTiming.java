package io.landline.handshake;

import java.time.Duration;

/// When an answer that was computed from a secret may leave: at the next multiple of 5 ms after its question, so that
/// the time tells nothing of the computation (docs/adr/0004-cpace-on-the-jdk.md). Stateless; any thread.
final class AnswerTiming {
    /// The computation takes 0.3 to 2 ms, on a cold virtual machine up to 30.
    static final Duration STEP = Duration.ofMillis(5);

    private AnswerTiming() {}

    static Duration next(Duration askedAt, Duration computedAt) {
        long steps = computedAt.minus(askedAt).dividedBy(STEP) + 1;
        return askedAt.plus(STEP.multipliedBy(steps));
    }
}
