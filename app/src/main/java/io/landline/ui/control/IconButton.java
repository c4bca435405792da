package io.landline.ui.control;

import atlantafx.base.theme.Styles;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/// A button with a picture alone: what it does is its tooltip, and what a screen reader says. JavaFX thread.
public final class IconButton extends Button {
    /// @param name what it does, in words
    public IconButton(String id, Feather picture, String name) {
        super("", new Icon(picture));
        setId(id);
        setAccessibleText(name);
        setTooltip(new TextTooltip(name));
        getStyleClass().add(Styles.BUTTON_ICON);
    }
}
