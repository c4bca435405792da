/// What windows and the command line use of a running node: its ports, the events that it tells, and how a command
/// fails.
///
/// - Ports: [Chats], what is done with messages [MessageActs] and kept of them [MessageNotes], the past [ChatHistory],
///   what the user chose for a conversation [Choices] with [Muting] and [Keeping]. [FileTransfers], [HandIns] with
///   [HandInLists], [ShelfCommands]. [Contacts] with [Activity], [Rooms], [Preferences], [PacketTap], [LookAround].
/// - What they give back: [TimelineItem] with [Quote], [PinnedItem], [NewestEntry], [Unread], [UnreachedOffer].
/// - Events: [NodeEvent], to a [NodeWatcher] until its [Subscription] is closed. [WarningCode] and [FailureCode] say
///   what is warned of, and what a node can no longer do.
/// - Refusals: [CommandException], with a [Reason] where its code alone is not enough.
/// - What people type: [TypedAddress], [TypedSize], [CalledByName].
@NullMarked
package io.landline.node.port;

import org.jspecify.annotations.NullMarked;
