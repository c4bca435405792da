package io.landline.cost;

import io.landline.peer.Fingerprint;
import java.time.Duration;

/// A pace over all people that this user does not know well, beside the pace of each: one member may be there under
/// many identities. Some of each person pass in any case. Not thread-safe.
public final class CrowdPace {
    /// In a second, of all such people. A program reads as many events beside the messages.
    public static final int ALL_PER_SECOND = 64;
    /// The same after a pause: of sixteen people all that is saved up for each.
    public static final int ALL_SAVED_MAX = 16 * AskPace.ACTS_SAVED_MAX;

    /// What each has whatever others do: as many as pins.
    private final AskPace always = AskPace.ofPins();
    private final TokenBucket all = new TokenBucket(ALL_PER_SECOND, ALL_SAVED_MAX);

    /// Whether one more of this person passes now; if so, it is counted.
    ///
    /// @param own the pace of each person
    public boolean allows(AskPace own, Fingerprint person, Duration now) {
        return own.allow(person, 1, now) > 0 && (all.take(now) || always.allow(person, 1, now) > 0);
    }
}
