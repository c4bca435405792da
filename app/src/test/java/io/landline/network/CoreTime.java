package io.landline.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the scheduler of Linux gave to the threads of one name in a process: how long they ran, and how long they were ready to run and
/// waited for a core. It tells a slow program from a busy machine.
record CoreTime(double workedMillis, double waitedMillis) {
    private static final double NANOS_PER_MILLI = 1_000_000;

    static final CoreTime NONE = new CoreTime(0, 0);

    /// Of all threads of that name so far.
    static CoreTime of(long process, String threadName) throws IOException {
        return of(process, threadName::equals);
    }

    /// Of all threads so far.
    static CoreTime of(long process) throws IOException {
        return of(process, _ -> true);
    }

    /// Threads that end meanwhile do not count.
    private static CoreTime of(long process, Predicate<String> threadName) throws IOException {
        double worked = 0;
        double waited = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process), "task"))) {
            for (Path each : threads.toList()) {
                try {
                    if (!threadName.test(Files.readString(each.resolve("comm")).strip())) continue;
                    List<String> words = List.of(Files.readString(each.resolve("schedstat")).strip().split(" "));
                    worked += Long.parseLong(words.get(0)) / NANOS_PER_MILLI;
                    waited += Long.parseLong(words.get(1)) / NANOS_PER_MILLI;
                } catch (NoSuchFileException e) {
                    continue; // the thread has ended
                }
            }
        }
        return new CoreTime(worked, waited);
    }

    CoreTime plus(CoreTime other) {
        return new CoreTime(workedMillis + other.workedMillis, waitedMillis + other.waitedMillis);
    }

    CoreTime since(CoreTime before) {
        return new CoreTime(workedMillis - before.workedMillis, waitedMillis - before.waitedMillis);
    }
}
