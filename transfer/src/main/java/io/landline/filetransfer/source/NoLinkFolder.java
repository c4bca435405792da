package io.landline.filetransfer.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
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
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A folder of ours that is read; its links are never followed. A folder in it that is swapped for a link
/// meanwhile leads nowhere else. Where the system has handles of folders (Linux, macOS), each name is opened in the
/// handle of the folder above it. Elsewhere (Windows) each step looks whether the folder is still a plain one. Confined
/// to one thread.
public final class NoLinkFolder implements Closeable {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path path;
    private final DirectoryStream<Path> stream;

    private NoLinkFolder(Path path, DirectoryStream<Path> stream) {
        this.path = path;
        this.stream = stream;
    }

    /// Opens a folder by its path, which is no link itself; links above it are followed.
    public static NoLinkFolder open(Path path) throws IOException {
        BasicFileAttributes named = attributes(path);
        if (!named.isDirectory()) throw new FileSystemException(path.toString(), null, "no plain folder");
        var opened = new NoLinkFolder(path, Files.newDirectoryStream(path));
        try {
            if (!Objects.equals(opened.own().fileKey(), named.fileKey())) {
                throw new FileSystemException(path.toString(), null, "changed while it was opened");
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /// Opens the folder with this path below, name by name. Without names it opens this folder once more. This one
    /// stays open.
    public NoLinkFolder at(List<Path> names) throws IOException {
        if (names.isEmpty()) return again();
        NoLinkFolder folder = this;
        for (Path name : names) {
            NoLinkFolder above = folder;
            try {
                folder = above.child(name);
            } finally {
                if (above != this) above.close();
            }
        }
        return folder;
    }

    private NoLinkFolder again() throws IOException {
        return stream instanceof SecureDirectoryStream<Path> handle
                ? new NoLinkFolder(path, handle.newDirectoryStream(Path.of(".")))
                : open(path);
    }

    /// Opens a folder in this one; throws where it is missing, or a link, or no folder.
    public NoLinkFolder child(Path name) throws IOException {
        check(name);
        if (stream instanceof SecureDirectoryStream<Path> handle) {
            return new NoLinkFolder(path.resolve(name), handle.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
        }
        checkPlain();
        return open(path.resolve(name));
    }

    /// What stands in this folder, in the order of the disk, without `.` and `..`. Once. What fails on the way comes as
    /// a [DirectoryIteratorException].
    public Iterator<Path> names() {
        Iterator<Path> all = stream.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Path next() {
                Path found = all.next();
                return Objects.requireNonNullElse(found.getFileName(), found);
            }
        };
    }

    /// What a name in this folder is; of a link, the link itself.
    public BasicFileAttributes look(Path name) throws IOException {
        check(name);
        if (!(stream instanceof SecureDirectoryStream<Path> handle)) {
            checkPlain();
            return attributes(path.resolve(name));
        }
        return readable(handle.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS))
                .readAttributes();
    }

    /// Opens a plain file in this folder.
    FileChannel read(Path name) throws IOException {
        if (!look(name).isRegularFile()) throw new FileSystemException(name.toString(), null, "no plain file");
        if (stream instanceof SecureDirectoryStream<Path> handle
                && handle.newByteChannel(name, READ) instanceof FileChannel channel) {
            return channel;
        }
        checkPlain();
        return FileChannel.open(path.resolve(name), READ);
    }

    /// Where it was opened.
    public Path path() {
        return path;
    }

    private BasicFileAttributes own() throws IOException {
        return stream instanceof SecureDirectoryStream<Path> handle
                ? readable(handle.getFileAttributeView(BasicFileAttributeView.class)).readAttributes()
                : attributes(path);
    }

    /// Throws for what is no path of one segment, which stays in this folder on every system.
    private static void check(Path name) throws NoSuchFileException {
        String text = name.toString();
        boolean stays = name.getNameCount() == 1 && !name.isAbsolute() && name.getRoot() == null && !text.isEmpty()
                && !text.equals(".") && !text.equals("..");
        if (!stays) throw new NoSuchFileException(text);
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static BasicFileAttributeView readable(@Nullable BasicFileAttributeView view) throws IOException {
        if (view == null) throw new IOException("This system tells nothing of its files.");
        return view;
    }

    private void checkPlain() throws IOException {
        if (!attributes(path).isDirectory()) {
            throw new FileSystemException(path.toString(), null, "no folder any more");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
