package io.landline.filetransfer.incoming;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.running.TransferEvents;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.queue.SerialQueue;
import java.util.concurrent.ExecutorService;

/// What transfers to us use of the files' other parts.
///
/// @param housekeeping forces files to the disk and removes partial files
public record IncomingContext(TransferStore store, ConnectedPeers peers, SerialQueue queue, TransferEvents events,
        ExecutorService housekeeping, DiskSpace space, Swarms swarms) {}
