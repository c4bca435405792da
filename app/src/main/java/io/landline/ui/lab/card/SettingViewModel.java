package io.landline.ui.lab.card;

import io.landline.labprograms.Setting;
import io.landline.labprograms.Setting.Kind;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One setting of a card as it is typed. JavaFX thread.
public final class SettingViewModel {
    /// The marks of all languages that the window speaks, but each number with one kind of them.
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([,.\u00a0\u202f ])\\d{3}(\\1\\d{3})*");
    private static final Pattern MARK = Pattern.compile("\\D");
    /// With the comma of most languages. What has three digits behind it may also be a thousand, but for a zero before.
    private static final Pattern WITH_COMMA = Pattern.compile("0*,\\d+|\\d+,(\\d{1,2}|\\d{4,})");

    private final Setting setting;
    private final StringProperty value;
    private final BooleanBinding valid;
    /// What the page put there; another value was typed by a person, and stays.
    private String ours;

    SettingViewModel(Setting setting) {
        this.setting = setting;
        ours = setting.initial();
        value = new SimpleStringProperty(setting.initial());
        valid = Bindings.createBooleanBinding(() -> setting.accepts(chosen()), value);
    }

    public Setting setting() {
        return setting;
    }

    public StringProperty value() {
        return value;
    }

    /// The value as programs take it. A whole number may be typed as the window writes it, with marks between three
    /// digits, and a part of a whole with a comma.
    public String chosen() {
        String typed = value.get();
        if (setting.kind() instanceof Kind.Decimal && WITH_COMMA.matcher(typed).matches()) {
            return typed.replace(',', '.');
        }
        boolean isWhole = setting.kind() instanceof Kind.Whole || setting.kind() instanceof Kind.Time;
        return isWhole && GROUPED.matcher(typed).matches() ? MARK.matcher(typed).replaceAll("") : typed;
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
