package io.landline.ui.label;

import io.landline.ui.letters.TextMeasurer;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// What an empty field asks for. Where it has no room for all of its words they end in dots, as those of a label do:
/// the toolkit cuts through a letter. The field itself keeps all of them. JavaFX thread.
public final class FieldPrompt {
    private static final Object KEY = new Object();
    private static final String DOTS = "…";

    private final TextInputControl field;
    private final TextMeasurer measurer = new TextMeasurer();

    private FieldPrompt(TextInputControl field) { this.field = field; }

    /// The field asks for this from now on.
    public static void put(TextInputControl field, String words) {
        field.setPromptText(words);
        follow(field);
    }

    /// For a field that has its words from elsewhere, as from a control around it.
    public static void follow(TextInputControl field) {
        if (field.getProperties().containsKey(KEY)) return;
        var prompt = new FieldPrompt(field);
        field.getProperties().put(KEY, prompt);
        field.needsLayoutProperty().subscribe(_ -> prompt.look());
        field.textProperty().subscribe(text -> {
            if (text.isEmpty()) field.requestLayout();
        });
    }

    /// The field's skin draws the words by a text of its own, which it makes once it needs it.
    private void look() {
        if (!field.getText().isEmpty() || field.getPromptText().isEmpty()) return;
        if (field instanceof TextArea) {
            if (field.lookup(".content") instanceof Region room) lookIn(room);
            return;
        }
        for (Node part : field.getChildrenUnmodifiable()) if (part instanceof Pane room) lookIn(room);
    }

    private void lookIn(Region room) {
        for (Node each : room.getChildrenUnmodifiable()) {
            boolean isPrompt = each instanceof Text text && text.getText().equals(field.getPromptText());
            if (isPrompt && !each.getProperties().containsKey(KEY)) cut((Text) each, room);
        }
    }

    private void cut(Text letters, Region room) {
        letters.getProperties().put(KEY, this);
        letters.textProperty().unbind();
        letters.textProperty().bind(Bindings.createStringBinding(() -> {
            measurer.in(letters.getFont());
            Insets insets = room.getInsets();
            return fitting(field.getPromptText(), room.getWidth() - insets.getLeft() - insets.getRight());
        }, field.promptTextProperty(), room.widthProperty(), room.insetsProperty(), letters.fontProperty()));
    }

    /// As many of the words as there is room for, with dots behind them.
    private String fitting(String words, double width) {
        if (width <= 0 || measurer.wide(words) <= width) return words;
        int end = words.length();
        while (end > 0 && measurer.wide(words.substring(0, end).stripTrailing() + DOTS) > width) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).stripTrailing() + DOTS;
    }
}
