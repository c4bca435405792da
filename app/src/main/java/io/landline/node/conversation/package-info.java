/// Conversations as they are stored: how they are read, searched and exported, and how an entry is written.
@NullMarked
package io.landline.node.conversation;

import org.jspecify.annotations.NullMarked;
