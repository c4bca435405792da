package io.landline.ui.control;

import atlantafx.base.theme.Styles;
import io.landline.ui.label.WrappingLabel;
import javafx.scene.control.Label;

/// Sentences that wrap instead of being cut. Stateless; JavaFX thread.
public final class Paragraph {
    private Paragraph() {}

    public static Label plain(String text) {
        return new WrappingLabel(text);
    }

    public static Label muted(String text) {
        return styled(text, Styles.TEXT_MUTED);
    }

    /// With one of the theme's classes of type: `title-3` …
    public static Label styled(String text, String style) {
        Label label = plain(text);
        label.getStyleClass().add(style);
        return label;
    }
}
