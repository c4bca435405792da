package io.landline.desktop;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/// What a tray calls on an item (<https://specifications.freedesktop.org/status-notifier-item/latest/>, under the name
/// that KDE gave it and all desktops use). Public, because the library calls it by reflection.
@DBusInterfaceName(TrayItemObject.TYPE)
public interface StatusNotifierItem extends DBusInterface {
    /// A click. Where on the screen is a hint for what opens there.
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /// A click with the middle button.
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /// Asks for a menu of the program's own, where the tray does not draw ours.
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);
}
