package io.landline.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the scheduler of Linux gave to the threads of one name in a process: how long they ran, and how long they were
/// ready to run and waited for a core. It tells a slow program from a busy machine.
record CoreTime(double workedMillis, double waitedMillis) {
    private static final double NANOS_PER_MILLI = 1_000_000;

    /// Of all threads of that name so far; those that end meanwhile do not count.
    static CoreTime of(long process, String threadName) throws IOException {
        double worked = 0;
        double waited = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process), "task"))) {
            for (Path each : threads.toList()) {
                try {
                    if (!Files.readString(each.resolve("comm")).strip().equals(threadName)) continue;
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

    CoreTime since(CoreTime before) {
        return new CoreTime(workedMillis - before.workedMillis, waitedMillis - before.waitedMillis);
    }
}
