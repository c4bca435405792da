package io.landline.filetransfer.partial;

import io.landline.filetransfer.partial.DownloadFolder.Mark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder in which something is made. What it does, it does to entries of the very folder that was opened, and no
/// link is followed: so a folder that is swapped for a link meanwhile leads nowhere else. Where the system offers that
/// by handles (Linux, macOS), a handle is held; else (Windows) each step looks whether the folder is still a plain one.
/// Confined to one thread.
final class OpenFolder implements Closeable {
    private static final Set<OpenOption> CREATE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> OPEN = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    /// Null where the system offers none.
    private final @Nullable SecureDirectoryStream<Path> handle;

    private OpenFolder(Path path, @Nullable SecureDirectoryStream<Path> handle) {
        this.path = path;
        this.handle = handle;
    }

    /// Opens a folder by its path; links before its last name are followed.
    static OpenFolder at(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) throw new NoSuchFileException(path.toString());
        var stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) return new OpenFolder(path, secure);
        stream.close();
        return new OpenFolder(path, null);
    }

    /// Opens a folder in this one; throws where it is missing, or no plain folder.
    OpenFolder child(String name) throws IOException {
        if (handle != null) {
            return new OpenFolder(path.resolve(name),
                    handle.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
        }
        checkPlain();
        return at(path.resolve(name));
    }

    /// Moves an entry of this folder under a name in another one; nothing is merged. An empty folder that bears the
    /// name is replaced.
    void move(String name, OpenFolder to, String newName) throws IOException {
        if (handle != null && to.handle != null) {
            handle.move(Path.of(name), to.handle, Path.of(newName));
            return;
        }
        checkPlain();
        to.checkPlain();
        Files.move(path.resolve(name), to.path.resolve(newName));
    }

    /// Moves a folder over an empty one; the name was taken for it.
    void moveOverEmpty(String name, OpenFolder to, String newName) throws IOException {
        if (handle == null) to.deleteEmptyFolder(newName); // Windows moves nothing over a folder
        move(name, to, newName);
    }

    /// Moves an entry of this folder into another one under a name that nothing bears: false, and nothing done, where
    /// something does. A move by handles replaces what bears the name. So that is taken first, exclusively, with an
    /// empty file or folder of our own.
    ///
    /// @param to with a path that nobody else can swap
    boolean moveToFree(String name, OpenFolder to, String newName) throws IOException {
        try {
            if (handle == null || to.handle == null) {
                move(name, to, newName); // refuses by itself
                return true;
            }
            boolean isFolder = isFolder(name);
            if (isFolder) {
                to.makeByPath(newName);
            } else {
                to.create(newName).close();
            }
            moveOverClaim(name, to, newName, isFolder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private void moveOverClaim(String name, OpenFolder to, String newName, boolean isFolder) throws IOException {
        try {
            move(name, to, newName);
        } catch (IOException e) {
            if (isFolder) {
                to.deleteEmptyFolder(newName);
            } else {
                to.deleteFile(newName);
            }
            throw e;
        }
    }

    /// Makes a folder by its path alone; only for one with a path that nobody else can swap.
    void makeByPath(String name) throws IOException {
        checkPlain();
        Files.createDirectory(path.resolve(name));
    }

    FileChannel create(String name) throws IOException {
        return channel(name, CREATE);
    }

    FileChannel open(String name) throws IOException {
        markOf(name);
        return channel(name, OPEN);
    }

    FileChannel openToRead(String name) throws IOException {
        markOf(name);
        return channel(name, READ);
    }

    private FileChannel channel(String name, Set<OpenOption> how) throws IOException {
        if (handle != null && handle.newByteChannel(Path.of(name), how) instanceof FileChannel channel) return channel;
        checkPlain();
        return FileChannel.open(path.resolve(name), how);
    }

    /// What a plain file in this folder looks like.
    Mark markOf(String name) throws IOException {
        BasicFileAttributes found = view(name, BasicFileAttributeView.class).readAttributes();
        if (!found.isRegularFile()) throw new FileSystemException(name, null, "no plain file");
        return new Mark(name, found.fileKey(), found.size(), found.lastModifiedTime());
    }

    void setModified(String name, long millis) throws IOException {
        view(name, BasicFileAttributeView.class).setTimes(FileTime.fromMillis(millis), null, null);
    }

    /// Marks a file as a program; nothing where the system has no such mark.
    void letRun(String name) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            ProgramMark.put(view(name, PosixFileAttributeView.class));
        }
    }

    private <V extends BasicFileAttributeView> V view(String name, Class<V> kind) throws IOException {
        V view;
        if (handle != null) {
            view = handle.getFileAttributeView(Path.of(name), kind, LinkOption.NOFOLLOW_LINKS);
        } else {
            checkPlain();
            view = Files.getFileAttributeView(path.resolve(name), kind, LinkOption.NOFOLLOW_LINKS);
        }
        if (view == null) throw new FileSystemException(name, null, "tells nothing of its files");
        return view;
    }

    boolean holds(String name) throws IOException {
        try {
            view(name, BasicFileAttributeView.class).readAttributes();
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    boolean isFolder(String name) throws IOException {
        return view(name, BasicFileAttributeView.class).readAttributes().isDirectory();
    }

    boolean isPlainFile(String name) throws IOException {
        return view(name, BasicFileAttributeView.class).readAttributes().isRegularFile();
    }

    void deleteFile(String name) throws IOException {
        if (handle != null) {
            handle.deleteFile(Path.of(name));
        } else {
            checkPlain();
            Files.delete(path.resolve(name));
        }
    }

    void deleteEmptyFolder(String name) throws IOException {
        if (handle != null) {
            handle.deleteDirectory(Path.of(name));
        } else {
            checkPlain();
            Files.delete(path.resolve(name));
        }
    }

    Path path() {
        return path;
    }

    private void checkPlain() throws IOException {
        if (handle == null && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(path.toString(), null, "no folder any more");
        }
    }

    @Override
    public void close() throws IOException {
        if (handle != null) handle.close();
    }
}
