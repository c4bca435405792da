package io.landline.ui.control;

import io.landline.ui.look.Icon;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/// Covers what takes files while they are dragged above it, and says what happens to them. It is in nobody's way:
/// events pass through. JavaFX thread.
public final class DropSign extends Label {
    /// @param id of the node
    /// @param drop what takes the files; the owner writes the words
    public DropSign(String id, FileDrop drop) {
        super("", new Icon(Feather.DOWNLOAD));
        setId(id);
        setMnemonicParsing(false);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setMinSize(0, 0);
        setMouseTransparent(true);
        getStyleClass().add("drop-sign");
        visibleProperty().bind(drop.above());
    }
}
