/// Text that can be selected, over several lines: a message with its spans, and plain text. Doors: [MessageText],
/// [WrappingText].
@NullMarked
package io.landline.ui.paragraph;

import org.jspecify.annotations.NullMarked;
