package io.landline.ui.chats;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import io.landline.ui.chats.PasteViewModel.Pasted;
import io.landline.ui.look.Icon;
import io.landline.ui.transfers.FittedPicture;
import io.landline.ui.transfers.PicturePreviews;
import io.landline.ui.transfers.PicturePreviews.Found;
import java.util.List;
import java.util.Optional;
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
    private List<Place> places = List.of();
    /// Read by the thread that makes thumbnails.
    private volatile @Nullable Pasted shown;

    PastedPictures(PicturePreviews previews) {
        this.previews = previews;
        setId("paste-pictures");
        more.setId("paste-more");
        more.setMinWidth(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Null: nothing.
    void show(@Nullable Pasted pasted) {
        shown = pasted;
        show(List.of(), 0);
        switch (pasted) {
            case null -> {
            }
            case Pasted.Picture(int width, int height, var argb) -> {
                var size = new PictureSize(width, height);
                show(List.of(size), 0);
                previews.make(size, argb.array(), made -> show(pasted, 0, made));
            }
            case Pasted.PastedFiles(var paths) -> previews.find(paths, SHOWN_MAX,
                    found -> show(pasted, found, paths.size() - found.size()));
        }
    }

    private void show(Pasted pasted, List<Found> found, int others) {
        if (shown != pasted) return;
        show(found.stream().map(Found::size).toList(), others);
        for (int i = 0; i < found.size(); i++) {
            int at = i;
            previews.make(found.get(i).file(), () -> shown == pasted, made -> show(pasted, at, made));
        }
    }

    private void show(Pasted pasted, int at, Optional<Thumbnail> made) {
        if (shown == pasted) made.ifPresent(places.get(at)::show);
    }

    private void show(List<PictureSize> sizes, int others) {
        places = sizes.stream().map(Place::new).toList();
        more.setText(others > 0 ? "+" + others : "");
        getChildren().setAll(places);
        getChildren().add(more);
        setVisible(!places.isEmpty());
        requestLayout();
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
        private final PictureSize size;
        private final FittedPicture picture = new FittedPicture();
        private final Icon sign = new Icon(Feather.IMAGE);

        Place(PictureSize size) {
            this.size = size;
            getStyleClass().add("chats-paste-picture");
            picture.reserve(size);
            getChildren().addAll(sign, picture);
        }

        void show(Thumbnail made) {
            picture.show(made);
            sign.setVisible(false);
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
