package io.landline.ui.control;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A line to type, with what it is for above it and a note below. JavaFX thread.
public final class InputField extends VBox {
    private final TextField input = new TextField();
    private final Label above;
    private final NoteLine below;
    private final ObservableValue<FieldNote> note;

    /// @param id of the input
    public InputField(String id, String label, Property<String> text, ObservableValue<FieldNote> note) {
        this.note = note;
        above = new WrappingLabel(label);
        above.setLabelFor(input);
        above.getStyleClass().add(Styles.TEXT_BOLD);
        input.setId(id);
        input.setAccessibleText(label);
        input.textProperty().bindBidirectional(text);
        getStyleClass().add("welcome-field");
        below = new NoteLine(note, input);
        getChildren().addAll(above, input, below, new TypedEmoji(input));
    }

    /// That of fields and of the words of a key, for a page that shows them.
    public static String styleSheet() {
        return requireNonNull(InputField.class.getResource("parts.css")).toExternalForm();
    }

    public TextField input() {
        return input;
    }

    /// Whether its note says that it cannot be taken so.
    public boolean isWrong() {
        return note.getValue().kind() == FieldNote.Kind.BAD;
    }

    /// What it is for stands on one line: the field is at least as wide.
    public InputField wholeLabel() {
        above.setMinWidth(USE_PREF_SIZE);
        return this;
    }

    /// An example of what it takes.
    public InputField like(String example) {
        FieldPrompt.put(input, example);
        return this;
    }

    /// What it takes reads from the left in every language: an address, a pattern, a size. In a mirrored window its
    /// signs would change places as one types.
    public InputField fromTheLeft() {
        Appearance.keepOrder(input);
        return this;
    }

    /// Keeps the room that this note takes, whatever the note says: nothing moves while one types.
    public InputField roomFor(String sentence) {
        if (!(below.getParent() instanceof StackPane)) {
            int place = getChildren().indexOf(below);
            getChildren().remove(below);
            var notes = new StackPane(below);
            notes.setAlignment(Pos.TOP_LEFT);
            getChildren().add(place, notes);
        }
        var room = new NoteLine(new SimpleObjectProperty<>(FieldNote.bad(sentence)));
        room.setVisible(false);
        ((StackPane) below.getParent()).getChildren().addFirst(room);
        return this;
    }

    /// The page says elsewhere what the note says. The border tells here whether that is bad.
    public InputField noteElsewhere() {
        getChildren().remove(below);
        return this;
    }

    /// What Enter does.
    public InputField onEnter(Runnable action) {
        input.setOnAction(_ -> action.run());
        return this;
    }
}
