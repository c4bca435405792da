package io.landline.ui.chats.part;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

/// What stands over the timeline as one button. Its content is as wide as the button: a usual one gives it all the
/// width that it wants, and a long title would have no ellipsis. JavaFX thread.
public final class PlaceButton extends Button {
    private final Node content;

    public PlaceButton(String id, Node content) {
        this.content = content;
        setId(id);
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().addAll(Styles.FLAT, "chats-head-about");
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
