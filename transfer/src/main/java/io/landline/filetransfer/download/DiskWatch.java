package io.landline.filetransfer.download;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.download.FileReception.DiskLimitException;
import io.landline.filetransfer.partial.DiskSpace;
import java.io.IOException;

/// Looks at the disk again while a download writes, before every reserve's worth of bytes and at each checkpoint's
/// time: others write to it as well. Confined to the download's writer thread.
final class DiskWatch {
    private final DiskSpace.Reservation reservation;
    private long writtenSinceLook;
    private long lookedAtNanos = System.nanoTime();

    /// @param reservation what is yet to be written
    DiskWatch(DiskSpace.Reservation reservation) { this.reservation = reservation; }

    /// Called before this number of bytes is written. Throws [DiskLimitException] where the rest does not fit any more.
    void keepSpace(int bytes) throws IOException {
        boolean due = System.nanoTime() - lookedAtNanos >= Checkpoints.INTERVAL.toNanos();
        if (due || writtenSinceLook + bytes > DiskSpace.RESERVE_BYTES) {
            if (!reservation.fits()) throw new DiskLimitException(FailureReason.DISK_FULL);
            lookedAtNanos = System.nanoTime();
            writtenSinceLook = 0;
        }
        writtenSinceLook += bytes;
        reservation.written(bytes);
    }
}
