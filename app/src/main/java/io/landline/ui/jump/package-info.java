/// The way to a conversation, a person or a page by typing some letters of its name.
@NullMarked
package io.landline.ui.jump;

import org.jspecify.annotations.NullMarked;
