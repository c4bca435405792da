/// The chats page as a whole: its two halves [ListPane] and [ConversationPane], the model of both, and what
/// outlives them. Their parts stand in packages by job: `list`, `header`, `timeline`, `message`, `composer`, `search`,
/// `menu`, and `part` for what several use.
@NullMarked
package io.landline.ui.chats;

import org.jspecify.annotations.NullMarked;
