package io.landline.chat.pace;

import io.landline.cost.ByteBucket;
import io.landline.cost.Standing;
import java.time.Duration;

/// How many bytes of entries that nobody asked for a peer may bring in a second. What it brings beyond is not refused:
/// no more is read of it for a while, and TCP slows it down. Without this, somebody who sends entries as fast as the
/// wire takes them keeps a core and the garbage collector busy with what the budgets of people then drop. Answers to
/// our own requests cost nothing here. A node keeps to the same pace with what it sends. Confined to the conversations'
/// thread.
public final class PushPace {
    /// In the long run: 250 texts of the greatest length.
    public static final int BYTES_PER_SECOND = 4 << 20;
    /// At once after a pause. Four seconds of the rate.
    public static final int BYTES_BURST = 16 << 20;
    /// The same of people of open rooms and of strangers: four texts of the greatest length.
    public static final int OPEN_ROOM_BYTES_PER_SECOND = 64 << 10;
    /// The same after a pause. Eight seconds of the rate.
    public static final int OPEN_ROOM_BYTES_BURST = 512 << 10;
    /// A session that is not read for much longer counts as silent, and ends.
    public static final Duration PAUSE_MAX = Duration.ofSeconds(2);

    private final ByteBucket bucket = new ByteBucket(BYTES_PER_SECOND, BYTES_BURST, Duration.ZERO);

    /// Whether these bytes are within the pace; only then they count.
    public boolean takes(long bytes, Standing standing, Duration uptime) {
        limit(standing);
        bucket.take(bytes, uptime);
        boolean isWithin = bucket.debt(uptime).isZero();
        if (!isWithin) bucket.take(-bytes, uptime);
        return isWithin;
    }

    private void limit(Standing standing) {
        if (standing.isAtLeast(Standing.VOUCHED)) {
            bucket.limit(BYTES_PER_SECOND, BYTES_BURST);
        } else {
            bucket.limit(OPEN_ROOM_BYTES_PER_SECOND, OPEN_ROOM_BYTES_BURST);
        }
    }

    /// Counts these bytes. Returns how long no more is to be read of this peer; zero where it is within its pace.
    public Duration pay(long bytes, Standing standing, Duration uptime) {
        limit(standing);
        bucket.take(bytes, uptime);
        bucket.remitBeyond(PAUSE_MAX);
        return bucket.debt(uptime);
    }
}
