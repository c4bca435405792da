package io.landline.ui.control;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/// A flat button of several lines. Its content is as wide as the button: a usual one gives it all the width that it
/// wants, and a long title would have no ellipsis. JavaFX thread.
public final class WideButton extends Button {
    private final Node content;

    public WideButton(String styleClass, Node content) {
        this.content = content;
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll(Styles.FLAT, styleClass);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
