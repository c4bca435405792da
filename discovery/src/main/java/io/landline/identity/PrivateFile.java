package io.landline.identity;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Small files that the user alone may read, written whole or not at all: a temporary name beside, forced to the disk,
/// renamed. Stateless; one writer a file (the profile's lock sees to that).
final class PrivateFile {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    /// On Linux; its owner is the user.
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private PrivateFile() {}

    /// Makes the folder and those above it where they are missing; the folder itself for the user alone.
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        Files.createDirectory(folder, isPosix(folder.toAbsolutePath()) ? attributes(FOLDER) : new FileAttribute<?>[0]);
        restrict(folder);
    }

    /// Replaces the file. A crash at any line leaves the old one or the new one.
    static void write(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(temporary); // ours, of a start that was cut off
        var attributes = isPosix(file) ? attributes(FILE) : new FileAttribute<?>[0];
        try (var channel = FileChannel.open(temporary, Set.of(CREATE_NEW, WRITE), attributes)) {
            restrict(temporary);
            var left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        Files.move(temporary, file, ATOMIC_MOVE, REPLACE_EXISTING);
        forceFolder(file);
    }

    /// The content, at most `bytesMax` bytes: a longer file gives one byte more than that, which the caller takes as
    /// damage. Takes rights away from others where they have any.
    static byte[] read(Path file, int bytesMax) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(bytesMax + 1);
            if (isOpenToOthers(file)) restrict(file);
            return content;
        }
    }

    static boolean isOpenToOthers(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view != null && !FILE.containsAll(view.readAttributes().permissions());
    }

    /// The rename is on the disk once its folder is. Not every system lets a folder be opened; there the rename is safe
    /// without.
    static void forceFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) return;
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException e) {
            System.getLogger(PrivateFile.class.getName()).log(System.Logger.Level.DEBUG, "folder not forced", e);
        }
    }

    /// Takes all rights from others. An owner may always do that, but on a disk that keeps no rights, as a stick: there
    /// it stays open, and the node warns of it.
    private static void restrict(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            try {
                posix.setPermissions(Files.isDirectory(path) ? FOLDER : FILE);
            } catch (IOException e) {
                if (!isOwn(path)) throw notOwn(path, e);
                System.getLogger(PrivateFile.class.getName()).log(System.Logger.Level.DEBUG, "no rights kept", e);
            }
            return;
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (acl == null) return; // FAT and the like know no rights
        acl.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(acl.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .build()));
    }

    /// With a sentence for the user.
    private static IOException notOwn(Path path, IOException cause) throws IOException {
        return new IOException("The " + (Files.isDirectory(path) ? "folder " : "file ") + path
                + " belongs to another user of this computer (" + Files.getOwner(path).getName() + "), and only its"
                + " owner may close it to others. Nothing of the profile was changed. Start Landline as that user,"
                + " mount the disk as yours, or choose another folder with --profile.", cause);
    }

    static boolean isOwn(Path path) throws IOException {
        return Files.getOwner(path).equals(user(path.getFileSystem().getUserPrincipalLookupService()));
    }

    private static @Nullable UserPrincipal user(UserPrincipalLookupService users) throws IOException {
        try {
            return users.lookupPrincipalByName(System.getProperty("user.name", ""));
        } catch (UserPrincipalNotFoundException e) { // a user id without a name, as in some containers
            return Files.exists(THIS_PROCESS) ? Files.getOwner(THIS_PROCESS) : null;
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) return false;
        try {
            return Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class);
        } catch (IOException e) {
            // a changed root whose own mount cannot be seen from inside: its disk is of the system's own kind
            if (!Files.isDirectory(folder)) throw e;
            return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(permissions)};
    }
}
