/// The messages of the open conversation: their rows, how they scroll, and what can be done with them.
///
/// - On the screen: [TimelinePane] keeps the place, by [TimelineFlow] in pixels and [TimelineEnd]; below it
///   [TimelineJumps], above it [TimelineTopLine].
/// - A row is a [TimelineCell], what stands in its bubble [MessageContent], with [PollBox], [ReactionBar] and
///   [DeliveryMark].
/// - The model: [TimelineViewModel]. [HeldEntries] has the entries that are loaded, [HeldRows] and [TimelineRows] make
///   rows of them, [MoreEntries] loads further ones.
/// - What is new: [TimelineNews]; what counts as read: [TimelineReading] with its [ReadMark] and [ReadingTimer]; what a
///   screen reader says: [Announcements].
/// - What can be done: [MessageMenu], [MessageActions], [TimelineKeys], with several [SelectedMessages] and
///   [SelectionBar].
@NullMarked
package io.landline.ui.chats.timeline;

import org.jspecify.annotations.NullMarked;
