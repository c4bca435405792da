package io.landline.ui.network;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What stands where a list has no rows: why, and what comes. JavaFX thread.
final class EmptyList extends VBox {
    private final Label title = Paragraph.styled("", Styles.TITLE_4);
    private final WrappingLabel text = new WrappingLabel("");

    EmptyList(Feather icon, String id) {
        setId(id);
        getStyleClass().add("network-empty");
        setAlignment(Pos.CENTER);
        text.getStyleClass().add("network-empty-text");
        getChildren().addAll(new Icon(icon), title, text);
    }

    void say(String what, String why) {
        title.setText(what);
        text.setText(why);
    }
}
