package io.landline.filetransfer.source;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a file of ours lies that was offered. Of most it is a path. For a file from a shelf it is a folder and names
/// below it. These are opened one by one, so that no link leads out of the folder. Such a place is written as one path
/// with `/./` behind the folder. A path that is no text, with a name in another encoding than the system's as on an old
/// stick, is written as an address, which holds its bytes. Immutable; any thread.
public final class SourcePlace {
    private static final String MARK = File.separator + "." + File.separator;

    /// Every path in the store is absolute, so none begins like this.
    private static final String ADDRESS = "file:///";
    /// Stands in a text for bytes that are no letter.
    private static final char NO_LETTER = '\ufffd';

    private final Path path;
    private final @Nullable Path folder;
    private final List<String> names;

    private SourcePlace(Path path, @Nullable Path folder, List<String> names) {
        this.path = path;
        this.folder = folder;
        this.names = names;
    }

    /// As it stands in the store.
    public static SourcePlace of(String source) {
        if (source.startsWith(ADDRESS)) return new SourcePlace(Path.of(URI.create(source)), null, List.of());
        int mark = source.indexOf(MARK);
        if (mark < 0) return new SourcePlace(Path.of(source), null, List.of());
        Path folder = Path.of(mark == 0 ? File.separator : source.substring(0, mark));
        var names = new ArrayList<String>();
        for (Path name : Path.of(source.substring(mark + MARK.length()))) names.add(name.toString());
        Path path = folder;
        for (String name : names) path = path.resolve(name);
        return new SourcePlace(path, folder, List.copyOf(names));
    }

    /// How a file is written that no shelf holds.
    ///
    /// @param file an absolute path
    static String written(Path file) {
        return isText(file) ? file.toString() : file.toUri().toString();
    }

    /// Whether the text of a path or name leads back to it. Otherwise the file would be told as gone when it is sent.
    static boolean isText(Path path) {
        String text = path.toString();
        if (text.indexOf(NO_LETTER) < 0) return true;
        try {
            return Path.of(text).equals(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// How a file below a folder is written.
    static String within(Path folder, List<String> names) {
        return folder + MARK + String.join(File.separator, names);
    }

    /// For people.
    public Path path() {
        return path;
    }

    BasicFileAttributes look() throws IOException {
        if (folder == null) return Files.readAttributes(path, BasicFileAttributes.class);
        try (NoLinkFolder top = NoLinkFolder.open(folder); NoLinkFolder above = above(top)) {
            return above.look(names.getLast());
        }
    }

    FileChannel open() throws IOException {
        if (folder == null) return FileChannel.open(path, StandardOpenOption.READ);
        try (NoLinkFolder top = NoLinkFolder.open(folder); NoLinkFolder above = above(top)) {
            return above.read(names.getLast());
        }
    }

    private NoLinkFolder above(NoLinkFolder top) throws IOException {
        if (names.isEmpty()) throw new NoSuchFileException(path.toString());
        return top.at(names.subList(0, names.size() - 1));
    }
}
