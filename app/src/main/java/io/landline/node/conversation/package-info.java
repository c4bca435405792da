/// Conversations as they are stored: how they are read, searched and exported, and how an entry is written.
///
/// - Read: [JoinedTimeline] has a conversation with the rooms that it continues. Over it the window reads by
///   [WindowPages] and [ItemReader], commands by [History] and [MessageReader]. The list: [ConversationList].
/// - Searched: [SearchEverywhere]; found by an id: [MessageIds]. Exported: [Exports].
/// - Written: [ConversationWriter]; what is not sent yet: [ConversationDrafts].
/// - Told to windows: [ChatChanges]. Read up to where: [ReadMarks]. Unread and mentions this user: [UnreadCalls].
/// - Removed when it is old: [Retention] with [RetentionRounds], without a node [ProfileKeeping]. The search of an
///   older profile: [GradualRenewal].
@NullMarked
package io.landline.node.conversation;

import org.jspecify.annotations.NullMarked;
