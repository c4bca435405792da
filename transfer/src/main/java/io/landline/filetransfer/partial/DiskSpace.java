package io.landline.filetransfer.partial;

import io.landline.filetransfer.FatDisk;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Who may still write how much to which disk. Each running download reserves what it has yet to write, so that two do
/// not count on the same free bytes; the one that came first goes first. A reserve stays free, for the database and for
/// the system. Any thread; the disk is asked outside the monitor.
public final class DiskSpace {
    /// These bytes stay free: the database must be able to write, and a full system disk stops more than us.
    public static final long RESERVE_BYTES = 16L * 1024 * 1024;
    /// What FAT has 32 bits for (Microsoft, *FAT32 File System Specification*, `DIR_FileSize`).
    static final long FAT_FILE_BYTES_MAX = 0xffff_ffffL;

    /// One file system, and how much is free on it. Two of one file system are equal.
    public interface Disk {
        long usableBytes() throws IOException;

        /// A file with more bytes cannot be written there.
        default long fileBytesMax() {
            return Long.MAX_VALUE;
        }
    }

    /// Finds the disk that holds a folder.
    public interface Disks {
        Disk of(Path folder) throws IOException;
    }

    /// The computer's own disks.
    public static final Disks REAL = DiskSpace::disk;

    private record Real(FileStore store) implements Disk {
        @Override
        public long usableBytes() throws IOException {
            return store.getUsableSpace();
        }

        @Override
        public long fileBytesMax() {
            return FatDisk.is(store.type()) ? FAT_FILE_BYTES_MAX : Long.MAX_VALUE;
        }
    }

    /// The disk of a changed root: what is mounted there cannot be seen from inside, so all of it counts as one.
    private record Root(Path root) implements Disk {
        @Override
        public long usableBytes() {
            return root.toFile().getUsableSpace();
        }
    }

    private static Disk disk(Path folder) throws IOException {
        try {
            return new Real(Files.getFileStore(folder));
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) throw e;
            return new Root(folder.toAbsolutePath().getRoot());
        }
    }

    private static final int KILO = 1_000;
    private static final int TENTHS = 10;

    private final Disks disks;
    /// In the order in which they began.
    private final Map<Reservation, Disk> reservations = new LinkedHashMap<>();

    public DiskSpace(Disks disks) { this.disks = disks; }

    /// What one download has yet to write. Its numbers change under the monitor of this DiskSpace.
    public final class Reservation implements AutoCloseable {
        private final Disk disk;
        private long bytes;

        private Reservation(Disk disk) { this.disk = disk; }

        /// This many bytes are to be written from now on.
        public void needs(long left) {
            synchronized (DiskSpace.this) {
                bytes = left;
            }
        }

        /// `count` of them are written; fewer than none where some must be written again.
        public void written(long count) {
            synchronized (DiskSpace.this) {
                bytes = Math.max(0, bytes - count);
            }
        }

        /// Whether a file of this size can be written there.
        public boolean takesFileOf(long bytes) {
            return bytes <= disk.fileBytesMax();
        }

        /// Whether all that it needs fits beside what earlier reservations need and the reserve, as the disk is now.
        /// Nothing to write always fits.
        public boolean fits() throws IOException {
            long usable = disk.usableBytes();
            synchronized (DiskSpace.this) {
                if (bytes == 0) return true;
                long left = usable - RESERVE_BYTES;
                for (Map.Entry<Reservation, Disk> other : reservations.entrySet()) {
                    if (other.getKey() == this || left < 0) break;
                    // both at most 2⁵² and left not negative: exact
                    if (other.getValue().equals(disk)) left -= other.getKey().bytes;
                }
                return bytes <= left;
            }
        }

        /// It does not write any more.
        @Override
        public void close() {
            synchronized (DiskSpace.this) {
                reservations.remove(this);
            }
        }
    }

    /// Rounded up to a tenth of its unit (kB, MB, GB …), as people read it: what is told is enough.
    public static long roundedUp(long bytes) {
        long unit = 1;
        while (bytes / unit >= KILO) unit *= KILO;
        long step = Math.max(1, unit / TENTHS);
        return (bytes + step - 1) / step * step;
    }

    /// How many bytes must be freed before a download that has this many left to write fits behind those that run. 0
    /// where it fits.
    public long missing(Path folder, long left) throws IOException {
        Disk disk = disks.of(folder);
        long usable = disk.usableBytes();
        synchronized (this) {
            long needed = RESERVE_BYTES + left;
            for (Map.Entry<Reservation, Disk> running : reservations.entrySet()) {
                if (running.getValue().equals(disk)) needed += running.getKey().bytes;
            }
            return left == 0 ? 0 : Math.max(0, needed - usable);
        }
    }

    /// The same as people are told it: [#roundedUp], and 0 too where the disk cannot be looked at.
    public long missingTold(Path folder, long left) {
        try {
            return roundedUp(missing(folder, left));
        } catch (IOException e) {
            return 0;
        }
    }

    /// A reservation behind those that are there, of nothing yet.
    public Reservation reserve(Path folder) throws IOException {
        Disk disk = disks.of(folder);
        var reservation = new Reservation(disk);
        synchronized (this) {
            reservations.put(reservation, disk);
        }
        return reservation;
    }
}
