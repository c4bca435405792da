package io.landline.testing;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.management.ManagementFactory;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Fails a test class on an exception that nobody caught in any thread, and on a thread or socket that it left behind.
/// Threads are platform threads and *named* virtual ones; sockets are counted where the system shows them (Linux).
/// Classes under it must not run in parallel with others in one JVM.
public final class BackgroundFailures implements BeforeAllCallback, AfterAllCallback {
    private static final Pattern VIRTUAL = Pattern.compile("^#(\\d+) \"([^\"]+)\" virtual.*");
    /// Threads of the JDK that start when first needed and stay.
    private static final Pattern JDK = Pattern.compile(
            "ForkJoinPool.*|VirtualThread-.*|.*-Poller.*|(?:Master|Sub)Poller.*|Common-Cleaner|process reaper.*"
                    + "|Cleaner-\\d+|Attach Listener|Signal Dispatcher|Finalizer|Reference Handler|Notification"
                    + " Thread|surefire-.*|CompletableFutureDelay.*|Keep-Alive-.*|JNA"
                    + " Cleaner|ping-.*|.*-unparker.*|DestroyJavaVM");

    private final Queue<String> uncaught = new ConcurrentLinkedQueue<>();
    private Set<String> threadsBefore = Set.of();
    private Set<String> socketsBefore = Set.of();
    private @Nullable UncaughtExceptionHandler handlerBefore;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // The first close of a channel in a JVM opens a socket pair that the JDK keeps: let it be there before
        // counting.
        DatagramChannel.open().close();
        SocketChannel.open().close();
        threadsBefore = threads();
        socketsBefore = sockets();
        handlerBefore = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            uncaught.add(thread.getName() + ": " + failure);
            failure.printStackTrace();
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Set<String> threads = whatStays(() -> without(threads(), threadsBefore));
        Set<String> sockets = whatStays(() -> without(sockets(), socketsBefore));
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        var faults = new ArrayList<String>();
        uncaught.forEach(each -> faults.add("nobody caught " + each));
        threads.forEach(each -> faults.add("thread left running: " + each));
        if (!sockets.isEmpty()) faults.add(sockets.size() + " sockets left open");
        if (!faults.isEmpty()) throw new AssertionError(String.join("; ", faults));
    }

    /// What is still there once patience ends, or nothing as soon as there is nothing: threads and sockets that were
    /// closed at the end of the last test take a moment to go.
    private static Set<String> whatStays(Supplier<Set<String>> left) {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        Set<String> now = left.get();
        while (!now.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            now = left.get();
        }
        return now;
    }

    private static Set<String> without(Set<String> now, Set<String> before) {
        var left = new TreeSet<>(now);
        left.removeAll(before);
        return left;
    }

    private static Set<String> threads() {
        Set<String> all = Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(Thread::isAlive)
                .filter(thread -> !JDK.matcher(thread.getName()).matches())
                .map(thread -> thread.getName() + " #" + thread.threadId())
                .collect(Collectors.toCollection(HashSet::new));
        all.addAll(namedVirtualThreads());
        return all;
    }

    private static List<String> namedVirtualThreads() {
        try {
            Path folder = Files.createTempDirectory("landline-threads");
            Path dump = folder.resolve("threads.txt");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(dump.toString(),
                                ThreadDumpFormat.TEXT_PLAIN);
                try (var lines = Files.lines(dump)) {
                    return lines.map(VIRTUAL::matcher)
                            .filter(found -> found.matches() && !JDK.matcher(found.group(2)).matches())
                            .map(found -> found.group(2) + " #" + found.group(1))
                            .toList();
                }
            } finally {
                Files.deleteIfExists(dump);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> sockets() {
        var found = new HashSet<String>();
        Path descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) return found;
        try (var list = Files.newDirectoryStream(descriptors)) {
            for (Path each : list) {
                try {
                    String target = Files.readSymbolicLink(each).toString();
                    if (target.startsWith("socket:")) found.add(target);
                } catch (IOException e) {
                    continue; // closed since the list was made, the list's own for one
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }
}
