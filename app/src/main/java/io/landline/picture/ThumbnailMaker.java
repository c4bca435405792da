package io.landline.picture;

import io.landline.peer.BoundedMap;
import io.landline.peer.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Makes thumbnails one after the other on a thread of its own: out of the cache, or by a [Decoder]. The last
/// few stay in memory, for a window that scrolls to and fro. Any thread.
public final class ThumbnailMaker implements Thumbnails, AutoCloseable {
    /// Two screens full; 11 MB at most.
    static final int HELD_MAX = 16;
    /// Pictures that could not be decoded: a file that hangs the decoder costs its five seconds once.
    static final int FAILED_MAX = 1_000;

    /// A picture that took too long is tried again, whenever it is wanted, as often as this: the computer was busy, or
    /// the picture hangs every decoder.
    static final int SLOW_TRIES_MAX = 3;

    /// A file as it was when its thumbnail was made.
    private record Version(Path file, long bytes, FileTime changed) {}

    private final ThumbnailCache cache;
    private final Decoder decoder;
    private final ExecutorService turn = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("thumbnails").factory());
    private final Map<Version, Thumbnail> held = BoundedMap.leastRecentlyUsed(HELD_MAX); // guarded by itself
    private final Map<Version, Boolean> failed = BoundedMap.leastRecentlyUsed(FAILED_MAX); // guarded by itself
    private final Map<Version, Integer> slow = BoundedMap.leastRecentlyUsed(FAILED_MAX); // the thread of thumbnails

    ThumbnailMaker(ThumbnailCache cache, Decoder decoder) {
        this.cache = cache;
        this.decoder = decoder;
    }

    /// A maker that keeps its thumbnails in this folder.
    ///
    /// @param cacheFolder is made when it is needed; belongs to this alone
    public static ThumbnailMaker in(Path cacheFolder) {
        return new ThumbnailMaker(
                new ThumbnailCache(cacheFolder, ThumbnailCache.BYTES_MAX, InstantSource.system()),
                new DecoderProcess(DecoderProcess.TIME_MAX));
    }

    @Override
    public @Nullable PictureSize sizeOf(Path file) throws IOException {
        if (version(file) == null) return null;
        PictureHeader header = header(file);
        return header == null || !header.fits() ? null : header.shown();
    }

    @Override
    public boolean isTooLarge(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        PictureHeader header = attributes.isRegularFile() ? header(file) : null;
        return header != null && (attributes.size() > PictureHeader.FILE_BYTES_MAX || !header.fits());
    }

    private static @Nullable PictureHeader header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return PictureHeader.of(in.readNBytes(PictureHeader.HEAD_BYTES));
        }
    }

    /// Null where it is no file, or one that is too large.
    private static @Nullable Version version(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || attributes.size() > PictureHeader.FILE_BYTES_MAX) return null;
        return new Version(file, attributes.size(), attributes.lastModifiedTime());
    }

    @Override
    public @Nullable Thumbnail of(Path file, BooleanSupplier isWanted) throws IOException {
        Version version = version(file);
        if (version == null || isKnownToFail(version)) return null;
        Thumbnail known = held(version);
        if (known != null) return known;
        return inTurn(() -> isWanted.getAsBoolean() ? make(version) : null);
    }

    @Override
    public @Nullable Thumbnail preview(Path file, BooleanSupplier isWanted) throws IOException {
        Version version = version(file);
        if (version == null) return null;
        return inTurn(() -> isWanted.getAsBoolean() ? makePreview(version) : null);
    }

    @Override
    public @Nullable Thumbnail large(Path file, BooleanSupplier isWanted) throws IOException, TooSlowException {
        Version version = version(file);
        if (version == null) return null;
        var isLate = new AtomicBoolean();
        Thumbnail large = inTurn(() -> {
            try {
                return isWanted.getAsBoolean() ? makeLarge(version) : null;
            } catch (TooSlowException e) {
                isLate.set(true);
                return null;
            }
        });
        if (isLate.get()) throw new TooSlowException();
        return large;
    }

    private @Nullable Thumbnail makeLarge(Version version) throws IOException, TooSlowException {
        byte[] picture = read(version);
        PictureHeader header = PictureHeader.of(picture);
        if (header == null || !header.fits()) return null;
        try {
            Thumbnail large = decoder.decodeInTime(picture, PictureScale.WINDOW);
            if (large != null) mayBeTriedAgain(version);
            return large;
        } catch (Decoder.NotStartedException e) {
            return null;
        }
    }

    /// It can be decoded: where its small picture failed, the computer was busy.
    private void mayBeTriedAgain(Version version) {
        slow.remove(version);
        synchronized (failed) {
            failed.remove(version);
        }
    }

    private @Nullable Thumbnail makePreview(Version version) throws IOException {
        byte[] picture = read(version);
        PictureHeader header = PictureHeader.of(picture);
        return header == null || !header.fits() ? null : decoder.decode(picture, PictureScale.CARD);
    }

    private @Nullable Thumbnail inTurn(Callable<@Nullable Thumbnail> work) throws IOException {
        try {
            Future<@Nullable Thumbnail> made = turn.submit(work);
            return made.get();
        } catch (RejectedExecutionException | CancellationException e) {
            return null; // closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) throw unreadable;
            throw new IllegalStateException(e.getCause());
        }
    }

    private @Nullable Thumbnail make(Version version) throws IOException {
        Thumbnail known = held(version); // another card of the same file was first
        if (known != null) return known;
        byte[] picture = read(version);
        PictureHeader header = PictureHeader.of(picture);
        Thumbnail thumbnail;
        try {
            thumbnail = header == null || !header.fits() ? null : decoded(picture);
        } catch (TooSlowException e) {
            if (slow.merge(version, 1, Integer::sum) < SLOW_TRIES_MAX) return null;
            thumbnail = null;
        } catch (Decoder.NotStartedException e) {
            return null; // the picture is not to blame: it is tried again whenever it is wanted
        }
        if (thumbnail == null) {
            synchronized (failed) {
                failed.put(version, true);
            }
        } else {
            synchronized (held) {
                held.put(version, thumbnail);
            }
        }
        return thumbnail;
    }

    private static byte[] read(Version version) throws IOException {
        var picture = new byte[(int) version.bytes()];
        try (InputStream in = Files.newInputStream(version.file(), LinkOption.NOFOLLOW_LINKS)) {
            if (in.readNBytes(picture, 0, picture.length) < picture.length) throw new IOException("it became shorter");
        }
        return picture;
    }

    private @Nullable Thumbnail decoded(byte[] picture)
            throws TooSlowException, Decoder.NotStartedException {
        String hash = HexFormat.of().formatHex(Sha256.of(picture));
        Thumbnail kept = cache.find(hash);
        if (kept != null) return kept;
        Thumbnail made = decoder.decodeInTime(picture, PictureScale.CARD);
        if (made != null) cache.keep(hash, made);
        return made;
    }

    private @Nullable Thumbnail held(Version version) {
        synchronized (held) {
            return held.get(version);
        }
    }

    private boolean isKnownToFail(Version version) {
        synchronized (failed) {
            return failed.containsKey(version);
        }
    }

    /// A message was deleted: nothing of its pictures is kept, nor of the one that is being made. Others are made again
    /// when they are wanted.
    public void forget() {
        try {
            turn.execute(() -> {
                cache.clear();
                synchronized (held) {
                    held.clear();
                }
            });
        } catch (RejectedExecutionException e) {
            // closed: the node cleared the folder
        }
    }

    /// Kills the decoder; those who wait get no thumbnail.
    @Override
    public void close() {
        for (Runnable waiting : turn.shutdownNow()) {
            if (waiting instanceof Future<?> task) task.cancel(false);
        }
        decoder.close();
    }
}
