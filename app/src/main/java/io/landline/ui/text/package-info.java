/// What the window says: its languages, and other people's text made safe to show.
@NullMarked
package io.landline.ui.text;

import org.jspecify.annotations.NullMarked;
