package io.landline.ui.look;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// What an empty field asks for. Where it has no room for all of its words they end in dots, as those of a label do:
/// the toolkit cuts through a letter. The field itself keeps all of them. JavaFX thread.
public final class FieldPrompt {
    private static final Object KEY = new Object();
    private static final String DOTS = "…";

    private final TextField field;
    private final TextMeasurer measurer = new TextMeasurer();

    private FieldPrompt(TextField field) { this.field = field; }

    /// The field asks for this from now on.
    public static void put(TextField field, String words) {
        field.setPromptText(words);
        follow(field);
    }

    /// For a field that has its words from elsewhere, as from a control around it.
    public static void follow(TextField field) {
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
        for (Node part : field.getChildrenUnmodifiable()) {
            if (!(part instanceof Pane room)) continue;
            for (Node each : room.getChildrenUnmodifiable()) {
                boolean isPrompt = each instanceof Text text && text.getText().equals(field.getPromptText());
                if (isPrompt && !each.getProperties().containsKey(KEY)) cut((Text) each, room);
            }
        }
    }

    private void cut(Text letters, Pane room) {
        letters.getProperties().put(KEY, this);
        letters.textProperty().unbind();
        letters.textProperty().bind(Bindings.createStringBinding(() -> {
            measurer.in(letters.getFont());
            return fitting(field.getPromptText(), room.getWidth());
        }, field.promptTextProperty(), room.widthProperty(), letters.fontProperty()));
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
