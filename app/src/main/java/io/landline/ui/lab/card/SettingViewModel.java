package io.landline.ui.lab.card;

import io.landline.labprograms.Setting;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One setting of a card as it is typed. JavaFX thread.
public final class SettingViewModel {
    private final Setting setting;
    private final StringProperty value;
    private final BooleanBinding valid;
    /// What the page put there; another value was typed by a person, and stays.
    private String ours;

    SettingViewModel(Setting setting) {
        this.setting = setting;
        ours = setting.initial();
        value = new SimpleStringProperty(setting.initial());
        valid = Bindings.createBooleanBinding(() -> setting.accepts(value.get()), value);
    }

    public Setting setting() {
        return setting;
    }

    public StringProperty value() {
        return value;
    }

    public BooleanBinding valid() {
        return valid;
    }

    /// Puts another value there, unless a person has typed one.
    void suggest(String better) {
        if (!value.get().equals(ours) || !setting.accepts(better)) return;
        ours = better;
        value.set(better);
    }
}
