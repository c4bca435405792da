package io.landline.ui.settings;

import atlantafx.base.theme.Styles;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.settings.LookSettings.Theme;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.look.Icon;
import io.landline.ui.look.SingleChoice;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Theme, language, zoom, motion, and what Enter does. JavaFX thread.
final class LookSection extends Section {
    private final LookViewModel model;
    private final Texts texts;

    LookSection(LookViewModel model, Texts texts) {
        super(Feather.SUN, texts.get("look"));
        this.model = model;
        this.texts = texts;
        var group = new SingleChoice();
        var themes = line(theme("theme-system", group, Theme.SYSTEM, texts.get("theme.system"), Feather.MONITOR),
                theme("theme-light", group, Theme.LIGHT, texts.get("theme.light"), Feather.SUN),
                theme("theme-dark", group, Theme.DARK, texts.get("theme.dark"), Feather.MOON));
        getChildren().addAll(choice(texts.get("theme"), themes), choice(texts.get("language"), languages()),
                choice(texts.get("zoom"), zoom()), motion(), enter());
    }

    private ToggleButton theme(String id, SingleChoice group, Theme theme, String name, Feather icon) {
        var button = new ToggleButton(name, new Icon(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        group.add(button, () -> model.choose(theme));
        model.theme().subscribe(chosen -> {
            if (chosen == theme) button.setSelected(true);
        });
        return button;
    }

    private ChoiceBox<Language> languages() {
        var box = new ChoiceBox<Language>();
        box.setId("language");
        box.setAccessibleText(texts.get("language"));
        box.getItems().setAll(Language.values());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Language language) {
                return language == null ? "" : language.ownName();
            }

            @Override
            public @Nullable Language fromString(String name) {
                return Language.ofTag(name);
            }
        });
        box.setValue(model.language());
        box.valueProperty().addListener((_, _, chosen) -> model.choose(chosen));
        return box;
    }

    private VBox motion() {
        return rule("reduced-motion", texts.get("motion"), texts.get("motion.meaning"), model.reducedMotion(),
                model::reduceMotion);
    }

    private VBox enter() {
        return rule("enter-breaks", texts.get("enter"), texts.get("enter.meaning"), model.enterBreaks(),
                model::breakWithEnter);
    }

    private static VBox rule(String id, String words, String meaning, ObservableBooleanValue isOn,
            Consumer<Boolean> chosen) {
        var box = new WrappingCheckBox(id, words);
        isOn.subscribe(box::setSelected);
        box.setOnAction(_ -> chosen.accept(box.isSelected()));
        var below = Paragraph.muted(meaning);
        below.getStyleClass().add("settings-meaning");
        var rule = new VBox(box, below);
        rule.getStyleClass().add("settings-rule");
        return rule;
    }

    private HBox zoom() {
        var smaller = new IconButton("zoom-out", Feather.MINUS, texts.get("zoom.out"));
        smaller.getStyleClass().add(Styles.LEFT_PILL);
        smaller.disableProperty().bind(model.zoomPercent().lessThanOrEqualTo(WindowPreferences.ZOOM_PERCENT_MIN));
        var usual = new Button();
        usual.setId("zoom-usual");
        usual.getStyleClass().addAll(Styles.CENTER_PILL, "settings-zoom");
        usual.textProperty()
                .bind(Bindings.createStringBinding(() -> texts.format("zoom.percent", model.zoomPercent().get()),
                        model.zoomPercent()));
        usual.setTooltip(new TextTooltip(texts.get("zoom.usual")));
        usual.setAccessibleHelp(texts.get("zoom.usual"));
        var larger = new IconButton("zoom-in", Feather.PLUS, texts.get("zoom.in"));
        larger.getStyleClass().add(Styles.RIGHT_PILL);
        larger.disableProperty().bind(model.zoomPercent().greaterThanOrEqualTo(WindowPreferences.ZOOM_PERCENT_MAX));
        for (Button each : List.of(smaller, usual, larger)) each.setMaxHeight(Double.MAX_VALUE); // one piece
        var buttons = new HBox(smaller, usual, larger);
        var under = new UnderMouse(buttons);
        smaller.setOnAction(_ -> under.keep(smaller, model::zoomOut));
        usual.setOnAction(_ -> under.keep(usual, model::zoomUsual));
        larger.setOnAction(_ -> under.keep(larger, model::zoomIn));
        return buttons;
    }
}
