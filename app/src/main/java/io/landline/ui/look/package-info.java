/// How the window looks: themes, sizes, icons.
@NullMarked
package io.landline.ui.look;

import org.jspecify.annotations.NullMarked;
