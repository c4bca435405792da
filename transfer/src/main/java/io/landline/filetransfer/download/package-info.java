/// One transfer to us while its bytes move: what it asks for, checks, and writes. Door: [Download].
///
/// - From its author: [AuthorReception], of each file a [FileReception]; small files are [PrefetchedChunks]. The
///   connection: [BulkConnections]. From many: [SwarmReception], which speaks with the rules of swarms by [SwarmLink].
/// - Hash pages: [PageRequests] asks for them, [KnownPages] keeps them. What waits for one: [UnprovenChunks], whole
///   files in [WaitingFiles].
/// - What an earlier run left: [KeptChunks], read again by [ChunkRecheck].
/// - The disk: [DiskWatch] looks whether it is full, [Checkpoints] force what came, [OfferPartials] has the open files.
///   [BytesHere] and [ReceivedSums] count.
/// - How it ends early: [EarlyEnd]; what its author cannot give: [LostAtAuthor]; who sends what nobody asked for:
///   [UnaskedChunks].
/// - What was received is read for others by [ReceivedChunks].
@NullMarked
package io.landline.filetransfer.download;

import org.jspecify.annotations.NullMarked;
