/// The one door onto the JavaFX thread, and work off it.
@NullMarked
package io.landline.ui.fx;

import org.jspecify.annotations.NullMarked;
