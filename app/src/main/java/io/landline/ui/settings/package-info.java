/// What the user chooses, applied at once.
@NullMarked
package io.landline.ui.settings;

import org.jspecify.annotations.NullMarked;
