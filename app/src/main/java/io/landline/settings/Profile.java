package io.landline.settings;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The folder that a node lives in, and the names in it. Immutable; any thread.
public final class Profile {
    static final String OWNER = "lock.owner";
    /// With less a disk counts as full, once something could not be written: a new profile takes half of it.
    private static final long ROOM_BYTES_MIN = 1024 * 1024;
    private static final String PORTABLE_DOWNLOADS = "downloads";

    private final Path folder;

    Profile(Path folder) { this.folder = folder; }

    /// Opens the profile in this folder, and makes the folder (for the user alone) where it is missing. An
    /// [IOException]'s message is a sentence for the user.
    ///
    /// An existing profile that others can enter is closed to them. A folder that holds anything else is not touched:
    /// it may be the user's home, and every file of ours is private by itself.
    public static Profile open(Path folder) throws IOException {
        Path real;
        Path named = folder.toAbsolutePath().normalize();
        String refusal = ProfileOwner.refusal(named, DefaultProfile.home(), System.getenv());
        if (refusal != null) throw new IOException(refusal);
        try {
            PrivateFolder.create(named);
            real = folder.toRealPath(); // one profile has one name, whatever link led here
        } catch (FileSystemException e) {
            throw unusable(folder, e);
        }
        var profile = new Profile(real);
        if (!Files.isReadable(real)) throw profile.denied(real);
        if (!Files.isWritable(real)) {
            throw new IOException(
                    "The profile's folder " + real
                            + " cannot be written to. A node stores what it hears, so only commands"
                            + " that read and start none work, such as landline history. Make it writable, or choose"
                            + " another with --profile.");
        }
        if (profile.isOurs()) closeToOthers(real);
        return profile;
    }

    /// The profile in this folder, to read in it, also where nothing may be written. Root may ask the node of somebody
    /// else so. Without a profile there it is [#open].
    public static Profile openToRead(Path folder) throws IOException {
        boolean isThere = Files.isRegularFile(new Profile(folder).settingsFile());
        Path named = folder.toAbsolutePath().normalize();
        boolean isOurs = Files.isWritable(folder)
                && ProfileOwner.refusal(named, DefaultProfile.home(), System.getenv()) == null;
        if (!isThere || isOurs) return open(folder);
        var profile = new Profile(folder.toRealPath());
        profile.requireReadable(profile.identityFolder());
        return profile;
    }

    /// Whether anything of a profile is in this folder.
    public static boolean isIn(Path folder) {
        var profile = new Profile(folder);
        return Files.exists(profile.settingsFile()) || Files.exists(profile.identityFolder())
                || Files.exists(profile.lockFile()) || Files.exists(profile.database());
    }

    /// Whether one could be made in this folder, and none is there. Not so below a file, nor where the disk cannot
    /// tell, as in a folder that this user may not enter: opening it says why.
    public static boolean isMissing(Path folder) {
        return !isIn(folder) && Files.notExists(new Profile(folder).settingsFile())
                && Files.isDirectory(nearestThere(folder.toAbsolutePath()));
    }

    /// Throws, with a sentence for the user, where a part of the profile is there and may not be read.
    public void requireReadable(Path part) throws IOException {
        if (Files.exists(part) && !Files.isReadable(part)) throw denied(part);
    }

    private IOException denied(Path part) {
        return unusable(folder, new AccessDeniedException(part.toString()));
    }

    /// What a disk refused of the profile in this folder, as a sentence for the user: its own message is a path alone.
    public static IOException unusable(Path folder, FileSystemException cause) {
        String at = cause.getFile() == null ? folder.toString() : cause.getFile();
        Path there = nearestThere(folder.toAbsolutePath()); // a system does not say which part is a file
        String reason = switch (cause) {
            case FileAlreadyExistsException _ -> at + " is a file, and no folder";
            case NotDirectoryException _ -> at + " is no folder";
            case AccessDeniedException _ -> "you have no permission at " + at + ProfileOwner.ofAnother(Path.of(at));
            case NoSuchFileException _ -> at + " does not exist";
            case FileSystemException _ when Files.isRegularFile(there) -> there + " is a file, and no folder";
            default -> (cause.getReason() == null ? "the disk refused it" : cause.getReason()) + " at " + at;
        };
        return new IOException("The profile's folder " + folder + " cannot be made or opened (" + reason
                + "); choose another with --profile.", cause);
    }

    /// Why a profile in this folder could not be written, as a sentence for the user, where its disk is full. Null
    /// where there is room, or where that cannot be told.
    public static @Nullable String fullDisk(Path folder) {
        Path there = nearestThere(folder.toAbsolutePath());
        try {
            if (Files.getFileStore(there).getUsableSpace() >= ROOM_BYTES_MIN) return null;
        } catch (IOException e) {
            return null;
        }
        return "The disk of the profile's folder " + folder
                + " is full. Nothing of the profile was lost; make room there, or choose another folder with"
                + " --profile.";
    }

    /// This path, or the nearest folder above it that is there.
    ///
    /// @param path absolute
    public static Path nearestThere(Path path) {
        Path there = path;
        while (there.getParent() != null && !Files.exists(there)) there = there.getParent();
        return there;
    }

    /// Nothing in it, or a profile.
    private boolean isOurs() throws IOException {
        if (Files.exists(lockFile()) || Files.exists(settingsFile()) || Files.exists(identityFolder())) return true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    private static void closeToOthers(Path folder) {
        try {
            PrivateFolder.tighten(folder);
        } catch (IOException e) {
            // Somebody else's folder that we may write to, or a file system without modes: the files in it are private
            // by themselves.
            System.getLogger(Profile.class.getName())
                    .log(keepsPermissions(folder) ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                            "the profile's folder stays open to others (" + e.getMessage() + ")");
        }
    }

    /// Where files go from a profile that travels with the program: beside it. Null for any other profile.
    public @Nullable Path portableDownloads() {
        try {
            Path portable = DefaultProfile.portable();
            if (portable == null || !Files.isSameFile(portable, folder)) return null;
            return folder.resolveSibling(PORTABLE_DOWNLOADS);
        } catch (IOException e) {
            return null; // another profile was named, and the usual one cannot be told
        }
    }

    /// Whether other computers can reach these files too, as in a network home. False where that cannot be told.
    public boolean isOnNetworkShare() {
        try {
            return DiskKind.isNetworkShare(folder, Files.getFileStore(folder).type());
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether everybody at a computer with this disk can read what is kept here: its file system keeps no permissions,
    /// as on most sticks, or does not keep ours. False where that cannot be told.
    public boolean isReadableByOthers() {
        try {
            return DiskKind.keepsNoPermissions(Files.getFileStore(folder).type())
                    || Files.isDirectory(identityFolder()) && PrivateFolder.isOpenToOthers(identityFolder());
        } catch (IOException e) {
            return false;
        }
    }

    /// False where the node warns of it anyway.
    private static boolean keepsPermissions(Path folder) {
        try {
            return !DiskKind.keepsNoPermissions(Files.getFileStore(folder).type());
        } catch (IOException e) {
            return true;
        }
    }

    public Path folder() {
        return folder;
    }

    /// What the identity's own files and the run number are kept in.
    public Path identityFolder() {
        return folder.resolve("identity");
    }

    public Path settingsFile() {
        return folder.resolve("settings.json");
    }

    /// Small pictures of files that were received or offered.
    public Path thumbnails() {
        return folder.resolve(ProfileFiles.THUMBNAILS);
    }

    /// A deletion clears them all, since they may show what was deleted. Those of other files are made again.
    public void clearThumbnails() {
        if (!Files.isDirectory(thumbnails(), LinkOption.NOFOLLOW_LINKS)) return;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(thumbnails())) {
            for (Path each : all) Files.deleteIfExists(each);
        } catch (IOException e) {
            System.getLogger(Profile.class.getName())
                    .log(System.Logger.Level.WARNING, "a thumbnail cannot be deleted", e);
        }
    }

    /// Where the window was, and how it looks.
    public Path windowFile() {
        return folder.resolve("window.json");
    }

    public Path database() {
        return folder.resolve("history.db");
    }

    /// Rooms with their keys, and people met, a second time.
    public Path trustFile() {
        return folder.resolve("trust.json");
    }

    public Path logFolder() {
        return folder.resolve("log");
    }

    /// The lock; nobody but [ProfileLock] may ever open it.
    Path lockFile() {
        return folder.resolve("lock");
    }

    /// Who holds the lock.
    Path ownerFile() {
        return folder.resolve(OWNER);
    }
}
