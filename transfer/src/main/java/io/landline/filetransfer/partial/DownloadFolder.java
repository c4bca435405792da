package io.landline.filetransfer.partial;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import org.jspecify.annotations.Nullable;

/// The folder into which files are received: partial files are made here, and come under their names only when whole.
/// Every path that is written to is made here, from a name that is one segment and was checked; nothing that exists is
/// ever overwritten. Any thread, one a partial.
public final class DownloadFolder {
    /// Files of one name in one folder, ` (2)`, ` (3)` …: a bound on the search for a free one.
    static final int NUMBER_MAX = 10_000;
    private static final int PARTIALS_OF_A_FILE_MAX = 100;
    /// What a browser writes beside a file from the network, so that Windows asks before it runs one.
    private static final String FROM_THE_NETWORK = "[ZoneTransfer]\r\nZoneId=3\r\n";

    private final Path root;

    private DownloadFolder(Path root) { this.root = root; }

    /// Opens the folder, made where it is missing. From then on it is the place that it really is, links resolved.
    public static DownloadFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new DownloadFolder(folder.toRealPath());
    }

    /// Opens a folder that must be there still: a drive that was pulled out is not made again on the disk below it.
    public static DownloadFolder reopen(Path folder) throws IOException {
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(folder.toString(), null, "no folder");
        }
        return new DownloadFolder(root);
    }

    public Path path() {
        return root;
    }

    /// An unused name for the hidden folder of this transfer.
    String freeHiddenName(TransferId transfer) throws IOException {
        for (int n = 1; n <= PARTIALS_OF_A_FILE_MAX; n++) {
            String name = PartialName.ofReceivedFolder(transfer, n);
            if (!Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) return name;
        }
        throw new FileAlreadyExistsException("hidden folders of transfer " + transfer);
    }

    /// Whether something else than a folder stands in the place of a hidden one: somebody put it there.
    boolean holdsNoFolder(String hidden) {
        Path path = root.resolve(hidden);
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// An unused name for the partial of this file.
    String freePartialName(TransferId transfer, long file) throws IOException {
        for (int n = 1; n <= PARTIALS_OF_A_FILE_MAX; n++) {
            String name = PartialName.ofReceivedFile(transfer, file, n);
            if (!Files.exists(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) return name;
        }
        throw new FileAlreadyExistsException("partials of transfer " + transfer);
    }

    /// Makes a partial file that did not exist: exclusive, so that a link put there in its place is not followed.
    FileChannel create(String partial) throws IOException {
        FileChannel channel = FileChannel.open(partial(partial), StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            markAsFromTheNetwork(partial(partial));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// What a partial looks like: two that are equal are most likely one file that nobody wrote to in between.
    ///
    /// @param fileKey what the file system tells of its identity, null where it tells nothing
    record Mark(String name, @Nullable Object fileKey, long bytes, FileTime modified) {}

    /// What the partial looks like now. It must be a plain file.
    Mark markOf(String partial) throws IOException {
        BasicFileAttributes found = Files.readAttributes(partial(partial), BasicFileAttributes.class,
                LinkOption.NOFOLLOW_LINKS);
        if (!found.isRegularFile()) throw new FileSystemException(partial, null, "no plain file");
        return new Mark(partial, found.fileKey(), found.size(), found.lastModifiedTime());
    }

    /// How long the partial is; 0 where it is gone, or no plain file.
    public long bytesOf(String partial) {
        try {
            return markOf(partial).bytes();
        } catch (IOException e) {
            return 0; // it starts again
        }
    }

    /// Opens the partial of an earlier run, which must be a plain file; a link is not followed.
    FileChannel openAgain(String partial) throws IOException {
        markOf(partial);
        return FileChannel.open(partial(partial), StandardOpenOption.READ, StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
    }

    /// Opens what is here of a received file, whole or partial, to be read only; a link is not followed.
    public FileChannel openToRead(StoredFile file) throws IOException {
        Path path = file.complete() ? named(file.saved()) : partial(file.partial());
        return FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /// Whether a file of this name stands here, even as a link that leads nowhere.
    boolean holds(String name) {
        return Files.exists(named(name), LinkOption.NOFOLLOW_LINKS);
    }

    /// Takes a name with an empty folder; false where something bears it.
    boolean claimFolder(String name) throws IOException {
        try {
            Files.createDirectory(named(name));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    boolean holdsEmptyFolder(String name) throws IOException {
        if (!Files.isDirectory(named(name), LinkOption.NOFOLLOW_LINKS)) return false;
        try (var entries = Files.newDirectoryStream(named(name))) {
            return !entries.iterator().hasNext();
        }
    }

    /// Removes the hidden folder of a transfer, with all that is in it.
    void deleteHidden(String name) throws IOException {
        if (!PartialName.isReceivedFolder(name)) throw new IllegalArgumentException("not a name of a hidden folder");
        FolderRemoval.remove(root, name);
        FolderRemoval.remove(root, name + FolderTree.MAKER);
    }

    /// Whether the file under this name is the whole partial already: a run was killed after giving the name and before
    /// noting it.
    boolean isPublished(String partial, String name, long bytes) throws IOException {
        Path target = named(name);
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) return false;
        if (Files.exists(partial(partial), LinkOption.NOFOLLOW_LINKS)) {
            return Files.isSameFile(partial(partial), target);
        }
        return Files.size(target) == bytes;
    }

    /// Gives a whole partial its name, if nothing bears that yet: false, and nothing done, where something does.
    /// Atomic, also against others who want the name at this very moment.
    boolean publish(String partial, String name, long modifiedMillis) throws IOException {
        Path from = whole(partial, modifiedMillis);
        Path to = named(name);
        try {
            if (OperatingSystem.here() == OperatingSystem.WINDOWS) {
                Files.move(from, to); // MoveFileEx without REPLACE_EXISTING refuses by itself
                return true;
            }
            return link(from, to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /// Gives a whole partial a name that an earlier run has noted and taken with an empty file, as [#claimAndMove]
    /// does, before it was killed. False, and nothing done, where there is no empty file of that name: then it was not
    /// taken, or is somebody else's now.
    boolean publishOverClaim(String partial, String name, long modifiedMillis) throws IOException {
        Path to = named(name);
        if (!Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS) || Files.size(to) != 0) return false;
        moveOver(whole(partial, modifiedMillis), to);
        return true;
    }

    /// The partial, with its time set.
    private Path whole(String partial, long modifiedMillis) throws IOException {
        Path from = partial(partial);
        if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(partial, null, DiskFailure.TOUCHED);
        }
        try {
            Files.setLastModifiedTime(from, FileTime.fromMillis(modifiedMillis));
        } catch (IOException e) {
            // the content is what counts
            log().log(System.Logger.Level.DEBUG, "the time of a received file could not be set", e);
        }
        return from;
    }

    /// Marks a partial as a program that its readers may run; nothing where the system has no such mark.
    void letRun(String partial) throws IOException {
        var view = Files.getFileAttributeView(partial(partial), PosixFileAttributeView.class,
                LinkOption.NOFOLLOW_LINKS);
        if (view != null) ProgramMark.put(view);
    }

    private static boolean link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            Files.delete(from);
            return true;
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return claimAndMove(from, to); // FAT and some network folders have no links
        }
    }

    /// Takes the name with an empty file of our own, exclusively, and moves the whole file over that.
    private static boolean claimAndMove(Path from, Path to) throws IOException {
        Files.createFile(to);
        try {
            moveOver(from, to);
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }

    private static void moveOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Removes a partial; nothing where it is gone already. What is no plain file was put there by somebody else, and
    /// stays.
    void delete(String partial) throws IOException {
        Path path = partial(partial);
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) Files.deleteIfExists(path);
    }

    /// Brings names that were given or taken away to the disk, where the system has a way to.
    void force() throws IOException {
        WholeDisk.forceNames(root);
    }

    private Path partial(String name) {
        if (!PartialName.isReceivedFile(name)) throw new IllegalArgumentException("not a name of a partial file");
        return root.resolve(name);
    }

    private Path named(String name) {
        if (!SafePath.topName(name).equals(name)) {
            throw new IllegalArgumentException("not a name that is safe everywhere");
        }
        return root.resolve(name);
    }

    private static void markAsFromTheNetwork(Path file) throws IOException {
        if (OperatingSystem.here() != OperatingSystem.WINDOWS) return;
        var streams = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (streams != null) streams.write("Zone.Identifier", ByteBuffer.wrap(FROM_THE_NETWORK.getBytes(UTF_8)));
    }

    private static System.Logger log() {
        return System.getLogger(DownloadFolder.class.getName());
    }
}
