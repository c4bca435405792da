/// Opens the window over a node, and ends both.
@NullMarked
package io.landline.ui.start;

import org.jspecify.annotations.NullMarked;
