/// The chats page as a whole: its two halves [ListPane] and [ConversationPane], the model of both, and what
/// outlives them. Which row of the list is selected has [ChosenRow]; which conversation is open, [OpenConversation];
/// where its messages stand, [OpenTimeline]. Their parts stand in packages by job: `list`, `header`, `timeline`,
/// `message`, `composer`, `search`, `menu`, and `part` for what several use.
@NullMarked
package io.landline.ui.chats;

import org.jspecify.annotations.NullMarked;
