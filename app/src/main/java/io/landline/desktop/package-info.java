/// What the desktop around the window offers: notifications, a tray, a number on the launcher, the start at login.
/// Knows no node.
@NullMarked
package io.landline.desktop;

import org.jspecify.annotations.NullMarked;
