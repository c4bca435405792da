package io.landline.filetransfer;

import io.landline.cost.ByteBucket;
import io.landline.peer.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How fast the bytes of files may go and come, all transfers together, on every network. Several may want a limit: the
/// lowest one holds. Any thread; those that move bytes wait here.
public final class SpeedLimits {
    /// The lowest limit, bytes a second. A chunk of 1 MiB then takes 8 s: at half of it, a peer that waits for us to
    /// read the rest of one would take the connection for dead.
    public static final long BYTES_PER_SECOND_MIN = 128_000;
    /// Bytes of this much time may pass at once. Short, so that others on the network notice little of it.
    static final Duration BURST = Duration.ofMillis(250);
    /// How soon a wait notices that its transfer has ended.
    private static final Duration LOOK = Duration.ofMillis(200);

    /// A limit, until it is closed. Safe to close twice.
    public interface Limit extends AutoCloseable {
        @Override
        void close();
    }

    /// One limit; two that are equal are two.
    private static final class Wanted {
        private final long bytesPerSecond;

        private Wanted(long bytesPerSecond) { this.bytesPerSecond = bytesPerSecond; }
    }

    private final Supplier<Duration> uptime;
    private final Map<Direction, List<Wanted>> wanted = new EnumMap<>(Direction.class);
    private final Map<Direction, ByteBucket> buckets = new EnumMap<>(Direction.class);

    public SpeedLimits(Supplier<Duration> uptime) { this.uptime = uptime; }

    /// By the computer's clock.
    public static SpeedLimits ofThisComputer() {
        return new SpeedLimits(() -> Duration.ofNanos(System.nanoTime()));
    }

    /// From now on bytes this way take at least as long as this.
    public synchronized Limit limit(Direction direction, long bytesPerSecond) {
        if (bytesPerSecond < BYTES_PER_SECOND_MIN) throw new IllegalArgumentException("limit of " + bytesPerSecond);
        var one = new Wanted(bytesPerSecond);
        wanted.computeIfAbsent(direction, _ -> new ArrayList<>()).add(one);
        settle(direction);
        return () -> release(direction, one);
    }

    private synchronized void release(Direction direction, Wanted one) {
        List<Wanted> all = wanted.getOrDefault(direction, List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) != one) continue;
            all.remove(i);
            settle(direction);
            return;
        }
    }

    private void settle(Direction direction) {
        long lowest = lowest(direction);
        if (lowest == 0) {
            buckets.remove(direction);
        } else {
            buckets.put(direction, new ByteBucket(lowest, burst(lowest), uptime.get()));
        }
        notifyAll();
    }

    private static long burst(long bytesPerSecond) {
        return (long) (bytesPerSecond * (BURST.toNanos() / 1e9));
    }

    private long lowest(Direction direction) {
        return wanted.getOrDefault(direction, List.of())
                .stream()
                .mapToLong(one -> one.bytesPerSecond)
                .min()
                .orElse(0);
    }

    /// The lowest limit that is set, in bytes a second; 0 if none is set.
    public synchronized long bytesPerSecond(Direction direction) {
        return lowest(direction);
    }

    /// Waits until these bytes may pass. Returns at once where nothing is limited, the limit changes, or its transfer
    /// shall not go on.
    public synchronized void await(Direction direction, int bytes, BooleanSupplier goesOn) throws InterruptedException {
        ByteBucket ours = buckets.get(direction);
        if (ours == null) return;
        ours.take(bytes, uptime.get());
        while (goesOn.getAsBoolean() && ours.equals(bucket(direction))) {
            Duration debt = ours.debt(uptime.get());
            if (debt.isZero()) return;
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(debt.toNanos(), LOOK.toNanos()));
        }
    }

    private @Nullable ByteBucket bucket(Direction direction) {
        return buckets.get(direction);
    }
}
