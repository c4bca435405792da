package io.landline.filetransfer.source;

import io.landline.filetransfer.PathText;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a file of ours lies that was offered. Of most it is a path. For a file from a shelf it is a folder and names
/// below it. These are opened one by one, so that no link leads out of the folder. Such a place is written as one path
/// with `/./` behind the folder; names that are no text as an address behind it. Immutable; any thread.
public final class SourcePlace {
    private static final String MARK = File.separator + "." + File.separator;

    /// An address is of an absolute path.
    private static final Path ROOT = Path.of(File.separator);

    private final Path path;
    private final @Nullable Path folder;
    private final List<Path> names;

    private SourcePlace(Path path, @Nullable Path folder, List<Path> names) {
        this.path = path;
        this.folder = folder;
        this.names = names;
    }

    /// As it stands in the store.
    public static SourcePlace of(String source) {
        int mark = source.indexOf(MARK);
        if (mark < 0) return new SourcePlace(PathText.read(source), null, List.of());
        Path folder = PathText.read(mark == 0 ? File.separator : source.substring(0, mark));
        var names = new ArrayList<Path>();
        for (Path name : PathText.read(source.substring(mark + MARK.length()))) names.add(name);
        Path path = folder;
        for (Path name : names) path = path.resolve(name);
        return new SourcePlace(path, folder, List.copyOf(names));
    }

    /// How a file below a folder is written.
    static String within(Path folder, List<Path> names) {
        Path inside = Path.of("");
        for (Path name : names) inside = inside.resolve(name);
        String text = PathText.isText(inside) ? inside.toString() : PathText.stored(ROOT.resolve(inside));
        return PathText.stored(folder) + MARK + text;
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
