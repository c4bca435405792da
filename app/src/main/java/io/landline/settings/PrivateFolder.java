package io.landline.settings;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Folders and files that the user alone can enter. Systems without POSIX modes (Windows) keep a user's folders apart
/// by inherited access lists: there the modes are left out. Stateless; any thread.
public final class PrivateFolder {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

    private PrivateFolder() {}

    /// Makes the folder, and the ones above it, with mode 0700; one that exists stays as it is.
    public static void create(Path folder) throws IOException {
        Files.createDirectories(folder, folderMode());
    }

    /// Makes the folder with mode 0700; fails where there is anything of that name.
    ///
    /// @return false where there was something already
    public static boolean createNew(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, folderMode());
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /// Whether nobody else can have put anything into this folder: a real folder (no link) that the user owns, with
    /// nothing allowed to others. Where there are no modes: whether it is a folder.
    public static boolean isPrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return false;
        if (!POSIX) return true;
        if (!FOLDER_MODE.containsAll(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))) return false;
        String user = System.getProperty("user.name", "");
        try {
            var lookup = folder.getFileSystem().getUserPrincipalLookupService();
            return Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(lookup.lookupPrincipalByName(user));
        } catch (IOException e) {
            return false; // a user id without a name, as in some containers: who owns the folder cannot be told
        }
    }

    /// Whether others may enter the folder, by its modes. False where there are none.
    static boolean isOpenToOthers(Path folder) throws IOException {
        return POSIX && !FOLDER_MODE.containsAll(Files.getPosixFilePermissions(folder));
    }

    /// Takes a folder's permissions for others away, where that is possible. One that has these modes already is not
    /// touched: its disk may be read-only.
    static void tighten(Path folder) throws IOException {
        if (POSIX && !FOLDER_MODE.equals(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, FOLDER_MODE);
        }
    }

    /// Takes a file's permissions for others away.
    public static void tightenFile(Path file) throws IOException {
        if (POSIX) Files.setPosixFilePermissions(file, FILE_MODE);
    }

    private static FileAttribute<?>[] folderMode() {
        return POSIX
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(FOLDER_MODE)}
                : new FileAttribute<?>[0];
    }

    /// For `Files.createFile` and file channels: mode 0600.
    public static FileAttribute<?>[] fileMode() {
        return POSIX
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(FILE_MODE)}
                : new FileAttribute<?>[0];
    }
}
