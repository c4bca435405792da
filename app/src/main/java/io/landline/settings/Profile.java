package io.landline.settings;

import io.landline.filetransfer.FatDisk;
import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder that a node lives in, and the names in it. Immutable; any thread.
public final class Profile {
    static final String OWNER = "lock.owner";
    /// File systems that other computers can write to as well, as `FileStore.type` names them on Linux, macOS and
    /// Windows.
    private static final Set<String> SHARED_FILE_SYSTEMS = Set.of("nfs", "nfs3", "nfs4", "cifs", "smb", "smb2", "smb3",
            "smbfs", "ncpfs", "9p", "afs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse",
            "fuse.rclone", "fuse.smbnetfs", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "gfs2", "ocfs2",
            "lustre", "beegfs", "vboxsf", "virtiofs", "fuse.vmhgfs-fuse", "prl_fs");
    /// With less a disk counts as full, once something could not be written: a new profile takes half of it.
    private static final long ROOM_BYTES_MIN = 1024 * 1024;
    /// Where the program's own folder is; the launcher of the image sets it.
    private static final String PROGRAM = "landline.folder";
    /// A file of this name in the program's folder has the profile kept beside it.
    private static final String PORTABLE = "portable";
    private static final String PORTABLE_PROFILE = "profile";
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
        String refusal = ProfileOwner.refusal(named, home(), System.getenv());
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
        boolean isOurs = Files.isWritable(folder) && ProfileOwner.refusal(named, home(), System.getenv()) == null;
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

    /// Where the profile is when nobody says otherwise (docs/command-line.md, "Profile and log"). The environment is an
    /// argument so that every system is testable on any. Throws, with a sentence for the user, where there is no home.
    ///
    /// @param home the system property `user.home`
    public static Path defaultFolder(OperatingSystem system, Map<String, String> environment, String home)
            throws IOException {
        if (system == OperatingSystem.WINDOWS) {
            Path roaming = absolute(environment.get("APPDATA"));
            return roaming == null
                    ? homeOf(environment.get("USERPROFILE"), home).resolve("AppData", "Roaming", "Landline")
                    : roaming.resolve("Landline");
        }
        if (system == OperatingSystem.MACOS) {
            return homeOf(environment.get("HOME"), home).resolve("Library", "Application Support", "Landline");
        }
        // XDG base directories: "all paths must be absolute", others are ignored
        Path data = absolute(environment.get("XDG_DATA_HOME"));
        return data == null
                ? homeOf(environment.get("HOME"), home).resolve(".local", "share", "landline")
                : data.resolve("landline");
    }

    /// The default folder of this process.
    public static Path defaultFolder() throws IOException {
        Path portable = portableFolder();
        if (portable != null) return portable;
        return defaultFolder(OperatingSystem.here(), System.getenv(), System.getProperty("user.home", ""));
    }

    /// The profile in the program's own folder, as on a stick: where that folder has a file `portable`, or a folder
    /// `profile` (docs/packaging.md, "On a stick"). Null where it has neither.
    ///
    /// @param program the program's folder; null where it was not installed as one
    static @Nullable Path portableFolder(@Nullable String program) throws IOException {
        Path folder = absolute(program);
        if (folder == null) return null;
        Path profile = folder.resolve(PORTABLE_PROFILE);
        return Files.isDirectory(profile) || Files.isRegularFile(folder.resolve(PORTABLE)) ? profile : null;
    }

    /// The profile in the folder of this process's program; null where there is none.
    private static @Nullable Path portableFolder() throws IOException {
        return portableFolder(System.getProperty(PROGRAM));
    }

    /// Where files go from a profile that travels with the program: beside it. Null for any other profile.
    public @Nullable Path portableDownloads() {
        try {
            Path portable = portableFolder();
            if (portable == null || !Files.isSameFile(portable, folder)) return null;
            return folder.resolveSibling(PORTABLE_DOWNLOADS);
        } catch (IOException e) {
            return null; // another profile was named, and the usual one cannot be told
        }
    }

    /// The home folder of this user, as the default profile has it. Null where there is none.
    public static @Nullable Path home() {
        boolean isWindows = OperatingSystem.here() == OperatingSystem.WINDOWS;
        try {
            return homeOf(System.getenv(isWindows ? "USERPROFILE" : "HOME"), System.getProperty("user.home", ""));
        } catch (IOException e) {
            return null;
        }
    }

    /// What `~` is in a shell, else what the system's list of users says (`?` where the user is not in it).
    private static Path homeOf(@Nullable String variable, String property) throws IOException {
        Path home = absolute(variable);
        if (home == null) home = absolute(property);
        if (home == null) {
            throw new IOException(
                    "This user has no home folder: say with --profile where Landline may keep its files.");
        }
        return home;
    }

    /// Null where that is no absolute path. One that this locale's character set cannot spell is told, not passed over:
    /// another folder would be another identity.
    private static @Nullable Path absolute(@Nullable String text) throws IOException {
        if (text == null || text.isBlank()) return null;
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path : null;
        } catch (InvalidPathException e) {
            throw new IOException(
                    "The home folder's name cannot be spelled in this locale's character set: set LC_ALL=C.UTF-8, "
                            + "or say with --profile where Landline may keep its files.",
                    e);
        }
    }

    /// Whether other computers can reach these files too, as in a network home. False where that cannot be told.
    public boolean isOnNetworkShare() {
        try {
            return isNetworkShare(folder, Files.getFileStore(folder).type());
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isNetworkShare(Path folder, String fileSystem) {
        boolean unc = folder.toString().startsWith("\\\\"); // Windows says NTFS of a share's far end
        return unc || SHARED_FILE_SYSTEMS.contains(fileSystem.toLowerCase(Locale.ROOT));
    }

    /// Whether everybody at a computer with this disk can read what is kept here: its file system keeps no permissions,
    /// as on most sticks, or does not keep ours. False where that cannot be told.
    public boolean isReadableByOthers() {
        try {
            return keepsNoPermissions(Files.getFileStore(folder).type())
                    || Files.isDirectory(identityFolder()) && PrivateFolder.isOpenToOthers(identityFolder());
        } catch (IOException e) {
            return false;
        }
    }

    /// False where the node warns of it anyway.
    private static boolean keepsPermissions(Path folder) {
        try {
            return !keepsNoPermissions(Files.getFileStore(folder).type());
        } catch (IOException e) {
            return true;
        }
    }

    static boolean keepsNoPermissions(String fileSystem) {
        return FatDisk.is(fileSystem) || FatDisk.isExfat(fileSystem);
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
