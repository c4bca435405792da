package io.landline.ui.transfers.file;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import io.landline.ui.look.Icon;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the thumbnail of a card stands: as large as the picture's size says, also before the thumbnail is there, so
/// that nothing jumps. A click, Enter or the space bar shows the picture in large. JavaFX thread.
public final class ThumbnailBox extends Region {
    /// In `em`: 320 by 240 pixels at 100 %.
    private static final double WIDTH_EM_MAX = 23;
    private static final double HEIGHT_EM_MAX = 17;
    /// A picture of a few pixels can be clicked all the same.
    private static final double SIDE_EM_MIN = 3;
    private static final double CORNER_EM = 0.5;
    /// What the sheet says of the icon's size.
    private static final double ICON_EM = 2;

    private final ImageView view = new ImageView();
    private final Icon icon = new Icon(Feather.IMAGE);
    private final Rectangle corners = new Rectangle();
    private final Runnable open;
    private @Nullable PictureSize size;

    /// @param open is run by a click
    public ThumbnailBox(Runnable open) {
        this.open = open;
        getStyleClass().add("transfers-card-thumbnail");
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setMaxWidth(USE_PREF_SIZE);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setClip(corners);
        getChildren().addAll(icon, view);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) open.run();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ENTER && event.getCode() != KeyCode.SPACE) return;
            open.run();
            event.consume();
        });
    }

    /// Keeps room for a picture of this size.
    public void reserve(PictureSize next) {
        if (next.equals(size)) return;
        size = next;
        requestLayout();
    }

    /// Null: an icon stands there.
    public void show(@Nullable Thumbnail thumbnail) {
        view.setImage(thumbnail == null ? null : image(thumbnail));
        icon.setVisible(thumbnail == null);
        requestLayout();
    }

    public static Image image(Thumbnail thumbnail) {
        int width = thumbnail.size().width();
        int height = thumbnail.size().height();
        var image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), thumbnail.argb(), 0, width);
        return image;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            open.run();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double em() {
        return icon.getFont().getSize() / ICON_EM;
    }

    /// How much of each pixel is shown in this width; never more than all of it.
    private double scale(PictureSize shown, double width) {
        double widthMax = Math.min(width < 0 ? Double.MAX_VALUE : width, WIDTH_EM_MAX * em());
        return Math.min(1, Math.min(widthMax / shown.width(), HEIGHT_EM_MAX * em() / shown.height()));
    }

    @Override
    protected double computeMinWidth(double height) {
        return SIDE_EM_MIN * em();
    }

    @Override
    protected double computePrefWidth(double height) {
        PictureSize shown = size;
        return shown == null ? 0 : snapSizeX(Math.max(SIDE_EM_MIN * em(), shown.width() * scale(shown, -1)));
    }

    @Override
    protected double computePrefHeight(double width) {
        PictureSize shown = size;
        return shown == null ? 0 : snapSizeY(Math.max(SIDE_EM_MIN * em(), shown.height() * scale(shown, width)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        PictureSize shown = size;
        double scale = shown == null ? 1 : scale(shown, width);
        view.setFitWidth(shown == null ? width : Math.min(width, shown.width() * scale));
        view.setFitHeight(shown == null ? height : Math.min(height, shown.height() * scale));
        centre(view);
        centre(icon);
        corners.setWidth(view.getLayoutBounds().getWidth());
        corners.setHeight(view.getLayoutBounds().getHeight());
        corners.setArcWidth(2 * CORNER_EM * em());
        corners.setArcHeight(2 * CORNER_EM * em());
    }

    private void centre(Node node) {
        double width = node.getLayoutBounds().getWidth();
        double height = node.getLayoutBounds().getHeight();
        node.relocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
    }
}
