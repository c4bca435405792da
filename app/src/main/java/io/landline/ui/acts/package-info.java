/// Sheets about what people do with messages: a poll is asked, messages are forwarded, pinned and saved ones are
/// listed, and what became of one is told.
@NullMarked
package io.landline.ui.acts;

import org.jspecify.annotations.NullMarked;
