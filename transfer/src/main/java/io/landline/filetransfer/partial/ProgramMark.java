package io.landline.filetransfer.partial;

import java.io.IOException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/// The executable bit of a received file. Stateless; any thread.
final class ProgramMark {
    private ProgramMark() {}

    /// Who may read the file may also run it.
    static void put(PosixFileAttributeView file) throws IOException {
        Set<PosixFilePermission> now = EnumSet.copyOf(file.readAttributes().permissions());
        if (now.contains(PosixFilePermission.OWNER_READ)) now.add(PosixFilePermission.OWNER_EXECUTE);
        if (now.contains(PosixFilePermission.GROUP_READ)) now.add(PosixFilePermission.GROUP_EXECUTE);
        if (now.contains(PosixFilePermission.OTHERS_READ)) now.add(PosixFilePermission.OTHERS_EXECUTE);
        file.setPermissions(now);
    }
}
