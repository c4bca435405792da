package io.landline.session;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.landline.system.OperatingSystem;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Threads that move files. They give way: where the processors are busy, a message or a click comes before them, and
/// where they are not, files lose nothing (docs/adr/0060-files-give-way.md). Any thread.
public final class BulkThread {
    /// The nice value of such a thread on Linux, of 0 to 19. Others have 0, or what the program was started with.
    private static final int NICE = 5;

    private BulkThread() {}

    /// Starts a daemon thread.
    ///
    /// @param name ends with the peer or the transfer, so that a dump of the threads tells them apart
    public static Thread start(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().priority(Thread.NORM_PRIORITY - 1).start(() -> {
            giveWay();
            work.run();
        });
    }

    /// On Linux, Java's own priorities change nothing, but there each thread has a nice value.
    private static void giveWay() {
        Linux linux = Linux.FOUND;
        if (linux == null) return;
        try {
            int now = (int) linux.get.invokeExact(Linux.PRIO_PROCESS, Linux.THIS_THREAD);
            if (now >= NICE) return;
            int _ = (int) linux.set.invokeExact(Linux.PRIO_PROCESS, Linux.THIS_THREAD, NICE);
        } catch (Throwable e) {
            throw new IllegalStateException("a function of C has thrown", e);
        }
    }

    /// `getpriority` and `setpriority`. Linux takes a thread for a process here (setpriority(2), "BUGS"); on macOS they
    /// would change the whole program.
    private record Linux(MethodHandle get, MethodHandle set) {
        static final int PRIO_PROCESS = 0;
        static final int THIS_THREAD = 0;
        /// Null on other systems.
        static final @Nullable Linux FOUND = find();

        private static @Nullable Linux find() {
            if (OperatingSystem.here() != OperatingSystem.LINUX) return null;
            Linker linker = Linker.nativeLinker();
            Optional<MemorySegment> get = linker.defaultLookup().find("getpriority");
            Optional<MemorySegment> set = linker.defaultLookup().find("setpriority");
            if (get.isEmpty() || set.isEmpty()) return null;
            return new Linux(
                    linker.downcallHandle(get.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT)),
                    linker.downcallHandle(set.get(), FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)));
        }
    }
}
