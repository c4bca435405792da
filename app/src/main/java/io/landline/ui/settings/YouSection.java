package io.landline.ui.settings;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/// Our name and fingerprint. JavaFX thread.
final class YouSection extends Section {
    private final InputField name;

    YouSection(YouViewModel model, Fingerprint self, Texts texts) {
        super(Feather.USER, texts.get("you"));
        name = new InputField("settings-name", texts.get("name"), model.name(), model.note()).onEnter(model::apply);
        name.input().focusedProperty().subscribe(focused -> {
            if (!focused) model.apply();
        });
        name.input().setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            model.revert();
            key.consume();
        });
        var digits = new Label(self.brief());
        digits.setId("fingerprint");
        digits.getStyleClass().add("settings-digits");
        var copy = new CopyButton(texts.get("fingerprint.copy"), texts.get("copied"), self::hex);
        copy.setId("copy-fingerprint");
        copy.getStyleClass().add(Styles.FLAT);
        getChildren().addAll(name,
                choice(texts.get("fingerprint"), line(digits, copy),
                        Paragraph.muted(texts.get("fingerprint.meaning"))));
    }

    void focus() {
        name.input().requestFocus();
        name.input().end();
    }
}
