package io.landline.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.Font;

/// A part that takes the width, and controls beside it; they stand below it where the line is narrow. JavaFX thread.
public final class BesideOrBelow extends GridPane {
    private final Node controls;
    private final double besideMinEm;
    private final ObservableValue<Font> font;

    /// @param besideMinEm how wide the whole line is at least, in `em`, for the controls to stand beside the part
    /// @param font of the text in the line
    public BesideOrBelow(Node part, Node controls, double besideMinEm, ObservableValue<Font> font) {
        this.controls = controls;
        this.besideMinEm = besideMinEm;
        this.font = font;
        GridPane.setHgrow(part, Priority.ALWAYS);
        add(part, 0, 0);
        add(controls, 1, 0);
        widthProperty().subscribe(this::arrange);
        font.subscribe(this::arrange);
    }

    private void arrange() {
        boolean isNarrow = getWidth() > 0 && getWidth() < besideMinEm * font.getValue().getSize();
        setConstraints(controls, isNarrow ? 0 : 1, isNarrow ? 1 : 0);
    }
}
