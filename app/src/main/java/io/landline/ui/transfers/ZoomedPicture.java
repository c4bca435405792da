package io.landline.ui.transfers;

import io.landline.picture.PictureSize;
import io.landline.ui.transfers.file.PlacedPicture;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A picture in its place, by [PictureZoom]: the wheel with Ctrl makes it larger and smaller, a double click as large
/// as it is, and the mouse moves what has no room. At any size it is drawn from the same pixels. JavaFX thread.
final class ZoomedPicture extends PlacedPicture {
    /// What the toolkit tells of one notch of the wheel, in pixels.
    private static final double NOTCH = 40;

    private final PictureZoom zoom = new PictureZoom(new PictureSize(1, 1));
    /// Where the mouse was while it moves the picture; null while it does not.
    private @Nullable Point2D held;

    ZoomedPicture() {
        view().setPickOnBounds(true); // it is moved where it is transparent, too
        var place = new Rectangle();
        place.widthProperty().bind(widthProperty());
        place.heightProperty().bind(heightProperty());
        setClip(place);
        setOnScroll(this::scrolled);
        view().setOnMousePressed(event -> held = event.getButton() == MouseButton.PRIMARY ? at(event) : null);
        view().setOnMouseDragged(this::dragged);
        view().setOnMouseClicked(this::clicked);
    }

    /// Keeps room for another picture, of this size.
    void reserve(PictureSize next) {
        zoom.show(next);
        held = null;
        requestLayout();
    }

    /// Larger by a step, or smaller where it is below zero.
    void step(int steps) {
        zoom.step(steps);
        requestLayout();
    }

    void fit() {
        zoom.fit();
        requestLayout();
    }

    private Point2D at(MouseEvent event) {
        return sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private void scrolled(ScrollEvent event) {
        if (!event.isShortcutDown()) return;
        zoom.step(event.getDeltaY() / NOTCH, new Point2D(event.getX(), event.getY()));
        requestLayout();
        event.consume();
    }

    private void dragged(MouseEvent event) {
        Point2D before = held;
        if (before == null) return;
        Point2D now = at(event);
        zoom.move(now.getX() - before.getX(), now.getY() - before.getY());
        held = now;
        requestLayout();
    }

    private void clicked(MouseEvent event) {
        boolean isMeant = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
        if (!isMeant || event.getClickCount() != 2) return;
        zoom.toggle(at(event));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        zoom.place(getWidth(), getHeight());
        Rectangle2D now = zoom.bounds();
        place(now.getMinX(), now.getMinY(), now.getWidth(), now.getHeight());
        view().setCursor(zoom.isMovable() ? Cursor.MOVE : null);
    }
}
