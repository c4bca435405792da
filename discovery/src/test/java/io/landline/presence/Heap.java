package io.landline.presence;

import java.lang.management.ManagementFactory;

/// What is alive on the heap of this JVM. For programs that measure.
final class Heap {
    private Heap() {}

    static long usedBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
