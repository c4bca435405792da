package io.landline.filetransfer;

import java.util.Locale;
import java.util.Set;

/// Tells disks with FAT, as most sticks have, by the name that the system has for their file system. Stateless; any
/// thread.
public final class FatDisk {
    /// As `FileStore.type` names it: Linux, macOS, Windows. exFAT is another one.
    private static final Set<String> NAMES = Set.of("vfat", "msdos", "fat", "fat12", "fat16", "fat32", "fuse.fusefat");

    private FatDisk() {}

    /// @param type of the file system
    public static boolean is(String type) {
        return NAMES.contains(type.toLowerCase(Locale.ROOT));
    }
}
