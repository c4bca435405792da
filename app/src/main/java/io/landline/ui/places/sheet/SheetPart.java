package io.landline.ui.places.sheet;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A part of a sheet under a heading of its own. JavaFX thread.
public class SheetPart extends VBox {
    public SheetPart(String id, String heading) {
        var label = new Label(heading);
        label.setId(id);
        label.getStyleClass().add(Styles.TITLE_4);
        getStyleClass().add("safety-part");
        getChildren().add(label);
    }
}
