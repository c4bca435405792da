/// What one peer, or all peers together, may make conversations store, remember or look up in a time. Each class counts
/// one thing, told the time, and knows nothing of the conversations.
@NullMarked
package io.landline.chat.pace;

import org.jspecify.annotations.NullMarked;
