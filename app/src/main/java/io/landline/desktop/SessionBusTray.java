package io.landline.desktop;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tray over the session bus. The thread of its orders makes the calls: it connects with the first content, and
/// again with a later one where that failed; it registers the item with each watcher that starts. Only the last of what
/// is to be shown waits.
///
/// Any thread.
public final class SessionBusTray implements DesktopTray {
    private static final System.Logger LOG = System.getLogger(SessionBusTray.class.getName());

    private final String busAddress;
    private final List<TrayPicture> pictures;
    private final Listener listener;
    private final DesktopOrders<Step> orders = new DesktopOrders<>("desktop-tray", Step::and, this::take);
    /// The orders' thread alone, like the next two.
    private @Nullable TrayItem item;
    private boolean isShown;
    private boolean toldOfFailure;

    /// What is to be done next.
    ///
    /// @param content null: as before
    /// @param isChanged other programs show items now, or none
    /// @param isLost the connection has ended
    private record Step(@Nullable Content content, boolean isChanged, boolean isLost) {
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

    /// All steps are about the one item.
    private void order(Step step) {
        orders.add("item", step);
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
        orders.close(Map::of, this::disconnect);
    }
}
