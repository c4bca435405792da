package io.landline.ui.page;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Notes how long each pulse came after the one before, and how much of that the JavaFX thread worked: on a machine
/// with other work, the second says what is ours. JavaFX thread.
public final class Pulses extends AnimationTimer {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Double> gaps = new ArrayList<>();
    private final List<Double> worked = new ArrayList<>();
    private long before;
    private long workedBefore;

    public Pulses() {
        start();
    }

    @Override
    public void handle(long now) {
        long real = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        if (before != 0) {
            gaps.add((real - before) / 1e6);
            worked.add((work - workedBefore) / 1e6);
        }
        before = real;
        workedBefore = work;
    }

    /// Prints what was noted since the last time.
    public boolean print(String when) {
        if (!gaps.isEmpty()) {
            System.out.printf("  %d pulses %s%n%s%s", gaps.size(), when, line("apart", gaps), line("worked", worked));
        }
        gaps.clear();
        worked.clear();
        before = 0;
        return true;
    }

    private static String line(String what, List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return "    %-30s p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n".formatted(what, sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)], sorted[sorted.length - 1]);
    }
}
