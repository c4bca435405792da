package io.landline.ui.lab.card;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;

/// Shows what stands folded below it, and folds it again. Its sign points to where that goes. JavaFX thread.
final class MoreButton extends ToggleButton {
    MoreButton(String text, Node folded) {
        var sign = new Icon(Feather.CHEVRON_DOWN);
        setText(text);
        setGraphic(sign);
        getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "lab-more");
        selectedProperty().subscribe(unfolded -> {
            sign.show(unfolded ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN);
            Visibility.show(folded, unfolded);
        });
    }
}
