package io.landline.ui.start;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// What the window shows before the node is open, and where it could not be opened. JavaFX thread.
final class StartingView {
    private static final double TEXT_WIDTH_MAX = 480;
    private static final double ICON_PX = 96;
    private static final int PERCENT = 100;

    private final VBox box = new VBox();
    private final WrappingLabel text = new WrappingLabel("");
    private final ProgressBar bar = new ProgressBar(0);
    private final Label part = new Label();
    private final Texts texts;

    /// @param takesLong whether a long history is brought into a new form first
    StartingView(Texts texts, boolean takesLong) {
        this.texts = texts;
        box.getStyleClass().add("starting");
        box.setId("starting");
        List<Image> icons = Appearance.icons();
        if (!icons.isEmpty()) {
            var icon = new ImageView(icons.getLast());
            icon.setFitWidth(ICON_PX);
            icon.setPreserveRatio(true);
            box.getChildren().add(icon);
        }
        text.setText(texts.get(takesLong ? "starting.long" : "starting"));
        text.setMaxWidth(TEXT_WIDTH_MAX);
        text.setAlignment(Pos.CENTER); // the box may give it more than its letters need
        text.setTextAlignment(TextAlignment.CENTER);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        box.getChildren().add(text);
        bar.setId("starting-bar");
        bar.setMaxWidth(TEXT_WIDTH_MAX);
        part.setId("starting-part");
        part.setMnemonicParsing(false);
        part.getStyleClass().add(Styles.TEXT_MUTED);
        if (takesLong) box.getChildren().addAll(bar, part);
        at(0);
    }

    /// Shows this percentage of the new form as done.
    void at(int percent) {
        bar.setProgress((double) percent / PERCENT);
        part.setText(texts.format("starting.part", percent));
        bar.setAccessibleText(part.getText());
    }

    Parent view() {
        return box;
    }

    /// The node could not be opened: why, and what to do.
    void failed(Texts texts, String sentence, Runnable quit) {
        box.getChildren().removeAll(bar, part);
        text.getStyleClass().setAll("label");
        text.setText(sentence);
        var end = new Button(texts.get("starting.quit"));
        end.setId("quit");
        end.setDefaultButton(true);
        end.setOnAction(_ -> quit.run());
        box.getChildren().add(end);
        end.requestFocus();
    }
}
