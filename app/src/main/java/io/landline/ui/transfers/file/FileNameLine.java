package io.landline.ui.transfers.file;

import io.landline.language.LeftToRight;
import io.landline.ui.look.Appearance;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;

/// A file's name and its extension, or what else stands behind a name. They are two labels, so that nothing in the name
/// can pretend another extension, but read as one: behind the last letter of a name that wraps. JavaFX thread.
public final class FileNameLine extends HBox {
    private final Label name;
    private final Label behind;

    /// @param name may wrap
    /// @param behind is always seen whole
    public FileNameLine(Label name, Label behind) {
        super(name, behind);
        this.name = name;
        this.behind = behind;
        behind.setMinWidth(Region.USE_PREF_SIZE);
        Appearance.keepOrderAtBottom(this, alignmentProperty());
        getStyleClass().add("transfers-card-file");
    }

    /// Each label is put in its place once. If one were moved a second time, that would ask for another layout, and the
    /// window would be laid out and painted for ever.
    @Override
    protected void layoutChildren() {
        double wide = snapSizeX(behind.prefWidth(-1));
        double left = snappedLeftInset();
        double room = getWidth() - left - snappedRightInset() - snapSpaceX(getSpacing()) - wide;
        if (name.prefWidth(-1) <= room || LeftToRight.hasRightToLeftLetters(name.getText())) {
            super.layoutChildren();
            return;
        }
        placeAtBottom(name, left, room);
        name.layout(); // only then it is known where its last line ends
        placeAtBottom(behind, Math.min(left + room + snapSpaceX(getSpacing()), endOfLastLine()), wide);
    }

    private void placeAtBottom(Label label, double x, double width) {
        double high = Math.min(getHeight() - snappedTopInset() - snappedBottomInset(),
                snapSizeY(label.prefHeight(width)));
        label.resizeRelocate(x, getHeight() - snappedBottomInset() - high, width, high);
    }

    private double endOfLastLine() {
        double end = Double.POSITIVE_INFINITY;
        for (Node child : name.getChildrenUnmodifiable()) {
            if (!(child instanceof Text letters)) continue;
            PathElement[] caret = letters.caretShape(letters.getText().length(), true);
            if (caret.length > 0 && caret[0] instanceof MoveTo place) {
                end = Math.min(end, snapPositionX(name.getLayoutX() + letters.getLayoutX() + place.getX()));
            }
        }
        return end;
    }
}
