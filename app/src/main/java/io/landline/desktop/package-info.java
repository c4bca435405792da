/// What the desktop around the window offers: notifications, a tray, a number on the launcher, the start at login.
/// Knows no node.
///
/// - Notifications: [DesktopNotifications], by [SessionBusNotifications] over a [NotificationServer], or by
///   [AwtNotifications]. Their text is made safe by [NotificationMarkup]; their sound is a [NotificationTone].
/// - Tray: [DesktopTray], by [SessionBusTray]. The item is a [TrayItem] with a [TrayPicture] and a [TrayMenu]; a tray
///   calls [StatusNotifierItem] and [DBusMenu] on it. The number on the launcher: [LauncherBadge].
/// - The bus: [SessionBus], found by [SessionBusAddress]. Calls that may take long: [DesktopOrders].
/// - The start at login: [LoginStart].
@NullMarked
package io.landline.desktop;

import org.jspecify.annotations.NullMarked;
