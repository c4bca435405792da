/// Keeps conversations the same on every member's node: asks, takes, passes on and confirms, and bounds what that
/// costs. Door: [Conversations].
@NullMarked
package io.landline.chat.sync;

import org.jspecify.annotations.NullMarked;
