/// What can be done with a conversation, a person or a room.
@NullMarked
package io.landline.ui.chats.menu;

import org.jspecify.annotations.NullMarked;
