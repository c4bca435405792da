/// What the nodes of a conversation say to each other: the bytes of each frame, read and written
/// (docs/protocol/conversations.md).
@NullMarked
package io.landline.chat.frame;

import org.jspecify.annotations.NullMarked;
