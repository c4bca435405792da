package io.landline.ui.look;

import java.util.Set;
import javafx.geometry.NodeOrientation;
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

    /// Those that mean a side, not what they show: a mirrored window has the other side.
    private static final Set<Feather> POINTING = Set.of(Feather.ARROW_LEFT, Feather.ARROW_DOWN_LEFT,
            Feather.ARROW_UP_RIGHT, Feather.CHEVRON_LEFT, Feather.CHEVRON_RIGHT, Feather.CORNER_DOWN_LEFT,
            Feather.CORNER_LEFT_UP, Feather.CORNER_UP_LEFT, Feather.CORNER_UP_RIGHT, Feather.EXTERNAL_LINK,
            Feather.LIST, Feather.LOG_IN, Feather.LOG_OUT, Feather.SEND);

    private Feather shown;

    public Icon(Feather picture) {
        getStyleClass().addAll("ikonli-font-icon", "icon");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(false);
        setStyle(FONT);
        shown = picture;
        show(picture);
        effectiveNodeOrientationProperty().subscribe(this::point);
    }

    public void show(Feather picture) {
        shown = picture;
        setText(Character.toString(picture.getCode()));
        point();
    }

    /// The toolkit mirrors where a text stands, and never its letters.
    private void point() {
        boolean isMirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        setScaleX(isMirrored && POINTING.contains(shown) ? -1 : 1);
    }
}
