package io.landline.ui.chats.composer;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import io.landline.ui.look.Icon;
import io.landline.ui.transfers.file.FittedPicture;
import io.landline.ui.transfers.file.PicturePreviews;
import io.landline.ui.transfers.file.PicturePreviews.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The first pictures of what is about to be sent, side by side, and how many items follow. They share the width that
/// there is. JavaFX thread.
final class PastedPictures extends Region {
    /// More would be too small to be told apart in a narrow window.
    static final int SHOWN_MAX = 4;
    /// In `em` of the text.
    private static final double HEIGHT_EM = 6;
    private static final double WIDTH_EM_MAX = 9;
    /// A picture of a few pixels is seen all the same.
    private static final double SIDE_EM_MIN = 2;
    private static final double GAP_EM = 0.5;

    private final PicturePreviews previews;
    private final Label more = new Label();
    /// Read by the thread that makes thumbnails.
    private volatile List<Place> places = List.of();
    private List<Pasted> shown = List.of();
    /// Those that are pictures, among the files that wait.
    private Map<Path, PictureSize> sizes = Map.of();

    PastedPictures(PicturePreviews previews) {
        this.previews = previews;
        setId("paste-pictures");
        more.setId("paste-more");
        more.setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// What was there already keeps its place, and is not made again.
    void show(List<Pasted> all) {
        shown = all;
        arrange();
        List<Path> files = new ArrayList<>();
        for (Pasted each : all) if (each instanceof Pasted.PastedFile(var path)) files.add(path);
        if (files.isEmpty()) return;
        previews.find(files, SHOWN_MAX, found -> {
            if (shown != all) return;
            sizes = found.stream().collect(Collectors.toMap(Found::file, Found::size));
            arrange();
        });
    }

    private void arrange() {
        var now = new ArrayList<Place>();
        for (Pasted each : shown) {
            if (now.size() == SHOWN_MAX) break;
            PictureSize size = sizeOf(each);
            if (size != null) now.add(place(each, size));
        }
        List<Place> before = places;
        places = List.copyOf(now);
        int others = shown.size() - now.size();
        more.setText(others > 0 ? "+" + others : "");
        getChildren().setAll(now);
        getChildren().add(more);
        setVisible(!now.isEmpty());
        requestLayout();
        for (Place each : now) if (!before.contains(each)) make(each);
    }

    private @Nullable PictureSize sizeOf(Pasted one) {
        return switch (one) {
            case Pasted.PastedFile(var path) -> sizes.get(path);
            case Pasted.Picture picture -> picture.size();
        };
    }

    private Place place(Pasted one, PictureSize size) {
        for (Place each : places) if (each.of == one) return each;
        return new Place(one, size);
    }

    private void make(Place place) {
        switch (place.of) {
            case Pasted.PastedFile(var path) -> previews.make(path, () -> places.contains(place), place::show);
            case Pasted.Picture picture -> previews.make(picture.size(), picture.argb(), place::show);
        }
    }

    private double em() {
        return more.getFont().getSize();
    }

    /// What each may take of this width.
    private double share(double width) {
        if (width < 0) return WIDTH_EM_MAX * em();
        double free = width - more.prefWidth(-1) - places.size() * GAP_EM * em();
        return Math.max(1, Math.min(WIDTH_EM_MAX * em(), free / Math.max(1, places.size())));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /// A box that is too low takes from all that it holds, and the conversation above has room to give.
    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        double pictures = places.stream().mapToDouble(each -> each.width(share(-1)) + GAP_EM * em()).sum();
        return snapSizeX(pictures + more.prefWidth(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double share = share(width);
        return snapSizeY(places.stream().mapToDouble(each -> each.height(share)).max().orElse(0));
    }

    @Override
    protected void layoutChildren() {
        double share = share(getWidth());
        double x = 0;
        for (Place each : places) {
            double width = snapSizeX(each.width(share));
            layoutInArea(each, x, 0, width, getHeight(), 0, HPos.CENTER, VPos.CENTER);
            x += width + snapSpaceX(GAP_EM * em());
        }
        layoutInArea(more, x, 0, more.prefWidth(-1), getHeight(), 0, HPos.LEFT, VPos.CENTER);
    }

    /// One picture; before it is made, and where it cannot be, a sign.
    private final class Place extends StackPane {
        private final Pasted of;
        private final PictureSize size;
        private final FittedPicture picture = new FittedPicture();
        private final Icon sign = new Icon(Feather.IMAGE);

        Place(Pasted of, PictureSize size) {
            this.of = of;
            this.size = size;
            getStyleClass().add("chats-paste-picture");
            picture.reserve(size);
            getChildren().addAll(sign, picture);
        }

        void show(Optional<Thumbnail> made) {
            made.ifPresent(picture::show);
            if (made.isPresent()) sign.setVisible(false);
        }

        private double scale(double share) {
            return Math.min(1, Math.min(share / size.width(), HEIGHT_EM * em() / size.height()));
        }

        double width(double share) {
            return Math.max(Math.min(share, SIDE_EM_MIN * em()), size.width() * scale(share));
        }

        double height(double share) {
            return Math.max(SIDE_EM_MIN * em(), size.height() * scale(share));
        }

        @Override
        protected double computeMaxHeight(double width) {
            return height(share(PastedPictures.this.getWidth()));
        }
    }
}
