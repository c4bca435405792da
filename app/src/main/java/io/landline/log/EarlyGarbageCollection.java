package io.landline.log;

import java.util.function.LongSupplier;

/// Has Java collect its old generation before it has grown to all that it may have. The serial collector lets it grow
/// first, so a busy minute would leave a process at its greatest size, mostly with garbage. Confined to the thread that
/// looks after memory.
final class EarlyGarbageCollection {
    /// Below this nothing is done: a quiet node has a third of it, a quiet window two thirds.
    static final long USED_BYTES_MIN = 48L << 20;
    /// As much as the young generation may hold (`MaxNewSize` in the root pom). What is garbage there goes by itself
    /// within 0.002 s, so no collection of all is due for it.
    static final long YOUNG_BYTES_MAX = 16L << 20;
    /// A collection takes 0.05 to 0.2 s; at least this many looks, two a second, lie between two.
    static final int LOOKS_APART = 2;
    /// What lived in a flood is garbage soon after it, and nothing grows then. So it is collected again after this many
    /// looks, 15 s, as long as that gains a tenth.
    static final int LOOKS_UNTIL_AGAIN = 30;

    private final LongSupplier used;
    private final Runnable collect;
    private long usedAfter;
    private int looks;
    private boolean mayGain;

    EarlyGarbageCollection() { this(EarlyGarbageCollection::usedNow, System::gc); }

    /// @param used bytes of the heap
    /// @param collect collects all of it
    EarlyGarbageCollection(LongSupplier used, Runnable collect) {
        this.used = used;
        this.collect = collect;
    }

    void collectIfDue() {
        looks++;
        long now = used.getAsLong();
        if (looks < LOOKS_APART || now < USED_BYTES_MIN) return;
        boolean grown = now >= usedAfter + moreThanAfter();
        if (!grown && !(mayGain && looks >= LOOKS_UNTIL_AGAIN)) return;
        long before = usedAfter;
        looks = 0;
        collect.run();
        usedAfter = used.getAsLong();
        mayGain = grown || usedAfter < before / 10 * 9;
    }

    /// A fourth, and in any case more than the young generation explains.
    private long moreThanAfter() {
        return usedAfter == 0 ? 0 : Math.max(usedAfter / 4, YOUNG_BYTES_MAX);
    }

    private static long usedNow() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
