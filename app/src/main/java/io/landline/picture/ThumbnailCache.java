package io.landline.picture;

import io.landline.settings.AtomicFile;
import io.landline.settings.PrivateFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/// Thumbnails on the disk, each under the hash of its picture, so that a picture is decoded once. A file's time of
/// change is when it was used last. What cannot be read is deleted: the thumbnail is made again. One thread at a time.
final class ThumbnailCache {
    /// More than a hundred of the largest thumbnails.
    static final long BYTES_MAX = 50_000_000;

    private static final System.Logger LOG = System.getLogger(ThumbnailCache.class.getName());

    private final Path folder;
    private final long bytesMax;
    private final InstantSource clock;

    /// @param folder is made with the first thumbnail
    ThumbnailCache(Path folder, long bytesMax, InstantSource clock) {
        this.folder = folder;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    /// Null if it has no thumbnail of this picture, or cannot read it.
    ///
    /// @param hash of the picture, in hex
    @Nullable
    Thumbnail find(String hash) {
        Path file = folder.resolve(hash);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) return null;
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
            Thumbnail found = Thumbnail.read(in, PictureScale.CARD); // to its end: there the checksum is compared
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            return found;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a thumbnail that cannot be read", e);
            delete(file);
            return null;
        }
    }

    /// Keeps it, and drops those that were used longest ago where there are too many. A disk that is full costs the
    /// cache only.
    void keep(String hash, Thumbnail thumbnail) {
        var bytes = new ByteArrayOutputStream();
        try {
            try (var out = new DeflaterOutputStream(bytes)) {
                thumbnail.write(out);
            }
            PrivateFolder.create(folder);
            Path file = folder.resolve(hash);
            AtomicFile.write(file, bytes.toByteArray());
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            trim();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a thumbnail is not kept", e);
        }
    }

    private record Kept(Path file, long bytes, Instant used) {}

    private void trim() throws IOException {
        var all = new ArrayList<Kept>();
        long bytes = 0;
        for (Path file : files()) {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) continue;
            all.add(new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            bytes += attributes.size();
        }
        all.sort(Comparator.comparing(Kept::used));
        for (Kept oldest : all) {
            if (bytes <= bytesMax) return;
            delete(oldest.file());
            bytes -= oldest.bytes();
        }
    }

    private List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(files::add);
        }
        return files;
    }

    /// Drops all of them.
    void clear() {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) return;
        try {
            for (Path file : files()) delete(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "thumbnails cannot be listed", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a thumbnail cannot be deleted", e);
        }
    }
}
