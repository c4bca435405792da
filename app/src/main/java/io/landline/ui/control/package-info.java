/// Small controls that several pages share: a text field with a note, a copy button, wrapped text.
@NullMarked
package io.landline.ui.control;

import org.jspecify.annotations.NullMarked;
