package io.landline.ui.transfers.file;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import io.landline.picture.Thumbnails;
import io.landline.ui.page.PageContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Pictures that a person is about to send, made small. They are decoded like those of a card (docs/adr/0031), and
/// nothing of them is kept. What it is asked it does in the background; confined to the JavaFX thread.
public final class PicturePreviews {
    /// Of a thousand chosen files, this many are opened to see whether they are pictures.
    static final int LOOKED_AT_MAX = 20;

    /// @param size as its header says
    public record Found(Path file, PictureSize size) {}

    private final PageContext context;
    private final Thumbnails thumbnails;

    public PicturePreviews(PageContext context, Thumbnails thumbnails) {
        this.context = context;
        this.thumbnails = thumbnails;
    }

    /// Looks for the first pictures among these.
    ///
    /// @param max how many are wanted
    public void find(List<Path> items, int max, Consumer<List<Found>> answer) {
        context.background().run(() -> found(items, max), answer, _ -> answer.accept(List.of()));
    }

    private List<Found> found(List<Path> items, int max) {
        var found = new ArrayList<Found>();
        for (Path each : items.subList(0, Math.min(items.size(), LOOKED_AT_MAX))) {
            if (found.size() == max) break;
            try {
                PictureSize size = OpenableFile.isOne(each) ? thumbnails.sizeOf(each) : null;
                if (size != null) found.add(new Found(each, size));
            } catch (IOException e) {
                // the offer will say that it cannot be read
            }
        }
        return found;
    }

    /// Makes the picture in this file small; the answer is empty where that cannot be done.
    ///
    /// @param isWanted asked when it is this file's turn, on another thread
    public void make(Path file, BooleanSupplier isWanted, Consumer<Optional<Thumbnail>> answer) {
        context.background()
                .run(() -> Optional.ofNullable(thumbnails.preview(file, isWanted)), answer,
                        _ -> answer.accept(Optional.empty()));
    }

    /// Makes a picture small that is in memory already.
    ///
    /// @param argb row by row; only read
    public void make(PictureSize size, int[] argb, Consumer<Optional<Thumbnail>> answer) {
        context.background()
                .run(() -> Optional.of(Thumbnail.of(size, argb)), answer,
                        _ -> answer.accept(Optional.empty()));
    }
}
