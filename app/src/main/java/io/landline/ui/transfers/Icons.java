package io.landline.ui.transfers;

import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons that grow with the text beside them, as zooming does. JavaFX thread.
final class Icons {
    private Icons() {}

    /// Style sheets give icons a size in pixels of their own (a multiple would be of itself), so the icon is drawn larger or smaller
    /// instead.
    ///
    /// @param ems how many times as high as the text of `beside`
    static StackPane sized(FontIcon icon, double ems, Label beside) {
        var box = new StackPane(icon);
        beside.fontProperty().subscribe(font -> scale(icon, ems * font.getSize()));
        icon.iconSizeProperty().subscribe(_ -> scale(icon, ems * beside.getFont().getSize()));
        return box;
    }

    private static void scale(FontIcon icon, double height) {
        double scale = height / Math.max(1, icon.getIconSize());
        icon.setScaleX(scale);
        icon.setScaleY(scale);
    }
}
