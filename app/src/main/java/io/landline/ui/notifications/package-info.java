/// Which news the desktop is told, and in which words.
@NullMarked
package io.landline.ui.notifications;

import org.jspecify.annotations.NullMarked;
