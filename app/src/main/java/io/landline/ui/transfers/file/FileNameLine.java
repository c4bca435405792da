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

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (name.getHeight() < 2 * behind.getHeight() || LeftToRight.hasRightToLeftLetters(name.getText())) return;
        name.layout(); // only then it is known where its last line ends
        for (Node child : name.getChildrenUnmodifiable()) {
            if (!(child instanceof Text letters)) continue;
            PathElement[] end = letters.caretShape(letters.getText().length(), true);
            if (end.length > 0 && end[0] instanceof MoveTo place) {
                double from = snapPositionX(name.getLayoutX() + letters.getLayoutX() + place.getX());
                if (from < behind.getLayoutX()) behind.setLayoutX(from);
            }
        }
    }
}
