package io.landline.ui.settings;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.Icon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One subject of the page, with its title. JavaFX thread.
class Section extends VBox {
    Section(Feather icon, String title) {
        Label heading = Paragraph.styled(title, Styles.TITLE_4);
        heading.setGraphic(new Icon(icon));
        getStyleClass().add("settings-section");
        getChildren().add(heading);
    }

    /// What is chosen, a name above how.
    static VBox choice(String name, Node... content) {
        var box = new VBox(Paragraph.styled(name, Styles.TEXT_BOLD));
        box.getChildren().addAll(content);
        box.getStyleClass().add("settings-choice");
        return box;
    }

    /// Controls beside each other, on more lines where the window is narrow.
    static ControlLine line(Node... content) {
        var line = new ControlLine(content);
        line.getStyleClass().add("settings-line");
        return line;
    }
}
