package io.landline.desktop;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.TrayIcon.MessageType;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notifications on Windows and macOS, by the icon that AWT puts into the tray. The icon is there only while something
/// is unanswered. There is no answer in place, nothing is taken back from the screen, and the system decides on the
/// sound.
///
/// Never used on Linux: there AWT would start a second toolkit beside the window's, and GNOME shows nothing of it. Any
/// thread; AWT's own alone touches the icon. AWT starts on a thread of ours: on macOS it waits for the window's.
public final class AwtNotifications implements DesktopNotifications {
    private static final System.Logger LOG = System.getLogger(AwtNotifications.class.getName());
    /// What trays of both systems scale from.
    private static final int ICON_SIDE = 32;

    private final List<TrayPicture> pictures;
    private final Listener listener;
    /// Before the first notification nothing of AWT is started.
    private volatile boolean isStarted;
    private final ExecutorService toAwt;
    /// AWT's thread alone, like the next two. The last one is what a click means: AWT does not say which it was.
    private final SequencedSet<String> standing = new LinkedHashSet<>();
    private @Nullable TrayIcon icon;
    private boolean toldOfFailure;

    /// @param pictures the program's own, in some sizes; may be none
    public AwtNotifications(List<TrayPicture> pictures, Listener listener) {
        this(pictures, listener, Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("desktop-notifications").factory()));
    }

    /// @param toAwt one thread; ended with this
    AwtNotifications(List<TrayPicture> pictures, Listener listener, ExecutorService toAwt) {
        this.pictures = List.copyOf(pictures);
        this.toAwt = toAwt;
        this.listener = listener;
    }

    @Override
    public void show(Content content) {
        isStarted = true;
        later(() -> showNow(content));
    }

    @Override
    public void takeBack(String subject) {
        later(() -> {
            standing.remove(subject);
            if (standing.isEmpty()) removeIcon();
        });
    }

    private void later(Runnable work) {
        if (!isStarted) return;
        try {
            toAwt.execute(() -> EventQueue.invokeLater(work));
        } catch (RejectedExecutionException e) { // it ends, maybe just now and by another thread
            LOG.log(Level.DEBUG, "after the end of the notifications", e);
        }
    }

    private void showNow(Content content) {
        try {
            standing.remove(content.subject());
            standing.addLast(content.subject());
            TrayIcon shown = icon;
            if (shown == null) {
                shown = new TrayIcon(image(), "Landline");
                shown.setImageAutoSize(true);
                shown.addActionListener(_ -> clicked());
                SystemTray.getSystemTray().add(shown);
                icon = shown;
            }
            shown.displayMessage(content.summary(), content.body(), MessageType.NONE);
        } catch (AWTException | UnsupportedOperationException e) { // there is no tray now
            standing.remove(content.subject());
            listener.gone(content.subject());
            if (toldOfFailure) return;
            toldOfFailure = true;
            LOG.log(Level.INFO, "the desktop shows no notifications: {0}", e.toString());
        }
    }

    private void clicked() {
        if (!standing.isEmpty()) listener.opened(standing.getLast());
    }

    private BufferedImage image() {
        var image = new BufferedImage(ICON_SIDE, ICON_SIDE, BufferedImage.TYPE_INT_ARGB);
        for (TrayPicture each : pictures) if (each.side() == ICON_SIDE) {
            for (int y = 0; y < ICON_SIDE; y++) {
                for (int x = 0; x < ICON_SIDE; x++) image.setRGB(x, y, each.argb(x, y));
            }
        }
        return image;
    }

    private void removeIcon() {
        TrayIcon shown = icon;
        icon = null;
        if (shown != null) SystemTray.getSystemTray().remove(shown);
    }

    @Override
    public void close() {
        later(() -> {
            standing.clear();
            removeIcon(); // AWT's thread ends with its last component
        });
        toAwt.shutdown();
        try {
            toAwt.awaitTermination(DesktopOrders.END_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
