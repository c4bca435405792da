package io.landline.filetransfer.source;

import io.landline.filetransfer.FailureReason;
import io.landline.swarm.ChunkSpan;

/// A file of an own offer that is not what was offered, so none of it is given any more.
///
/// @param number in the offer
/// @param chunks those of the offer that are its
/// @param bytes of all of it
public record LostFile(long number, ChunkSpan chunks, long bytes, FailureReason reason) {}
