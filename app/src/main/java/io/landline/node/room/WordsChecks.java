package io.landline.node.room;

import io.landline.cost.ByteBucket;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of a processor others may have by handing over new words: each check of them stretches a key. People that
/// this user knows are bounded by their own pace alone, and by how often their words did not fit. All others share a
/// part of one core, and those of one address a part of that. So somebody with many identities leaves time for members
/// on other computers. Buckets count milliseconds in place of bytes. No clock. Confined to the thread
/// `room-words`.
final class WordsChecks {
    /// A twentieth of one core, also on a computer where a stretching takes long.
    static final int MILLIS_A_SECOND = 50;
    /// Ten stretchings.
    static final int MILLIS_AT_ONCE = 3_000;
    /// One machine leaves two fifths to the others.
    static final int ADDRESS_MILLIS_A_SECOND = 30;
    /// Five stretchings, as many as one person may have checked at once.
    static final int ADDRESS_MILLIS_AT_ONCE = 1_500;
    /// Words of an honest program always fit.
    static final int MISFITS_AT_ONCE = 2;
    /// Then, one in this time.
    static final Duration MISFIT_EVERY = Duration.ofMinutes(10);

    private final ByteBucket all;
    private final Map<ScopedAddress, ByteBucket> addresses = BoundedMap.leastRecentlyUsed(CostRules.SESSIONS_MAX);
    /// Each misfit counts as the seconds after which it is forgiven.
    private final Map<Fingerprint, ByteBucket> misfits = BoundedMap.leastRecentlyUsed(CostRules.SESSIONS_MAX);

    WordsChecks(Duration uptime) {
        all = new ByteBucket(MILLIS_A_SECOND, MILLIS_AT_ONCE, uptime);
    }

    /// Whether words of this person may be checked now. [#checked] follows where they are.
    boolean allows(Fingerprint person, Standing standing, InetAddress address, Duration uptime) {
        if (owes(misfits.get(person), uptime)) return false;
        return isKnown(standing) || !owes(all, uptime) && !owes(addresses.get(new ScopedAddress(address)), uptime);
    }

    private static boolean owes(@Nullable ByteBucket bucket, Duration uptime) {
        return bucket != null && bucket.debt(uptime).isPositive();
    }

    private static boolean isKnown(Standing standing) {
        return standing.isAtLeast(Standing.TRUSTED);
    }

    /// Words were checked.
    ///
    /// @param took how long that took
    /// @param fitted whether they have the id that was announced
    void checked(Fingerprint person, Standing standing, InetAddress address, Duration took, boolean fitted,
            Duration uptime) {
        if (!isKnown(standing)) {
            all.take(took.toMillis(), uptime);
            addresses.computeIfAbsent(new ScopedAddress(address),
                    _ -> new ByteBucket(ADDRESS_MILLIS_A_SECOND, ADDRESS_MILLIS_AT_ONCE, uptime))
                    .take(took.toMillis(), uptime);
        }
        if (fitted) return;
        long forgivenAfter = MISFIT_EVERY.toSeconds();
        misfits.computeIfAbsent(person, _ -> new ByteBucket(1, (MISFITS_AT_ONCE - 1) * forgivenAfter, uptime))
                .take(forgivenAfter, uptime);
    }
}
