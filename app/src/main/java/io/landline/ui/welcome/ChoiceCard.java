package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.Icon;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One of the ways that the page offers: what it is, what it means, and its fields. JavaFX thread.
class ChoiceCard extends VBox {
    /// The theme's `title-4`.
    private static final double TITLE_EM = 1.25;

    private final Label title;

    ChoiceCard(Feather icon, String title, String meaning) {
        this.title = Paragraph.styled(title, Styles.TITLE_4);
        this.title.setGraphic(new Icon(icon));
        setMinWidth(0);
        getStyleClass().add("welcome-card");
        getChildren().addAll(this.title, Paragraph.muted(meaning));
    }

    /// Of its sentences, in pixels.
    double fontSize() {
        return title.getFont().getSize() / TITLE_EM;
    }
}
