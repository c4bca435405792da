package io.landline.settings;

import io.landline.filetransfer.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what belongs to a profile. This node's profile is known by its place, and its files by what the file system
/// tells of their identity, so by any path that leads to them. Another profile is known by the files in it. Immutable;
/// any thread.
public final class ProfileFiles implements PrivateFiles {
    /// Many small pictures of what was received or offered; they are told by their folder alone.
    public static final String THUMBNAILS = "thumbnails";
    /// What stands in a profile has one of these names, or one with a dot or a hyphen and more behind it. Nothing else
    /// in its folder is taken for ours: the folder may be the user's home.
    private static final List<String> NAMES = List.of("identity", "settings.json", "window.json", "history",
            "trust.json", "log", "lock", THUMBNAILS);
    private static final String IDENTITY = "identity";
    /// Files of the own profile that are remembered: it has some twenty.
    private static final int KEYS_MAX = 10_000;

    private final Path own;
    private final Set<Object> keys = new HashSet<>();

    /// Looks at the disk.
    public ProfileFiles(Profile own) {
        this.own = own.folder();
        try {
            Files.walkFileTree(this.own, new OwnFiles());
        } catch (IOException e) {
            // its place is known all the same
            System.getLogger(ProfileFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "the own profile could not be looked through", e);
        }
    }

    private final class OwnFiles extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(own) && !isOwnName(own.relativize(folder))) return FileVisitResult.SKIP_SUBTREE;
            FileVisitResult noted = note(attributes);
            return folder.endsWith(THUMBNAILS) ? FileVisitResult.SKIP_SUBTREE : noted;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return isOwnName(own.relativize(file)) ? note(attributes) : FileVisitResult.CONTINUE;
        }

        private FileVisitResult note(BasicFileAttributes attributes) {
            if (attributes.fileKey() != null) keys.add(attributes.fileKey());
            return keys.size() < KEYS_MAX ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE; // gone, or not ours to read
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public boolean leavesOut(Path found, BasicFileAttributes attributes) {
        if (attributes.fileKey() != null && keys.contains(attributes.fileKey())) return true;
        return attributes.isDirectory() && isProfile(found);
    }

    @Override
    public @Nullable Path owner(Path named, BasicFileAttributes attributes) {
        if (leavesOut(named, attributes)) return isProfile(named) ? named : own;
        for (Path each = named; each != null; each = each.getParent()) {
            Path above = each.getParent();
            if (above == null) return null;
            if (isProfile(above) && (isOwnName(above.relativize(each)) || isIdentity(above))) return above;
        }
        return null;
    }

    private boolean isProfile(Path folder) {
        if (folder.equals(own) || isIdentity(folder) || isIdentity(folder.resolve(IDENTITY))) return true;
        return isFile(folder.resolve("trust.json")) && isFile(folder.resolve("history.db"));
    }

    /// The folder of an identity alone.
    private static boolean isIdentity(Path folder) {
        return isFile(folder.resolve("identity.pem")) && isFile(folder.resolve("identity.fingerprint"));
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    static boolean isOwnName(Path inProfile) {
        String first = inProfile.getName(0).toString();
        String name = first.startsWith(".") ? first.substring(1) : first; // one that is being written
        return NAMES.stream()
                .anyMatch(own -> name.equals(own) || name.startsWith(own + ".") || name.startsWith(own + "-"));
    }
}
