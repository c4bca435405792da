package io.landline.ui.transfers;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The picture in the one file of an offer, where there is one. Its size is known first, so that the place is kept; its
/// thumbnail is held while a card shows it. Confined to the JavaFX thread, but for [#isWanted].
final class OfferPicture {
    private final OfferCommands commands;
    private final ReadOnlyObjectWrapper<@Nullable PictureSize> size = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Thumbnail> thumbnail = new ReadOnlyObjectWrapper<>();
    private @Nullable Path file;
    private boolean asked;
    private int cards;
    /// Whether a card shows it; read by the thread that makes thumbnails.
    private volatile boolean wanted;

    OfferPicture(OfferCommands commands) { this.commands = commands; }

    /// Null where there is no picture, or nobody knows yet.
    ReadOnlyObjectProperty<@Nullable PictureSize> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// Null until it is made, and where it cannot be.
    ReadOnlyObjectProperty<@Nullable Thumbnail> thumbnailProperty() {
        return thumbnail.getReadOnlyProperty();
    }

    /// It is in this file.
    void found(Path picture, @Nullable PictureSize itsSize) {
        file = picture;
        asked = false;
        thumbnail.set(null);
        size.set(itsSize);
        ask();
    }

    /// A card has a place for it from now on.
    void attached() {
        cards++;
        wanted = true;
        ask();
    }

    void detached() {
        cards--;
        if (cards > 0) return;
        wanted = false;
        thumbnail.set(null); // a thousand offers may be known, and a thumbnail has 700 KB
    }

    /// Whether a card shows it. Any thread.
    boolean isWanted() {
        return wanted;
    }

    /// Has it made, where a card has a place for it and lacks it.
    void ask() {
        Path from = file;
        if (from == null || size.get() == null || asked || thumbnail.get() != null || !isWanted()) return;
        asked = true;
        commands.thumbnail(from, this::isWanted, made -> {
            asked = false;
            if (isWanted() && from.equals(file)) thumbnail.set(made.orElse(null));
        });
    }
}
