package io.landline.ui.control;

import atlantafx.base.theme.Styles;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Shows a note below a field, and takes no room while there is none. JavaFX thread.
public final class NoteLine extends WrappingLabel {
    private static final PseudoClass WRONG = Styles.STATE_DANGER;

    public NoteLine(ObservableValue<FieldNote> note) {
        super("");
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("welcome-note");
        note.subscribe(this::show);
    }

    /// With a field that has a red border while the note says that it is wrong.
    public NoteLine(ObservableValue<FieldNote> note, TextInputControl field) {
        this(note);
        note.subscribe(shown -> {
            field.pseudoClassStateChanged(WRONG, shown.kind() == FieldNote.Kind.BAD);
            field.setAccessibleHelp(shown.sentence());
        });
    }

    private void show(FieldNote note) {
        getStyleClass().removeAll(Styles.TEXT_MUTED, Styles.SUCCESS, Styles.WARNING, Styles.DANGER);
        Visibility.show(this, !note.isNothing());
        setText(note.sentence());
        switch (note.kind()) {
            case NONE -> setGraphic(null);
            case HINT -> look(Styles.TEXT_MUTED, null);
            case GOOD -> look(Styles.SUCCESS, Feather.CHECK);
            case WARNING -> look(Styles.WARNING, Feather.ALERT_TRIANGLE);
            case BAD -> look(Styles.DANGER, Feather.ALERT_CIRCLE);
        }
    }

    private void look(String style, @Nullable Feather icon) {
        getStyleClass().add(style);
        setGraphic(icon == null ? null : new Icon(icon));
    }
}
