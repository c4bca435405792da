/// What a conversation shows, as pure functions of its entries (docs/protocol/acts.md, "What a conversation shows").
/// Knows nothing of stores and sessions.
@NullMarked
package io.landline.chat.view;

import org.jspecify.annotations.NullMarked;
