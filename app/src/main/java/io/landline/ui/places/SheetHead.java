package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.IconButton;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.look.EmojiTooltip;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// What a sheet is about, the step that somebody may regret, and the way out. JavaFX thread.
public final class SheetHead extends HBox {
    private final EmojiLabel title = new EmojiLabel();

    /// Of a sheet without such a step.
    ///
    /// @param id of the title
    public SheetHead(String id, String closeWords, Runnable leave) {
        title.setId(id);
        title.setTooltip(new EmojiTooltip());
        title.setMinWidth(0);
        title.getStyleClass().add(Styles.TITLE_3);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = new IconButton("close-sheet", Feather.X, closeWords);
        close.getStyleClass().add(Styles.FLAT);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> leave.run());
        getChildren().addAll(title, space, close);
        getStyleClass().add("safety-head");
    }

    /// @param id of the title
    /// @param step asks before it does anything
    SheetHead(String id, Button step, String closeWords, Runnable leave) {
        this(id, closeWords, leave);
        step.setMinWidth(Region.USE_PREF_SIZE);
        step.getStyleClass().addAll(Styles.FLAT, Styles.DANGER);
        getChildren().add(getChildren().size() - 1, step);
    }

    /// The keyboard goes to the way out.
    public void focus() {
        getChildren().getLast().requestFocus();
    }

    /// @param name safe to show
    public void show(String name) {
        title.setText(name);
        title.getTooltip().setText(name);
    }
}
