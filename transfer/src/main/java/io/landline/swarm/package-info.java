/// How the receivers of one offer help each other: who tells which peers what it has, who asks which peer for which
/// chunk, and what the origin still sends (docs/protocol/swarm.md). Rules only: told the time, without threads, sockets
/// or files. Each object is confined to the caller's thread.
///
/// - Doors, each a [Participant]: [SwarmReceiver] and [SwarmOrigin]. What they want done waits in the [SwarmOutbox],
///   and travels as a [SwarmFrame].
/// - What a receiver has and lacks: [ReceiverChunks], [InitialChunks]; told to others by [ChunkAnnouncements].
/// - Who is asked: [ReceiverPeers] looks after its [Partners], each a [Partner]. [RequestScheduler] asks them, first
///   for the [FirstSlice], then for the [RarestChunk]; what was asked and has not come is in [OpenRequests].
/// - Who is slow or gives wrong chunks: [ResponseTime], [LateAnswers], [PartnersPace], [WrongChunkSenders].
/// - What the origin leaves to others: [OriginPolicy]; what a receiver remembers of that: [OriginRefusals]. Who
///   gets the next chunk from anybody: [UploadTurns], by what each was [GivenLately]; how long they stay:
///   [SeedingRules].
/// - Sets and numbers of chunks: [ChunkSet], [ChunkSpan], [ChunkSizes], [ChunkHolders]. What bounds the frames of
///   others: [FramePaces].
@NullMarked
package io.landline.swarm;

import org.jspecify.annotations.NullMarked;
