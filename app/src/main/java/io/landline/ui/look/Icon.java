package io.landline.ui.look;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A picture of the Feather font that grows with the text around it. It takes the theme's colours for Ikonli's icons.
/// JavaFX thread.
///
/// Ikonli's own `FontIcon` keeps its size in pixels; a size in `em` is multiplied with itself each time that styles are
/// applied.
public final class Icon extends Text {
    /// Making one of Ikonli's loads the font, and tells its name.
    private static final String FONT = new FontIcon(Feather.X).getStyle();

    public Icon(Feather picture) {
        getStyleClass().addAll("ikonli-font-icon", "icon");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(false);
        setStyle(FONT);
        show(picture);
    }

    public void show(Feather picture) {
        setText(Character.toString(picture.getCode()));
    }
}
