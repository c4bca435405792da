/// What a conversation consists of, signed entries in logs, and the ports of what stores and hears them.
/// [io.landline.chat.sync] keeps it the same on every member's node.
///
/// - An entry: [Entry] is signed over its [EntryHeader], and of an [EntryKind]. What a person wrote in it is
///   [EntryText]; where it stands among others is a [TimelinePosition]. What takes its body away is a [Deletion].
/// - A log: [LogKey] names it, [LogState] says what is held of it. Two branches of one are a [Fork]; what its author
///   wrote again after that is a [RewrittenMessage].
/// - Who takes part: [Membership] asks the node, an [Admission] is a member's word for another one. [NewWords] lead to
///   the room that goes on.
/// - What is told beside entries: [NameCard], [PersonStatus].
/// - Ports to the disk, together [ChatStores]: [EntryStore], [ReceiptStore], [AdmissionStore], [BudgetStore] and
///   [NameCardStore]. What was committed is heard by a [ConversationListener].
@NullMarked
package io.landline.chat;

import org.jspecify.annotations.NullMarked;
