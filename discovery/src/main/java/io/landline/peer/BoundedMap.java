package io.landline.peer;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that lets its eldest entry go for one that is too many. Not safe for several threads, as any other map.
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private static final int FIRST_CAPACITY = 16;
    private static final float LOAD_FACTOR = 0.75f;

    private final int entriesMax;

    private BoundedMap(int entriesMax, boolean byUse) {
        super(FIRST_CAPACITY, LOAD_FACTOR, byUse);
        this.entriesMax = entriesMax;
    }

    /// The entry goes that came first.
    public static <K, V> BoundedMap<K, V> firstComeFirstGone(int entriesMax) {
        return new BoundedMap<>(entriesMax, false);
    }

    /// The entry goes that was used longest ago. A look at an entry changes this map.
    public static <K, V> BoundedMap<K, V> leastRecentlyUsed(int entriesMax) {
        return new BoundedMap<>(entriesMax, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > entriesMax;
    }
}
