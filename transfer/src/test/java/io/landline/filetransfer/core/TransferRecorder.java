package io.landline.filetransfer.core;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Notes what it was told, in order.
final class TransferRecorder implements TransferListener {
    /// Longer than anything in these tests takes on a busy machine; a test that reaches it has failed.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration patience;

    TransferRecorder() { this(PATIENCE); }

    TransferRecorder(Duration patience) { this.patience = patience; }

    sealed interface Told {
        TransferView view();

        default boolean isPausedByPeer() {
            return view().status().pausedByPeer();
        }

        record Offered(TransferView view, List<String> names) implements Told {}

        record Progress(TransferView view, long rate) implements Told {}

        record Transferred(TransferView view, Run run, List<Path> paths,
                Hashes hashes, FailedFiles failures) implements Told {}

        record Failed(TransferView view, FailureReason reason, boolean resumable) implements Told {}

        record Unmatched(TransferView view) implements Told {}

        record Paused(TransferView view, Side by) implements Told {}

        record Resumed(TransferView view, Side by) implements Told {}
    }

    private final List<Told> told = new ArrayList<>();

    private synchronized void note(Told one) {
        told.add(one);
        notifyAll();
    }

    /// What was told of a store that failed.
    final List<String> storeFailures = new CopyOnWriteArrayList<>();

    private final CountDownLatch passedOver = new CountDownLatch(1);

    @Override
    public void passedOver() {
        passedOver.countDown();
    }

    /// Whether it was told within this time that offers are to be told again.
    boolean isPassedOver(Duration within) throws InterruptedException {
        return passedOver.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized List<Told> all() {
        return List.copyOf(told);
    }

    synchronized void clear() {
        told.clear();
    }

    /// The first of this kind that matches, waited for.
    synchronized <T extends Told> T await(Class<T> kind, Predicate<T> which) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            for (Told one : told) if (kind.isInstance(one) && which.test(kind.cast(one))) return kind.cast(one);
            long left = until - System.nanoTime();
            if (left <= 0) throw new AssertionError("no " + kind.getSimpleName() + " in " + told);
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    <T extends Told> T await(Class<T> kind) {
        return await(kind, _ -> true);
    }

    /// Transferred or failed for good.
    Told awaitEnd() {
        return await(Told.class,
                one -> one instanceof Told.Transferred || one instanceof Told.Failed f && !f.resumable());
    }

    @Override
    public void offered(TransferView transfer, List<String> names, long folders) {
        note(new Told.Offered(transfer, names));
    }

    @Override
    public void progress(TransferView transfer, long rate) {
        note(new Told.Progress(transfer, rate));
    }

    @Override
    public void transferred(TransferView transfer, Run run, List<Path> paths, Hashes hashes, FailedFiles failures) {
        note(new Told.Transferred(transfer, run, paths, hashes, failures));
    }

    @Override
    public void failed(TransferView transfer, FailureReason reason, boolean resumable) {
        note(new Told.Failed(transfer, reason, resumable));
    }

    @Override
    public void storeFailed(String message) {
        storeFailures.add(message);
    }

    @Override
    public void unmatched(TransferView transfer, Path folder) {
        note(new Told.Unmatched(transfer));
    }

    @Override
    public void paused(TransferView transfer, Side by) {
        note(new Told.Paused(transfer, by));
    }

    @Override
    public void resumed(TransferView transfer, Side by) {
        note(new Told.Resumed(transfer, by));
    }
}
