package io.landline.lab.threads;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Two threads count from 0 to 10, each with pauses of its own (S28). Neither waits for the other, so their lines come
/// mixed, and in another order with each run. Only the list that both write to needs a lock: without it two counts at
/// once could lose one.
///
/// @param pauseMax the pauses are random, below this
/// @param seed repeats the pauses; what the system does between them nobody repeats
public record TwoThreads(Duration pauseMax, long seed, Consumer<LabEvent> events) implements Client {
    public static final int THREADS = 2;
    public static final int LAST = 10;
    /// The course's own.
    public static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final double NANOS_PER_MILLI = 1e6;

    /// @param thread from 1
    /// @param millis since the start of both
    public record Count(int thread, int number, double millis) {}

    public record Interleaving(List<Count> counts) implements LabResult {
        public Interleaving {
            counts = List.copyOf(counts);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (Count each : counts) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("thread", each.thread());
                row.put("number", each.number());
                row.put("ms", each.millis());
                list.add(row);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("counts", list);
            return fields;
        }

        @Override
        public String summary() {
            var text = new StringBuilder("     time  thread 1  thread 2");
            for (Count each : counts) {
                text.append(String
                        .format(Locale.ROOT, "\n%6.0f ms  %8s  %8s", each.millis(),
                                each.thread() == 1 ? each.number() : "", each.thread() == 1 ? "" : each.number())
                        .stripTrailing());
            }
            return text.toString();
        }
    }

    @Override
    public void run() throws InterruptedException {
        var counts = new ArrayList<Count>(); // guarded by itself
        long startedAt = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int i = 1; i <= THREADS; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().name("lab-counting-" + i).start(() -> count(number, startedAt, counts)));
        }
        try {
            for (Thread each : threads) each.join();
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            throw e;
        }
        synchronized (counts) {
            events.accept(new LabEvent.Result(Instant.now(), new Interleaving(counts)));
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private void count(int thread, long startedAt, List<Count> counts) {
        var random = new Random(seed + thread);
        try {
            for (int number = 0; number <= LAST; number++) {
                Thread.sleep(Duration.ofNanos((long) (random.nextDouble() * pauseMax.toNanos())));
                synchronized (counts) {
                    counts.add(new Count(thread, number, (System.nanoTime() - startedAt) / NANOS_PER_MILLI));
                    events.accept(new LabEvent.Remark(Instant.now(), LabMessage.of("thread {0}: {1}", thread, number)));
                    events.accept(new LabEvent.SoFar(Instant.now(), new Interleaving(counts)));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the caller was stopped while waiting for both
        }
    }
}
