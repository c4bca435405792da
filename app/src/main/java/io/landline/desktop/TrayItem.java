package io.landline.desktop;

import io.landline.desktop.DesktopTray.Content;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// The item of the tray over a connection of its own to the session bus, under that connection's name: no other program
/// can have it, and it goes with the connection.
///
/// The watcher keeps the list of items; hosts draw them. Calls go to the watcher's unique name, and only signals from
/// that name count. Who calls our item is not known, and need not be: all that it can do is to open the window or to
/// quit. Made and called by one thread.
final class TrayItem implements AutoCloseable {
    static final String WATCHER = "org.kde.StatusNotifierWatcher";
    private static final String WATCHER_PATH = "/StatusNotifierWatcher";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    private final TrayItemObject item;
    private final TrayMenu menu;
    private final SessionBus bus;
    private final LauncherBadge badge;
    private final Runnable changed;
    private SessionBus.@Nullable Watch signals;
    /// The watcher that has our item; null for none.
    private @Nullable String registeredWith;

    /// Connects and offers the item; no watcher knows of it yet.
    ///
    /// @param changed told when other programs show items now, or none; then [#register] is due
    /// @param lost told when the connection has ended without us
    TrayItem(String busAddress, List<TrayPicture> pictures, Content first, DesktopTray.Listener listener,
            Runnable changed, Runnable lost) throws IOException {
        this.changed = changed;
        item = new TrayItemObject(pictures, first, listener);
        menu = new TrayMenu(first.words(), listener);
        bus = new SessionBus(busAddress, SessionBus.ANSWER_MAX, lost);
        badge = new LauncherBadge(bus);
        try {
            bus.register();
            bus.offer(item);
            bus.offer(menu);
            bus.watchOwner(WATCHER, (_, _) -> changed.run());
            bus.watchOwner(LauncherBadge.LISTENERS, (_, _) -> changed.run());
            badge.show(first);
        } catch (IOException | RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    /// Registers with the watcher of now, where there is one that does not know us.
    ///
    /// @return whether a host draws the item
    boolean register() throws IOException {
        badge.showAgain();
        String watcher = bus.ownerOf(WATCHER);
        if (watcher == null || !watcher.equals(registeredWith)) stopWatching();
        if (watcher == null) return false;
        try {
            if (registeredWith == null) {
                signals = bus.watchSignals(watcher, WATCHER, (signal, _) -> {
                    switch (signal.getName()) {
                        case "StatusNotifierHostRegistered", "StatusNotifierHostUnregistered" -> changed.run();
                        default -> {
                        }
                    }
                });
                bus.call(watcher, WATCHER_PATH, WATCHER, "RegisterStatusNotifierItem", "s", bus.name());
                registeredWith = watcher;
            }
            return hasHost(watcher);
        } catch (SessionBus.RefusedException _) {
            return false; // it ended meanwhile, or is no watcher
        }
    }

    private boolean hasHost(String watcher) throws IOException {
        Object answer = SessionBus.parameters(bus.call(watcher, WATCHER_PATH, PROPERTIES, "Get", "ss", WATCHER,
                "IsStatusNotifierHostRegistered"))[0];
        return answer instanceof Variant<?> variant && Boolean.TRUE.equals(variant.getValue());
    }

    private void stopWatching() {
        if (signals != null) signals.close();
        signals = null;
        registeredWith = null;
    }

    /// Tells the hosts what has changed.
    void show(Content now) throws IOException {
        Content before = item.content();
        item.show(now);
        boolean isMarked = now.unread() > 0;
        if (!now.words().equals(before.words())) {
            tell("NewToolTip", null);
            UInt32 change = menu.show(now.words());
            if (now.words().isMirrored() != before.words().isMirrored()) {
                bus.emit(TrayMenu.PATH, PROPERTIES, "PropertiesChanged", "sa{sv}as", TrayMenu.TYPE,
                        Map.of(TrayMenu.DIRECTION, menu.direction()), List.of());
            }
            bus.emit(TrayMenu.PATH, TrayMenu.TYPE, "LayoutUpdated", "ui", change, 0);
        }
        if (isMarked != before.unread() > 0) {
            tell("NewIcon", null);
            tell("NewStatus", "s", TrayItemObject.status(now));
        }
        badge.show(now);
    }

    private void tell(String signal, @Nullable String signature, Object... arguments) throws IOException {
        bus.emit(TrayItemObject.PATH, TrayItemObject.TYPE, signal, signature, arguments);
    }

    @Override
    public void close() {
        try {
            badge.clear();
            bus.flush(); // *Quit* in the menu is a call that is answered
        } catch (IOException _) {
            // the bus is gone, and the badge with it
        }
        bus.close();
    }
}
