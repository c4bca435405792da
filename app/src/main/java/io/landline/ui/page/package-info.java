/// What every page of the window is, gets and may do.
@NullMarked
package io.landline.ui.page;

import org.jspecify.annotations.NullMarked;
