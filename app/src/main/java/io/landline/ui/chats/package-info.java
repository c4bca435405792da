/// Conversations: the list, the timeline, the composer; and who is here.
@NullMarked
package io.landline.ui.chats;

import org.jspecify.annotations.NullMarked;
