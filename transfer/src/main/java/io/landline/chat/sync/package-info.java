/// Keeps conversations the same on every member's node: asks, takes, passes on and confirms, and bounds what that
/// costs. Door: [Conversations]. It posts each call to the conversations' thread; there [ConversationsCore] does it.
///
/// - What sessions bring: [SessionTurns] gives each peer its turn, [ChatFrameRouter] gives each frame to its part.
///   [PeerLink] is what is remembered of one session, [PeerRounds] looks after all of them.
/// - Entries of others: [InventorySync] tells and hears who has what, [PeerInventory] keeps what one peer has,
///   [EntryFetcher] asks for it, [EntryReceiver] checks and stores it.
/// - Own entries: [OwnEntryWriter] takes what is handed in, [WritingGate] holds it back, [OwnLogs] signs and commits
///   it, [Pushes] send it.
/// - Which logs are taken, and over which sessions a conversation may pass: [LogFilter] with [LeavingLogs]
///   and [FullRooms], [LogFloors] with [RetentionCut], [Admissions], [ConversationAccess]. Logs with two branches:
///   [Forks] and [Disputes], mended by [ForkRepair].
/// - What else is told: [Receipts] with [SeenLogs], [NameCards] with [CardSlots], [PeerActivity].
/// - What others may cost: [Budgets], [Pauses], [UnknownWriters]; the user hears of it by [LimitWarnings].
@NullMarked
package io.landline.chat.sync;

import org.jspecify.annotations.NullMarked;
