/// What the desktop around the window offers: notifications.
@NullMarked
package io.landline.desktop;

import org.jspecify.annotations.NullMarked;
