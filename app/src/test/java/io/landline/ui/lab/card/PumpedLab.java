package io.landline.ui.lab.card;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.LabViewModel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// The Lab's view models over real programs, without a toolkit: what would run on the JavaFX thread runs on the test's,
/// while it waits.
public final class PumpedLab implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    public final LabViewModel model;

    public PumpedLab() {
        var fx = new FxThread(queue::add, queue::add);
        model = new LabViewModel(fx, Background.ofVirtualThreads(fx));
    }

    public BenchViewModel bench(String key) {
        LabSystem system = LabSystems.ALL.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
        return model.bench(system);
    }

    public static void set(CardViewModel card, String name, String value) {
        card.settings()
                .all()
                .stream()
                .filter(each -> each.setting().name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .set(value);
    }

    static String value(CardViewModel card, String name) {
        return card.settings()
                .all()
                .stream()
                .filter(each -> each.setting().name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .get();
    }

    public void until(BooleanSupplier reached, String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!reached.getAsBoolean()) {
            Runnable next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) throw new AssertionError("never came: " + what);
            next.run();
        }
    }

    /// Starts the bench's server on a free port of the loopback address.
    public int serve(BenchViewModel bench) throws InterruptedException {
        CardViewModel server = bench.cards().getFirst();
        set(server, "port", "0");
        start(server);
        return server.listeningPort();
    }

    public void start(CardViewModel card) throws InterruptedException {
        card.start();
        until(() -> card.state().get() instanceof CardState.Running running && !running.address().isEmpty(), "it runs");
    }

    void stop(CardViewModel card) throws InterruptedException {
        card.stop();
        until(() -> !card.state().get().isBusy(), "it has ended");
    }

    @Override
    public void close() {
        model.close();
    }
}
