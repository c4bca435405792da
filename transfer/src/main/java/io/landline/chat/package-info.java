/// Conversations: signed entries in logs, kept the same on every member's node; receipts; who may write. Door:
/// [Conversations].
@NullMarked
package io.landline.chat;

import org.jspecify.annotations.NullMarked;
