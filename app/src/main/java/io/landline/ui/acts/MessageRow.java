package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.IconButton;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.look.EmojiTooltip;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A message of a list: who and when, and what. A click leads to it; what is beside takes it out of the list. JavaFX
/// thread.
final class MessageRow extends HBox {
    /// @param about who, where and when, safe to show
    /// @param words what it says, on one line, safe to show
    /// @param open leads to it
    /// @param out takes it out of the list
    MessageRow(String about, String words, Runnable open, IconButton out) {
        var who = new EmojiLabel();
        who.setText(about);
        who.getStyleClass().add(Styles.TEXT_MUTED);
        var what = new EmojiLabel();
        what.setText(words);
        var lines = new VBox(who, what);
        for (EmojiLabel each : new EmojiLabel[]{who, what}) each.setMinWidth(0);
        var there = new Wide(lines);
        there.setAccessibleText(about + ". " + what.said());
        there.setTooltip(new EmojiTooltip(words));
        there.setOnAction(_ -> open.run());
        HBox.setHgrow(there, Priority.ALWAYS);
        out.setMinWidth(USE_PREF_SIZE);
        out.getStyleClass().add(Styles.FLAT);
        getStyleClass().add("acts-row");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(there, out);
    }

    void focus() {
        getChildren().getFirst().requestFocus();
    }

    /// Its content is as wide as the button: a usual one gives it all the width that it wants.
    private static final class Wide extends Button {
        private final VBox content;

        Wide(VBox content) {
            this.content = content;
            setGraphic(content);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMinWidth(0);
            setMaxWidth(Double.MAX_VALUE);
            getStyleClass().addAll(Styles.FLAT, "acts-message");
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }
}
