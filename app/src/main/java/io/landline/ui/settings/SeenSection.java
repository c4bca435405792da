package io.landline.ui.settings;

import io.landline.chat.PersonStatus.State;
import io.landline.language.Texts;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.WrappingCheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Here, away or busy, and the switch that hides when one types, reads and was here. JavaFX thread.
final class SeenSection extends Section {
    private final SeenViewModel model;
    private final Texts texts;

    SeenSection(SeenViewModel model, Texts texts) {
        super(Feather.EYE, texts.get("seen"));
        this.model = model;
        this.texts = texts;
        var text = new InputField("status-text", texts.get("seen.text"), model.text(), model.note())
                .onEnter(model::apply);
        text.input().focusedProperty().subscribe(focused -> {
            if (!focused) model.apply();
        });
        getChildren().addAll(choice(texts.get("seen.state"), states()), text, sharing());
    }

    private ChoiceBox<State> states() {
        var box = new ChoiceBox<State>();
        box.setId("status-state");
        box.setAccessibleText(texts.get("seen.state"));
        box.getItems().setAll(State.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable State state) {
                return state == null ? "" : texts.get("seen." + state.name());
            }

            @Override
            public State fromString(String name) {
                throw new UnsupportedOperationException("one of the list is chosen");
            }
        });
        model.state().subscribe(box::setValue);
        box.valueProperty().addListener((_, _, chosen) -> model.choose(chosen));
        return box;
    }

    private VBox sharing() {
        var box = new WrappingCheckBox("share-activity", texts.get("seen.share"));
        model.shared().subscribe(box::setSelected);
        box.setOnAction(_ -> model.share(box.isSelected()));
        var meaning = Paragraph.muted(texts.get("seen.share.meaning"));
        meaning.getStyleClass().add("settings-meaning");
        var rule = new VBox(box, meaning);
        rule.getStyleClass().add("settings-rule");
        return rule;
    }
}
