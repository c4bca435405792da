package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferStore.StoredSource;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What tells that a file changed, on disks of each kind. A stick that was put in again has its files under other
/// numbers.
class SourceMarkTest {
    private static final long OFFERED = 1_795_525_200_000L;
    private static final long HOUR = 3_600_000;
    private static final int BYTES = 700;

    private static boolean isSame(@Nullable Object key, long modified, long bytes, String type) {
        var offered = new StoredSource("film", "/media/stick/film", BYTES, OFFERED, "(dev=811,ino=45)");
        return SourceMark.isSame(offered, new Found(key, modified, bytes), () -> type);
    }

    private static boolean isSame(long modified, String type) {
        return isSame("(dev=821,ino=9)", modified, BYTES, type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfat", "msdos", "exfat", "fuse.sshfs", "fuseblk"})
    void aFileOnAStickThatWasPutInAgainIsTheOneThatWasOffered(String type) {
        assertTrue(isSame(OFFERED, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfat", "msdos", "FAT32", "FAT"})
    void onFatATimeMayBeReadInStepsAndAnHourOffOnceSummerTimeBeginsOrEnds(String type) {
        for (long hour : new long[]{-HOUR, 0, HOUR}) {
            for (long step : new long[]{-1_999, 0, 1_999}) assertTrue(isSame(OFFERED + hour + step, type));
            for (long more : new long[]{-2_000, 2_000}) assertFalse(isSame(OFFERED + hour + more, type));
        }
        assertFalse(isSame(OFFERED + 2 * HOUR, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exfat", "fuse.sshfs"})
    void otherDisksKeepTheirTimes(String type) {
        assertFalse(isSame(OFFERED + 1, type));
        assertFalse(isSame(OFFERED + HOUR, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "btrfs", "xfs", "ntfs3", "apfs", "nfs4", "tmpfs"})
    void h66_whereNumbersLastAnotherFileInItsPlaceIsNoticed(String type) {
        assertFalse(isSame(OFFERED, type));
        assertTrue(isSame("(dev=821,ino=45)", OFFERED, BYTES, type));
        assertFalse(isSame("(dev=821,ino=45)", OFFERED + 1, BYTES, type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vfat", "exfat", "fuse", "ext4"})
    void h66_anotherSizeIsAChangeEverywhere(String type) {
        assertFalse(isSame("(dev=811,ino=45)", OFFERED, BYTES + 1, type));
    }

    /// Windows tells no numbers.
    @Test
    void withoutNumbersSizeAndTimeCount() {
        var offered = new StoredSource("film", "E:\\film", BYTES, OFFERED, "");
        assertTrue(SourceMark.isSame(offered, new Found(null, OFFERED, BYTES), () -> "NTFS"));
        assertFalse(SourceMark.isSame(offered, new Found(null, OFFERED + 1, BYTES), () -> "NTFS"));
        assertTrue(SourceMark.isSame(offered, new Found(null, OFFERED + HOUR, BYTES), () -> "FAT32"));
    }

    /// The kind of a disk is a look into a list of all mounted ones.
    @Test
    void theKindOfDiskIsNotAskedWhereNothingDiffers() {
        var offered = new StoredSource("film", "/film", BYTES, OFFERED, "(dev=811,ino=45)");
        assertTrue(SourceMark.isSame(offered, new Found("(dev=811,ino=45)", OFFERED, BYTES), () -> {
            throw new AssertionError("asked");
        }));
    }

    /// As in a changed root.
    @Test
    void aDiskOfAnUnknownKindKeepsItsNumbers() {
        var offered = new StoredSource("film", "/film", BYTES, OFFERED, "(dev=811,ino=45)");
        assertFalse(SourceMark.isSame(offered, new Found("(dev=811,ino=9)", OFFERED, BYTES), () -> {
            throw new IOException("nothing is told");
        }));
    }

    private record Found(@Nullable Object fileKey, long modified, long size) implements BasicFileAttributes {
        @Override
        public FileTime lastModifiedTime() {
            return FileTime.fromMillis(modified);
        }

        @Override
        public FileTime lastAccessTime() {
            return lastModifiedTime();
        }

        @Override
        public FileTime creationTime() {
            return lastModifiedTime();
        }

        @Override
        public boolean isRegularFile() {
            return true;
        }

        @Override
        public boolean isDirectory() {
            return false;
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }
    }
}
