package io.landline.filetransfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.manifest.SafePath;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Goes through a folder that is to be offered, in the order in which the system lists it. Links are not followed. What
/// is no plain file, is private, or cannot be read, is left out and noted. Keeps nothing; as deep as an offer may be.
/// One thread.
final class SourceWalk extends SimpleFileVisitor<Path> {
    /// Told of what is found; folders before what is in them.
    interface Found {
        void folder(String path) throws IOException;

        void file(StoredSource source, boolean executable) throws IOException;
    }

    private final Path root;
    private final String top;
    private final List<PathMatcher> excludes;
    private final PrivateFiles secret;
    private final LeftOut leftOut;
    private final Found found;

    /// @param root without links
    /// @param top what the folder is called in the manifest
    SourceWalk(Path root, String top, List<PathMatcher> excludes, PrivateFiles secret, LeftOut leftOut,
            Found found) {
        this.root = root;
        this.top = top;
        this.excludes = excludes;
        this.secret = secret;
        this.leftOut = leftOut;
        this.found = found;
    }

    /// The message of an exception is for a person.
    static List<PathMatcher> matchers(List<String> globs) throws IOException {
        try {
            return globs.stream().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList();
        } catch (PatternSyntaxException e) {
            throw new IOException("This is no pattern of names: " + e.getPattern() + ".", e);
        }
    }

    void run() throws IOException {
        Files.walkFileTree(root, this);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (isExcluded(folder)) return FileVisitResult.SKIP_SUBTREE;
        String path = manifestPath(folder);
        if (secret.leavesOut(folder, attributes)) return skip(path, Why.PROFILE);
        if (SafePath.isPartialName(name(folder))) return skip(path, Why.UNFINISHED);
        if (!fits(path)) return skip(path, Why.TOO_DEEP);
        found.folder(path);
        return FileVisitResult.CONTINUE;
    }

    private FileVisitResult skip(String path, Why why) {
        leftOut.add(path, why);
        return FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isExcluded(file)) return FileVisitResult.CONTINUE;
        String path = manifestPath(file);
        if (attributes.isSymbolicLink()) {
            leftOut.add(path, Why.LINK);
        } else if (!attributes.isRegularFile()) {
            leftOut.add(path, Why.SPECIAL);
        } else if (secret.leavesOut(file, attributes)) {
            leftOut.add(path, Why.PROFILE);
        } else if (SafePath.isPartialName(name(file))) {
            leftOut.add(path, Why.UNFINISHED);
        } else if (!fits(path)) {
            leftOut.add(path, Why.TOO_DEEP);
        } else if (!Files.isReadable(file)) {
            leftOut.add(path, Why.UNREADABLE);
        } else {
            found.file(SourceFile.describe(file, path, attributes), SourceFile.isProgram(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (!isExcluded(file)) leftOut.add(manifestPath(file), Why.UNREADABLE);
        return FileVisitResult.CONTINUE;
    }

    /// The rest of a folder cannot be listed.
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        if (failure != null) leftOut.add(manifestPath(folder), Why.UNREADABLE);
        return FileVisitResult.CONTINUE;
    }

    private static boolean fits(String path) {
        long depth = path.chars().filter(c -> c == '/').count() + 1;
        return depth <= SafePath.DEPTH_MAX && path.getBytes(UTF_8).length <= SafePath.PATH_BYTES_MAX;
    }

    private boolean isExcluded(Path path) {
        if (excludes.isEmpty() || path.equals(root)) return false;
        Path inside = root.relativize(path);
        Path name = path.getFileName();
        return excludes.stream().anyMatch(glob -> glob.matches(name) || glob.matches(inside));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private String manifestPath(Path path) {
        var text = new StringBuilder(top);
        if (!path.equals(root)) {
            for (Path name : root.relativize(path)) text.append('/').append(NewOffer.segment(name.toString()));
        }
        return text.toString();
    }
}
