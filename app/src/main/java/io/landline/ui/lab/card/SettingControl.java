package io.landline.ui.lab.card;

import io.landline.labprograms.Setting;
import io.landline.labprograms.Setting.Kind;
import io.landline.language.Texts;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.InputField;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.label.WrappingLabel;
import java.io.File;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Subscription;

/// The control for one setting of a card. What is wrong about it is said by the card ([CardNotes]). JavaFX thread.
final class SettingControl extends VBox {
    private final SettingViewModel model;
    private final Texts texts;
    private final String label;
    private final String id;
    private final Runnable enter;
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private Subscription subscription = Subscription.EMPTY;

    /// @param card of the ids in it
    /// @param enter what Enter in a field does
    SettingControl(SettingViewModel model, String card, Texts texts, Runnable enter) {
        this.model = model;
        this.texts = texts;
        this.enter = enter;
        Setting setting = model.setting();
        label = texts.get("setting." + setting.name());
        id = card + "-" + setting.name();
        getStyleClass().add("lab-setting");
        Node control = switch (setting.kind()) {
            case Kind.Whole _, Kind.Time _, Kind.Decimal _, Kind.Seed _, Kind.Line _, Kind.NewPath _ -> field();
            case Kind.Choice choice -> choice(choice);
            case Kind.Switch _ -> box();
            case Kind.OpenFile _ -> withButton(false);
            case Kind.Folder _ -> withButton(true);
        };
        getChildren().setAll(control);
    }

    private InputField field() {
        subscription = model.valid().subscribe(valid -> note.set(valid ? FieldNote.NOTHING : FieldNote.bad(wrong())));
        return new InputField(id, label, model.value(), note).wholeLabel() // a unit stands at its end
                .noteElsewhere()
                .onEnter(enter);
    }

    /// What is wrong about the value now.
    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    String label() {
        return label;
    }

    private String wrong() {
        return switch (model.setting().kind()) {
            case Kind.Whole(long least, long most, _) when model.setting().has(Setting.Trait.PORT) -> texts
                    .format("wrong.whole", String.valueOf(least), String.valueOf(most));
            case Kind.Whole(long least, long most, _) -> texts.format("wrong.whole", least, most);
            case Kind.Time(long least, long most) -> texts.format("wrong.whole", least, most);
            // no marks: a point is what parts the decimals there
            case Kind.Decimal(double most) -> texts.format("wrong.decimal", String.valueOf((long) most));
            case Kind.OpenFile _ -> texts.get("wrong.file");
            case Kind.NewPath(_, int charsMax) -> texts.format("wrong.path-of", charsMax);
            case Kind.Folder _ -> texts.get("wrong.folder");
            case Kind.Line _, Kind.Seed _, Kind.Choice _, Kind.Switch _ -> texts.has("wrong." + model.setting().name())
                    ? texts.get("wrong." + model.setting().name())
                    : texts.get("wrong.line");
        };
    }

    private Node choice(Kind.Choice choice) {
        var box = new ChoiceBox<String>();
        box.setId(id);
        box.setAccessibleText(label);
        box.getItems().setAll(choice.words());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(model.value());
        var above = new WrappingLabel(label);
        above.setLabelFor(box);
        above.getStyleClass().add("lab-label");
        var both = new VBox(above, box);
        both.getStyleClass().add("welcome-field");
        return both;
    }

    private CheckBox box() {
        var box = new WrappingCheckBox(id, label);
        subscription = model.value().subscribe(value -> box.setSelected(value.equals(Setting.ON)));
        box.setOnAction(_ -> model.value().set(box.isSelected() ? Setting.ON : Setting.OFF));
        return box;
    }

    private Node withButton(boolean folder) {
        Button choose = new Button(texts.get("choose"));
        choose.setId(id + "-choose");
        choose.setOnAction(_ -> choose(folder));
        var both = new VBox(field(), choose);
        both.getStyleClass().add("welcome-field");
        both.setAlignment(Pos.TOP_LEFT);
        return both;
    }

    private void choose(boolean folder) {
        File chosen;
        if (folder) {
            var chooser = new DirectoryChooser();
            chooser.setTitle(label);
            chosen = chooser.showDialog(getScene().getWindow());
        } else {
            var chooser = new FileChooser();
            chooser.setTitle(label);
            chosen = chooser.showOpenDialog(getScene().getWindow());
        }
        if (chosen != null) model.value().set(chosen.getPath());
    }

    void close() {
        subscription.unsubscribe();
    }
}
