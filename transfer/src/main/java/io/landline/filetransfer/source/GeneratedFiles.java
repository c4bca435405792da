package io.landline.filetransfer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Tells files that Linux makes as they are read, as those in `/proc` and `/sys`. `stat` says 0 or 4,096 bytes of them,
/// whatever comes when they are read (proc(5), sysfs(5)), and an offer needs the size. They are not read to find out:
/// a read of some never ends. Asks the system once for each file system, by the device in a file's key. One thread.
final class GeneratedFiles {
    /// As `FileStore.type` names them. `efivarfs` says true sizes, and is not among them.
    private static final Set<String> GENERATED = Set.of("proc", "sysfs", "debugfs", "tracefs", "securityfs", "configfs",
            "cgroup", "cgroup2", "bpf", "selinuxfs", "smackfs", "fusectl", "binfmt_misc", "nfsd");

    private final Map<String, Boolean> byDevice = new HashMap<>();

    /// @param found what the file is; no link
    boolean has(Path file, BasicFileAttributes found) {
        String key = Objects.toString(found.fileKey(), ""); // "(dev=fd01,ino=12)"; none on Windows
        int end = key.indexOf(',');
        return end >= 0 && byDevice.computeIfAbsent(key.substring(0, end), _ -> isGenerated(file));
    }

    /// For a person who named such a file.
    static IOException refused(Path file) {
        return new IOException(file + " is made by the system as it is read, so its size is not known before. Copy it"
                + " to a file first, as with cat, and send that.");
    }

    private static boolean isGenerated(Path file) {
        try {
            return GENERATED.contains(Files.getFileStore(file).type());
        } catch (IOException e) {
            return false; // as in a changed root, where the system does not tell what is mounted
        }
    }
}
