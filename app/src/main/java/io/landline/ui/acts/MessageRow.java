package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.room.EntryId;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.WideButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A message of a list: who and when, and what. A click leads to it; what is beside takes it out of the list. JavaFX
/// thread.
final class MessageRow extends HBox {
    private final EntryId id;
    private final List<String> said;
    private final IconButton out;
    /// Null where nothing leads to it.
    private final @Nullable WideButton there;

    /// @param id of the message
    /// @param about who, where and when, safe to show
    /// @param words what it says, on one line, safe to show
    /// @param open leads to it
    /// @param out takes it out of the list
    MessageRow(EntryId id, String about, String words, Runnable open, IconButton out) {
        this.id = id;
        this.out = out;
        said = List.of(about, words);
        EmojiLabel what = line(words);
        var button = new WideButton("acts-message", new VBox(muted(about), what));
        button.setAccessibleText(about + ". " + what.said());
        button.setTooltip(new TextTooltip(words));
        button.setOnAction(_ -> open.run());
        there = button;
        show(button);
    }

    private MessageRow(EntryId id, String about, String why, IconButton out) {
        this.id = id;
        this.out = out;
        said = List.of(about, why);
        there = null;
        var lines = new VBox(muted(about), muted(why));
        lines.getStyleClass().add("acts-gone");
        show(lines);
    }

    /// Of a message that is not here any more: nothing leads to it.
    static MessageRow gone(EntryId id, String about, String why, IconButton out) {
        return new MessageRow(id, about, why, out);
    }

    private static EmojiLabel muted(String text) {
        EmojiLabel label = line(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    private static EmojiLabel line(String text) {
        var label = new EmojiLabel();
        label.setText(text);
        label.setMinWidth(0);
        return label;
    }

    private void show(Region lines) {
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        out.setMinWidth(USE_PREF_SIZE);
        out.getStyleClass().add(Styles.FLAT);
        getStyleClass().add("acts-row");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(lines, out);
    }

    boolean isOfTheSame(MessageRow other) {
        return id.equals(other.id);
    }

    /// Whether it looks and does as another row.
    boolean saysTheSame(MessageRow other) {
        return isOfTheSame(other) && said.equals(other.said) && (there == null) == (other.there == null);
    }

    /// Whether the keyboard is on what takes it out.
    boolean isOutFocused() {
        return out.isFocused();
    }

    /// @param wantsOut whether the keyboard goes to what takes it out, else to what leads to it
    void focus(boolean wantsOut) {
        Node wanted = wantsOut || there == null ? out : there;
        wanted.requestFocus();
    }
}
