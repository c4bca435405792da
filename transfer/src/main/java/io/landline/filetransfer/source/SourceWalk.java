package io.landline.filetransfer.source;

import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore.StoredSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
    private final PrivateFiles privateFiles;
    private final LeftOut leftOut;
    private final GeneratedFiles generated = new GeneratedFiles();
    private final Found found;

    /// @param root without links
    /// @param top what the folder is called in the manifest
    SourceWalk(Path root, String top, List<PathMatcher> excludes, PrivateFiles privateFiles, LeftOut leftOut,
            Found found) {
        this.root = root;
        this.top = top;
        this.excludes = excludes;
        this.privateFiles = privateFiles;
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
        Why why = LeftOutRules.why(folder, path, attributes, privateFiles, generated);
        if (why != null) {
            leftOut.add(path, why);
            return FileVisitResult.SKIP_SUBTREE;
        }
        found.folder(path);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isExcluded(file)) return FileVisitResult.CONTINUE;
        String path = manifestPath(file);
        Why why = LeftOutRules.why(file, path, attributes, privateFiles, generated);
        if (why == null) {
            found.file(SourceFile.describe(file, path, attributes), SourceFile.isProgram(file));
        } else {
            leftOut.add(path, why);
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

    private boolean isExcluded(Path path) {
        if (excludes.isEmpty() || path.equals(root)) return false;
        return isExcluded(excludes, root.relativize(path));
    }

    /// @param inside below the folder that is offered
    static boolean isExcluded(List<PathMatcher> excludes, Path inside) {
        if (excludes.isEmpty()) return false;
        Path told = PathText.isText(inside) ? inside : toldPath(inside);
        return excludes.stream()
                .anyMatch(glob -> glob.matches(inside) || glob.matches(inside.getFileName()) || glob.matches(told)
                        || glob.matches(told.getFileName()));
    }

    /// As others see it, and so what a person types of a name that is no text.
    private static Path toldPath(Path inside) {
        try {
            Path told = Path.of("");
            for (Path name : inside) told = told.resolve(PathText.told(name));
            return told;
        } catch (InvalidPathException e) {
            return inside; // this system has no letters for it
        }
    }

    private String manifestPath(Path path) {
        var text = new StringBuilder(top);
        if (!path.equals(root)) {
            for (Path name : root.relativize(path)) text.append('/').append(NewOffer.segment(PathText.told(name)));
        }
        return text.toString();
    }
}
