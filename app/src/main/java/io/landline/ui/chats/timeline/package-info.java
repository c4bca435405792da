/// The messages of the open conversation: their rows, how they scroll, and what can be done with them.
@NullMarked
package io.landline.ui.chats.timeline;

import org.jspecify.annotations.NullMarked;
