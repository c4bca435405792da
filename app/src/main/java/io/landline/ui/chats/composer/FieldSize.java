package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.IconButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Shortcut;
import java.util.function.DoubleSupplier;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/// Makes the field half as high as the conversation, for a long text, and as high as its text again. In a large field
/// Enter begins a line, and only Enter with Ctrl sends, or with Shift where the user chose that. JavaFX thread.
final class FieldSize {
    private static final double SHARE = 0.5;

    private final Texts texts;
    private final GrowingField field;
    private final Button button;

    FieldSize(Texts texts, GrowingField field) {
        this.texts = texts;
        this.field = field;
        button = new IconButton("composer-size", Feather.MAXIMIZE_2, texts.get("composer.large"));
        button.getStyleClass().addAll(Styles.FLAT, "chats-composer-button");
        button.setOnAction(_ -> {
            toggle();
            field.requestFocus();
        });
    }

    Button button() {
        return button;
    }

    /// @param height of the messages and of what is written, together, in pixels
    void setRoom(DoubleSupplier height) {
        field.setLargeHeight(() -> height.getAsDouble() * SHARE);
    }

    void toggle() {
        set(!field.isLarge());
    }

    void makeSmall() {
        set(false);
    }

    private void set(boolean isLarge) {
        if (field.isLarge() == isLarge) return;
        field.setLarge(isLarge);
        String words = texts.get(isLarge ? "composer.small" : "composer.large");
        button.setGraphic(new Icon(isLarge ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
        button.setAccessibleText(words);
        button.setTooltip(new TextTooltip(words));
    }

    /// Whether this key sends.
    ///
    /// @param enterBreaks whether the user chose that Enter begins a line
    boolean sends(KeyEvent event, boolean enterBreaks) {
        boolean isPlain = !event.isShortcutDown() && !event.isShiftDown();
        return Shortcut.SEND.matches(event, enterBreaks) && !(field.isLarge() && isPlain);
    }

    /// Whether this key begins a line.
    boolean breaks(KeyEvent event, boolean enterBreaks) {
        return Shortcut.NEW_LINE.matches(event, enterBreaks)
                || field.isLarge() && Shortcut.NEW_LINE.matches(event, true);
    }
}
