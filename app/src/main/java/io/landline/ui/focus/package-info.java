/// Where the keyboard is: its ring, its way through a row, and its next place after a control is gone.
@NullMarked
package io.landline.ui.focus;

import org.jspecify.annotations.NullMarked;
