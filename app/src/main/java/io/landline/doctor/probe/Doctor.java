package io.landline.doctor.probe;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Examiner.Progress;
import io.landline.doctor.Finding;
import io.landline.doctor.check.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Runs its checks side by side, each on a thread of its own, and waits for them until its deadline: what has not ended
/// by then is `unknown`. Any thread.
final class Doctor {
    /// Longer than the longest check, which waits for a session on a busy computer; usually all is over after four
    /// seconds.
    static final Duration WITHIN = Duration.ofSeconds(30);
    private static final System.Logger LOG = System.getLogger(Doctor.class.getName());

    private final List<Check> checks;
    private final Duration within;

    Doctor(List<Check> checks, Duration within) {
        this.checks = List.copyOf(checks);
        this.within = within;
    }

    /// All findings, in the order of their codes.
    ///
    /// @param progress is told of each check that ends in time, on its thread, one call at a time
    List<Finding> examine(Consumer<Progress> progress) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        var findings = new ArrayList<Finding>();
        var told = new Told(checks.size(), progress);
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Map<Check, Future<List<Finding>>> running = new LinkedHashMap<>();
            for (Check check : checks) running.put(check, executor.submit(() -> told.of(check.run())));
            for (var each : running.entrySet()) {
                findings.addAll(result(each.getKey(), each.getValue(), end - System.nanoTime()));
            }
        } finally {
            executor.shutdownNow(); // nobody waits for a check that waits for the system
        }
        findings.sort(Comparator.comparing(Finding::code));
        return findings;
    }

    /// Counts the checks that have ended.
    private static final class Told {
        private final int checks;
        private final Consumer<Progress> progress;
        private int ended;

        Told(int checks, Consumer<Progress> progress) {
            this.checks = checks;
            this.progress = progress;
        }

        synchronized List<Finding> of(List<Finding> found) {
            progress.accept(new Progress(++ended, checks, found));
            return found;
        }
    }

    private static List<Finding> result(Check check, Future<List<Finding>> running, long nanosLeft)
            throws InterruptedException {
        try {
            return running.get(Math.max(0, nanosLeft), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return unknown(check, DoctorMessage.of("check.late"));
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "a check of the doctor failed", e.getCause());
            return unknown(check, DoctorMessage.of("check.failed", String.valueOf(e.getCause())));
        }
    }

    private static List<Finding> unknown(Check check, DoctorMessage why) {
        return check.codes().stream().map(code -> Finding.unknown(code, why)).toList();
    }
}
