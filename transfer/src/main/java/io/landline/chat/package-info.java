/// What a conversation consists of, signed entries in logs, and the ports of what stores and hears them.
/// [io.landline.chat.sync] keeps it the same on every member's node.
@NullMarked
package io.landline.chat;

import org.jspecify.annotations.NullMarked;
