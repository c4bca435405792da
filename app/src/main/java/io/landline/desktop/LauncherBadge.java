package io.landline.desktop;

import io.landline.desktop.DesktopTray.Content;
import java.io.IOException;
import java.util.Map;
import org.freedesktop.dbus.types.Variant;

/// The number on the program's launcher in a dock: a signal of Unity's, which KDE's and Ubuntu's docks took over. It
/// reaches one where `landline.desktop` is installed; nobody answers. One thread at a time.
final class LauncherBadge {
    static final String TYPE = "com.canonical.Unity.LauncherEntry";
    /// The docks that listen to the signal own this name.
    static final String LISTENERS = "com.canonical.Unity";
    private static final String PATH = "/com/canonical/unity/launcherentry/landline";
    private static final String LAUNCHER = "application://landline.desktop";

    private final SessionBus bus;
    private long count;
    private boolean urgent;

    LauncherBadge(SessionBus bus) { this.bus = bus; }

    void show(Content content) throws IOException {
        if (count == content.unread() && urgent == content.urgent()) return;
        count = content.unread();
        urgent = content.urgent();
        send();
    }

    /// A dock has started, and knows nothing yet.
    void showAgain() throws IOException {
        if (count > 0 || urgent) send();
    }

    /// A dock keeps what it heard last.
    void clear() throws IOException {
        boolean isShown = count > 0 || urgent;
        count = 0;
        urgent = false;
        if (isShown) send();
    }

    private void send() throws IOException {
        Map<String, Variant<?>> all = Map.of("count", new Variant<>(count), "count-visible", new Variant<>(count > 0),
                "urgent", new Variant<>(urgent));
        bus.emit(PATH, TYPE, "Update", "sa{sv}", LAUNCHER, all);
    }
}
