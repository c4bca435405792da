package io.landline.ui.letters;

import io.landline.ui.letters.DrawnText.Spot;
import io.landline.ui.look.Appearance;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;

/// The pictures of emoji over a text that has blanks for them. It takes no room and no clicks. JavaFX thread.
public final class EmojiLayer extends Pane {
    /// Where letters stand, in the coordinates of what shows them.
    @FunctionalInterface
    public interface Letters {
        PathElement[] shape(int start, int end);
    }

    public EmojiLayer() {
        setManaged(false);
        setMouseTransparent(true);
        setFocusTraversable(false);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // letters have their places from the left, in any window
    }

    /// @param text shows the letters, beside this layer
    public void show(List<Spot> spots, Node text, Letters letters) {
        ObservableList<Node> views = getChildren();
        while (views.size() < spots.size()) views.add(new ImageView());
        views.remove(spots.size(), views.size());
        setLayoutX(text.getLayoutX());
        setLayoutY(text.getLayoutY());
        // a mirrored window turns both round the middle of their width
        resize(text.getLayoutBounds().getMaxX(), text.getLayoutBounds().getMaxY());
        double scale = EmojiPictures.scale(this);
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            Bounds blank = bounds(letters.shape(spot.start(), spot.end()));
            place((ImageView) views.get(i), spot, fromTheLeft(blank, text), scale);
        }
    }

    /// In a mirrored window a text tells the places of its letters from its right edge, and draws them from its left.
    public static Bounds fromTheLeft(Bounds place, Node text) {
        if (!(text instanceof Text) || !Appearance.isMirrored(text)) return place;
        double left = text.getLayoutBounds().getWidth() - place.getMaxX();
        return new BoundingBox(left, place.getMinY(), place.getWidth(), place.getHeight());
    }

    private static void place(ImageView view, Spot spot, Bounds blank, double scale) {
        double size = Math.floor(Math.min(blank.getWidth(), blank.getHeight()) * scale) / scale;
        view.setVisible(size > 0);
        if (size <= 0) return;
        EmojiPictures.show(view, spot.picture(), size, scale);
        view.setX(Math.round((blank.getCenterX() - size / 2) * scale) / scale);
        view.setY(Math.round((blank.getCenterY() - size / 2) * scale) / scale);
    }

    /// Of the letters that have this shape; empty for none.
    public static Bounds bounds(PathElement[] shape) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (PathElement element : shape) {
            double x;
            double y;
            if (element instanceof MoveTo move) {
                x = move.getX();
                y = move.getY();
            } else if (element instanceof LineTo line) {
                x = line.getX();
                y = line.getY();
            } else {
                continue;
            }
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return right < left ? new BoundingBox(0, 0, -1, -1) : new BoundingBox(left, top, right - left, bottom - top);
    }
}
