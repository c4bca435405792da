package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.settings.NotificationSettings;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.text.TimeOfDay;
import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Whether the desktop shows notifications, what they say, when there are none, what counts as new outside of the list,
/// whether the program stays in the tray, and whether it starts with the desktop. JavaFX thread.
final class NotificationsSection extends Section {
    /// Above the chosen one in the open list, which shows ten.
    private static final int TIMES_ABOVE = 4;

    private final NotificationsViewModel model;

    NotificationsSection(NotificationsViewModel model, LoginStartViewModel login, Texts texts) {
        super(Feather.BELL, texts.get("notifications"));
        this.model = model;
        CheckBox on = box("notifications-on", texts.get("notifications.on"), NotificationSettings::on,
                NotificationSettings::withOn);
        CheckBox preview = box("notifications-preview", texts.get("notifications.preview"),
                NotificationSettings::preview, NotificationSettings::withPreview);
        CheckBox sound = box("notifications-sound", texts.get("notifications.sound"), NotificationSettings::sound,
                NotificationSettings::withSound);
        CheckBox quiet = box("notifications-quiet", texts.get("notifications.quiet"), NotificationSettings::quiet,
                NotificationSettings::withQuiet);
        ComboBox<LocalTime> from = times("quiet-from", texts.get("notifications.quiet.from"),
                NotificationSettings::quietFrom, (all, time) -> all.withQuietHours(time, all.quietTo()));
        ComboBox<LocalTime> to = times("quiet-to", texts.get("notifications.quiet.to"), NotificationSettings::quietTo,
                (all, time) -> all.withQuietHours(all.quietFrom(), time));
        var until = new Label(texts.get("notifications.quiet.until"));
        until.setMinWidth(Region.USE_PREF_SIZE);
        var second = new HBox(until, to); // a line ends before the word, not behind it
        second.getStyleClass().add("settings-until");
        ControlLine hours = line(quiet, from, second);
        CheckBox muted = box("notifications-count-muted", texts.get("notifications.count-muted"),
                NotificationSettings::countsMuted, NotificationSettings::withCountsMuted);
        model.chosen().subscribe(chosen -> {
            for (CheckBox box : List.of(preview, sound, quiet)) box.setDisable(!chosen.on());
            for (ComboBox<LocalTime> box : List.of(from, to)) box.setDisable(!chosen.on() || !chosen.quiet());
        });
        getChildren().addAll(rule(on, texts.get("notifications.meaning")),
                rule(preview, texts.get("notifications.preview.meaning")), sound, hours,
                rule(muted, texts.get("notifications.count-muted.meaning")),
                rule(tray(texts.get("notifications.tray")), texts.get("notifications.tray.meaning")));
        if (login.isPossible()) getChildren().add(rule(login(login, texts.get("login")), texts.get("login.meaning")));
    }

    private static CheckBox login(LoginStartViewModel login, String words) {
        CheckBox box = new WrappingCheckBox("start-at-login", words);
        login.isOn().subscribe(box::setSelected);
        box.setOnAction(_ -> login.choose(box.isSelected()));
        return box;
    }

    private CheckBox tray(String words) {
        CheckBox box = new WrappingCheckBox("notifications-tray", words);
        model.staysInTray().subscribe(box::setSelected);
        box.setOnAction(_ -> model.stayInTray(box.isSelected()));
        return box;
    }

    private static VBox rule(CheckBox box, String means) {
        var meaning = Paragraph.muted(means);
        meaning.getStyleClass().add("settings-meaning");
        var rule = new VBox(box, meaning);
        rule.getStyleClass().add("settings-rule");
        return rule;
    }

    private CheckBox box(String id, String words, Predicate<NotificationSettings> reads,
            BiFunction<NotificationSettings, Boolean, NotificationSettings> chooses) {
        CheckBox box = new WrappingCheckBox(id, words);
        model.chosen().subscribe(chosen -> box.setSelected(reads.test(chosen)));
        box.setOnAction(_ -> model.choose(all -> chooses.apply(all, box.isSelected())));
        return box;
    }

    /// A list that scrolls and stands at what is chosen: a day has more times than a screen has room for.
    private ComboBox<LocalTime> times(String id, String name, Function<NotificationSettings, LocalTime> reads,
            BiFunction<NotificationSettings, LocalTime, NotificationSettings> chooses) {
        var box = new ComboBox<LocalTime>();
        box.setId(id);
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalTime time) {
                return time == null ? "" : TimeOfDay.minutes(time);
            }

            @Override
            public @Nullable LocalTime fromString(String text) {
                return null; // nothing is typed here
            }
        });
        LocalTime now = reads.apply(model.chosen().get());
        box.getItems().setAll(model.times(now));
        box.setValue(now);
        box.setOnShown(_ -> {
            if (box.getSkin() instanceof ComboBoxListViewSkin<?> skin
                    && skin.getPopupContent() instanceof ListView<?> list) {
                list.scrollTo(Math.max(0, box.getSelectionModel().getSelectedIndex() - TIMES_ABOVE));
            }
        });
        box.valueProperty().addListener((_, _, time) -> {
            if (time != null) model.choose(all -> chooses.apply(all, time));
        });
        return box;
    }
}
