package io.landline.filetransfer;

import java.util.Locale;
import java.util.Set;

/// Tells disks with FAT and with exFAT, as most sticks have, by the name that the system has for their file system.
/// Stateless; any thread.
public final class FatDisk {
    /// As `FileStore.type` names them: Linux, macOS, Windows.
    private static final Set<String> NAMES = Set.of("vfat", "msdos", "fat", "fat12", "fat16", "fat32", "fuse.fusefat");
    private static final Set<String> EXFAT_NAMES = Set.of("exfat", "fuse.exfat");

    private FatDisk() {}

    /// Whether it is FAT, and not exFAT.
    ///
    /// @param type of the file system
    public static boolean is(String type) {
        return NAMES.contains(type.toLowerCase(Locale.ROOT));
    }

    /// Whether it is exFAT, which differs: it holds large files, and keeps times exactly. Like FAT it keeps no
    /// permissions, and no numbers of files.
    ///
    /// @param type of the file system
    public static boolean isExfat(String type) {
        return EXFAT_NAMES.contains(type.toLowerCase(Locale.ROOT));
    }
}
