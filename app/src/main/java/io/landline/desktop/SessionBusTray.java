package io.landline.desktop;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The tray over the session bus. One thread of its own makes the calls: it connects with the first content, and again
/// with a later one where that failed; it registers the item with each watcher that starts. Of what is to be shown only
/// the last waits.
///
/// Any thread. The lock guards what waits, and is never held during a call to the bus.
public final class SessionBusTray implements DesktopTray {
    private static final System.Logger LOG = System.getLogger(SessionBusTray.class.getName());

    private final String busAddress;
    private final List<TrayPicture> pictures;
    private final Listener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private Step waiting = Step.NONE;
    private @Nullable Thread worker;
    private boolean closing;
    /// The worker's alone, like the next two.
    private @Nullable TrayItem item;
    private boolean isShown;
    private boolean toldOfFailure;

    /// What is to be done next.
    ///
    /// @param content null: as before
    /// @param isChanged other programs show items now, or none
    /// @param isLost the connection has ended
    private record Step(@Nullable Content content, boolean isChanged, boolean isLost) {
        static final Step NONE = new Step(null, false, false);
        static final Step CHANGED = new Step(null, true, false);
        static final Step LOST = new Step(null, false, true);

        Step and(Step later) {
            return new Step(later.content == null ? content : later.content, isChanged || later.isChanged,
                    isLost || later.isLost);
        }
    }

    /// @param busAddress as [SessionBusAddress] has it
    /// @param pictures the program's own, in the sizes that panels have; may be none
    public SessionBusTray(String busAddress, List<TrayPicture> pictures, Listener listener) {
        this.busAddress = busAddress;
        this.pictures = List.copyOf(pictures);
        this.listener = listener;
    }

    @Override
    public void show(Content content) {
        order(new Step(content, false, false));
    }

    private void order(Step step) {
        lock.lock();
        try {
            if (closing) return;
            waiting = waiting.and(step);
            if (worker == null) worker = Thread.ofVirtual().name("desktop-tray").start(this::work);
            work.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            for (Step next = next(); next != null; next = next()) take(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
        }
    }

    /// Waits for something to do; null at the end.
    private @Nullable Step next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.equals(Step.NONE) && !closing) work.await();
            Step next = waiting;
            waiting = Step.NONE;
            return closing ? null : next;
        } finally {
            lock.unlock();
        }
    }

    private void take(Step step) {
        try {
            if (step.isLost()) disconnect();
            Content content = step.content();
            TrayItem now = item;
            if (now == null) {
                if (content == null) return;
                item = new TrayItem(busAddress, pictures, content, listener, () -> order(Step.CHANGED),
                        () -> order(Step.LOST));
                tell(item.register());
            } else {
                if (content != null) now.show(content);
                if (step.isChanged()) tell(now.register());
            }
        } catch (IOException | RuntimeException | LinkageError e) { // another program's answers, a library's state
            disconnect();
            if (toldOfFailure) return;
            toldOfFailure = true;
            LOG.log(Level.INFO, "the desktop has no tray: {0}", e.getMessage());
        }
    }

    private void disconnect() {
        TrayItem before = item;
        item = null;
        if (before != null) before.close();
        tell(false);
    }

    private void tell(boolean now) {
        if (now == isShown) return;
        isShown = now;
        listener.shown(now);
    }

    @Override
    public void close() {
        Thread running;
        lock.lock();
        try {
            closing = true;
            running = worker;
            work.signal();
        } finally {
            lock.unlock();
        }
        if (running == null) return;
        try {
            running.join(SessionBusNotifications.END_WAIT_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
