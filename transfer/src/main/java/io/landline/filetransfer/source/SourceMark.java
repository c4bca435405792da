package io.landline.filetransfer.source;

import io.landline.filetransfer.FatDisk;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.manifest.ManifestPage;
import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/// Whether a file of ours is still the one that was offered, by what its file system tells: size, time and number. Some
/// file systems tell less. Stateless; any thread.
final class SourceMark {
    /// FAT keeps local time in steps of two seconds. A system may show a finer one until the stick is taken out.
    static final Duration FAT_STEP = Duration.ofSeconds(2);
    /// By so much all times on a FAT disk are off once summer time begins or ends.
    static final Duration SUMMER_TIME = Duration.ofHours(1);

    /// What programs show as folders, as sshfs and the desktop's network folders: they count as they go.
    private static final String FUSE = "fuse";

    /// What kind of disk a file is on; asked only where something differs.
    interface Disk {
        /// As `FileStore.type` names it.
        String type() throws IOException;
    }

    private SourceMark() {}

    static long modifiedMillis(BasicFileAttributes of) {
        return Math.clamp(of.lastModifiedTime().toMillis(), 0, ManifestPage.MODIFIED_MILLIS_MAX);
    }

    static String key(BasicFileAttributes attributes) {
        return Objects.toString(attributes.fileKey(), "");
    }

    static boolean isSame(StoredSource offered, BasicFileAttributes now, Disk disk) {
        if (!now.isRegularFile() || now.size() != offered.bytes()) return false;
        boolean sameNumber = numberOnDisk(key(now)).equals(numberOnDisk(offered.fileKey()));
        long apart = Math.abs(modifiedMillis(now) - offered.modifiedMillis());
        if (sameNumber && apart == 0) return true;
        String type = type(disk);
        if (FatDisk.is(type)) return isWithinStep(apart) || isWithinStep(apart - SUMMER_TIME.toMillis());
        return apart == 0 && (FatDisk.isExfat(type) || type.startsWith(FUSE));
    }

    private static String type(Disk disk) {
        try {
            return disk.type().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return ""; // as in a changed root, where the system does not tell what is mounted
        }
    }

    private static boolean isWithinStep(long millis) {
        return Math.abs(millis) < FAT_STEP.toMillis();
    }

    /// Of `(dev=fd01,ino=12)` the part that lasts: a disk may have another number after the next start of the computer,
    /// or once it was plugged in again. Empty where there is no key.
    private static String numberOnDisk(String key) {
        return key.substring(key.indexOf(',') + 1);
    }
}
