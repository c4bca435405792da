/// What stands above the messages of the open conversation: who it is with, who types, notices, pins, shelves.
@NullMarked
package io.landline.ui.chats.header;

import org.jspecify.annotations.NullMarked;
