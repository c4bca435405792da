package io.landline.log;

/// Has Java collect its old generation before it has grown to all that it may have. The serial collector lets it grow
/// first, so a busy minute would leave a process at its greatest size, mostly with garbage. Confined to the thread that
/// looks after memory.
final class EarlyGarbageCollection {
    /// Below this nothing is done: a quiet node has a third of it, a quiet window two thirds.
    static final long USED_BYTES_MIN = 48L << 20;
    /// A collection takes 0.05 to 0.2 s; at least this many looks, two a second, lie between two.
    static final int LOOKS_APART = 2;

    private final Runtime runtime = Runtime.getRuntime();
    private long usedAfter;
    private int looks;

    void collectIfDue() {
        looks++;
        long used = used();
        if (looks < LOOKS_APART || used < USED_BYTES_MIN || 4 * used < 5 * usedAfter) return;
        looks = 0;
        System.gc();
        usedAfter = used();
    }

    private long used() {
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
