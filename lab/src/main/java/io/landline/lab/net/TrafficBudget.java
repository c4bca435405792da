package io.landline.lab.net;

import io.landline.lab.LabMessage;
import io.landline.lab.RecentSources;
import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Counts what comes in and says when it is too much. Each allowance refills steadily and holds one second's worth, so
/// that a short burst passes and a flood does not. Time is told. Thread-safe: connections of one server share it.
final class TrafficBudget {
    private final int messagesPerSecond;
    private final Allowance inAll;
    private final RecentSources<InetAddress, Source> sources = new RecentSources<>();
    private long lastTold = Long.MIN_VALUE;

    private record Source(Allowance messages, Allowance bytes) {}

    private static final class Allowance {
        private final int perSecond;
        private double left;
        private long at;

        Allowance(int perSecond, long now) {
            this.perSecond = perSecond;
            left = perSecond;
            at = now;
        }

        boolean has(int amount, long now) {
            left = Math.min(perSecond, left + (now - at) * (double) perSecond / TimeUnit.SECONDS.toNanos(1));
            at = now;
            return left >= amount;
        }

        void take(int amount) {
            left -= amount;
        }
    }

    TrafficBudget(Limits limits, long now) {
        messagesPerSecond = limits.messagesPerSecond();
        inAll = new Allowance(Limits.MESSAGES_PER_SECOND_IN_ALL, now);
    }

    /// Null where the message may pass, else the limit that it breaks.
    synchronized @Nullable LabMessage spend(InetAddress from, int bytes, long now) {
        Source source = sources.getOrMake(from, now,
                () -> new Source(new Allowance(messagesPerSecond, now), new Allowance(Limits.BYTES_PER_SECOND, now)));
        if (!source.messages.has(1, now)) return LabMessage.of("over {0} messages a second", messagesPerSecond);
        if (!source.bytes.has(bytes, now)) {
            return LabMessage.of("over {0} B a second", new LabMessage.Limit(Limits.BYTES_PER_SECOND));
        }
        if (!inAll.has(1, now)) {
            return LabMessage.of("over {0} messages a second from all together", Limits.MESSAGES_PER_SECOND_IN_ALL);
        }
        source.messages.take(1);
        source.bytes.take(bytes);
        inAll.take(1);
        return null;
    }

    /// Whether a refusal may be told: one a second, so that a flood of datagrams does not become a flood of lines.
    synchronized boolean mayTell(long now) {
        if (lastTold != Long.MIN_VALUE && now - lastTold < TimeUnit.SECONDS.toNanos(1)) return false;
        lastTold = now;
        return true;
    }
}
