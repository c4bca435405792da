package io.landline.settings;

import io.landline.filetransfer.FatDisk;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// What the file system of a disk means for a profile, by the name that the system has for it. Stateless; any thread.
final class DiskKind {
    /// File systems that other computers can write to as well, as `FileStore.type` names them on Linux, macOS and
    /// Windows.
    private static final Set<String> SHARED_FILE_SYSTEMS = Set.of("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3",
            "smbfs", "ncpfs", "9p", "afs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse",
            "fuse.rclone", "fuse.smbnetfs", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "gfs2", "ocfs2",
            "lustre", "beegfs", "vboxsf", "virtiofs", "fuse.vmhgfs-fuse", "prl_fs");

    private DiskKind() {}

    static boolean isNetworkShare(Path folder, String fileSystem) {
        boolean unc = folder.toString().startsWith("\\\\"); // Windows says NTFS of a share's far end
        return unc || SHARED_FILE_SYSTEMS.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    static boolean keepsNoPermissions(String fileSystem) {
        return FatDisk.is(fileSystem) || FatDisk.isExfat(fileSystem);
    }
}
