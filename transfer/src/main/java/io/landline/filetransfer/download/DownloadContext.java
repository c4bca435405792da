package io.landline.filetransfer.download;

import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.partial.DiskSpace;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// What every way of receiving takes over from its download.
///
/// @param checkpoints where what came is forced to the disk
/// @param bytesHere of the whole transfer, on the disk
/// @param reservation what the whole transfer has yet to write
/// @param disk looks at it again while all of its files are written
/// @param lost files that the author cannot give
/// @param stopped whether it should end now
/// @param commit asked before a file gets its name
record DownloadContext(ChunkQueue queue, Executor checkpoints, BytesHere bytesHere, DiskSpace.Reservation reservation,
        DiskWatch disk, LostAtAuthor lost, BooleanSupplier stopped, WaitingFiles.Commit commit) {}
