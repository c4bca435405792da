/// Entries in their logs, and what acts among them do to others: written, put into the index of words and taken out of
/// it, shown. Door: [SqliteEntries].
///
/// - Written: [EntryWriter], by [EntryInsert]. What a new entry changes is kept by [ActWriter]: [CountingActs] says
///   which acts count, [DeletesElsewhere] finds deletes of other rooms.
/// - Shown: [ActRows] reads what acts do to an entry, by [FirstActRows] where the first ones count and by
///   [LatestActRows] where the last does; [PinRows] what is pinned. Messages that were written again: [TwinRows].
/// - Rooms that continue others: [ContinuedRooms], [ContinuedTwins], [ContinuedSearch].
/// - The index of words: [ShownRows] keeps it, [SearchIndexCleanup] clears it within the [OverwriteAllowance],
///   [SearchRenewal] renews that of an older profile.
/// - Logs: [LogRows] has what is held, [LogFloorRows] their beginnings that were removed, [ForkRows] two branches,
///   [DroppedLogRows] those that gave way.
/// - What earlier versions left is put in order by [ProofSweep] and [UnmadeRooms].
@NullMarked
package io.landline.storage.entries;

import org.jspecify.annotations.NullMarked;
