/// Transfers to us, from the offer that arrives to the files that have their names. All of it runs on the files' queue.
/// The door is [IncomingTransfers].
///
/// - An offer that comes: [ArrivedOffers] has it accepted, waiting or not listed, within [OpenTransferLimits]; what
///   counts there is a [CountedOffer]. Taken back before it came: [EarlyWithdrawals]; ended, and still counted:
///   [EndedOffers].
/// - Those that are open: [IncomingTable], each an [IncomingTransfer]. Into which folder one goes: [AcceptedFolders].
/// - What is in one: [ManifestRequests]; before a person decides, [ManifestPreviews].
/// - Which one moves: [DownloadScheduler], by [DownloadSlots]. What becomes of one: [IncomingOutcomes].
@NullMarked
package io.landline.filetransfer.incoming;

import org.jspecify.annotations.NullMarked;
