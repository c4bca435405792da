/// How the window looks: themes, sizes, fonts, icons.
@NullMarked
package io.landline.ui.look;

import org.jspecify.annotations.NullMarked;
