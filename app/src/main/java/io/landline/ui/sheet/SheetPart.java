package io.landline.ui.sheet;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.Paragraph;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A part of a sheet under a heading of its own. JavaFX thread.
public class SheetPart extends VBox {
    public SheetPart(String id, String heading) {
        Label label = Paragraph.styled(heading, Styles.TITLE_4);
        label.setId(id);
        getStyleClass().add("sheet-part");
        getChildren().add(label);
    }
}
