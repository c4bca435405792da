package io.landline.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Small pictures of picture files, for a window. Any thread, but not one that must not wait: all read the disk, and
/// the last three may wait for their turn.
public interface Thumbnails {
    /// How large the picture in this file is, by its header alone; null for a file that gets no thumbnail. A file
    /// that cannot be read throws.
    @Nullable
    PictureSize sizeOf(Path file) throws IOException;

    /// Whether this is a picture that gets no thumbnail because it is too large, by its header and the file's length
    /// alone. A file that cannot be read throws.
    boolean isTooLarge(Path file) throws IOException;

    /// The thumbnail of this file; null where none can be made. A file that cannot be read throws.
    ///
    /// @param isWanted asked when it is this file's turn: a window that scrolled on does not want it any more
    @Nullable
    Thumbnail of(Path file, BooleanSupplier isWanted) throws IOException;

    /// The same for a file that nobody has sent yet: it is made anew each time, and nothing of it is kept.
    @Nullable
    Thumbnail preview(Path file, BooleanSupplier isWanted) throws IOException;

    /// The picture in this file as large as a window shows it; made anew each time, null where none can be made. A file
    /// that cannot be read throws, and so does one for which the time was too short: it may be wanted again. Once it
    /// was made, a thumbnail that could not be made is tried again when it is wanted.
    ///
    /// @param isWanted as above
    @Nullable
    Thumbnail large(Path file, BooleanSupplier isWanted) throws IOException, TooSlowException;
}
