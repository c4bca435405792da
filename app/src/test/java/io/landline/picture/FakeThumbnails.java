package io.landline.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Thumbnails of files that need not be there.
public final class FakeThumbnails implements Thumbnails {
    private final Map<Path, PictureSize> sizes = new HashMap<>();
    private final Map<Path, Thumbnail> thumbnails = new HashMap<>();
    public final Set<Path> tooLarge = new HashSet<>();
    /// The files of which a thumbnail was asked for, in order.
    public final List<Path> asked = new ArrayList<>();

    /// Those that are wanted as large as a window; of any other the small one is taken.
    public final Map<Path, Thumbnail> large = new HashMap<>();

    /// A picture in one colour.
    public static Thumbnail plain(int width, int height, int argb) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Thumbnail(new PictureSize(width, height), pixels);
    }

    /// A header alone: what is behind it cannot be decoded.
    public void has(Path file, PictureSize size) {
        sizes.put(file, size);
    }

    public void has(Path file, PictureSize size, Thumbnail thumbnail) {
        has(file, size);
        thumbnails.put(file, thumbnail);
    }

    @Override
    public PictureSize sizeOf(Path file) {
        return sizes.get(file);
    }

    @Override
    public boolean isTooLarge(Path file) {
        return tooLarge.contains(file);
    }

    @Override
    public Thumbnail preview(Path file, BooleanSupplier isWanted) {
        return of(file, isWanted);
    }

    /// Those for which the time is too short.
    public final Set<Path> tooSlow = new HashSet<>();

    @Override
    public Thumbnail large(Path file, BooleanSupplier isWanted) throws TooSlowException {
        asked.add(file);
        if (tooSlow.contains(file)) throw new TooSlowException();
        return isWanted.getAsBoolean() ? large.getOrDefault(file, thumbnails.get(file)) : null;
    }

    @Override
    public Thumbnail of(Path file, BooleanSupplier isWanted) {
        asked.add(file);
        return isWanted.getAsBoolean() ? thumbnails.get(file) : null;
    }
}
