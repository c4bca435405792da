package io.landline.lab;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a server remembers for each source, bounded: the source that was silent longest goes first, and a source that
/// was silent for [#FORGOTTEN_AFTER] is forgotten. Time is told, in nanoseconds that only grow. Confined to one thread,
/// or guarded by the caller.
public final class RecentSources<K, V> {
    /// A class has fewer computers; more than this is somebody inventing addresses.
    public static final int SOURCES_MAX = 256;
    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private record Entry<V>(V value, long seenAt) {}

    private final Map<K, Entry<V>> bySource = LinkedHashMap.newLinkedHashMap(SOURCES_MAX);

    /// What is remembered, and keeps it for another while; null if nothing is.
    public @Nullable V get(K source, long now) {
        forget(now);
        Entry<V> entry = bySource.remove(source);
        if (entry == null) return null;
        bySource.put(source, new Entry<>(entry.value(), now));
        return entry.value();
    }

    public void put(K source, V value, long now) {
        forget(now);
        bySource.remove(source);
        bySource.put(source, new Entry<>(value, now));
        if (bySource.size() > SOURCES_MAX) bySource.remove(bySource.keySet().iterator().next());
    }

    public V getOrMake(K source, long now, Supplier<V> first) {
        V known = get(source, now);
        if (known != null) return known;
        V made = first.get();
        put(source, made, now);
        return made;
    }

    public int size() {
        return bySource.size();
    }

    private void forget(long now) {
        var oldest = bySource.values().iterator();
        while (oldest.hasNext() && now - oldest.next().seenAt() > FORGOTTEN_AFTER.toNanos()) oldest.remove();
    }
}
