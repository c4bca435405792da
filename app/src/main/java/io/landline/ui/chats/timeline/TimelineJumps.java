package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Styles;
import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.control.ControlLine;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The ways to elsewhere in a timeline: to the newest, back to an answer, to what came late. They stand below the
/// messages, not over them: they cover no message and no button of a card. JavaFX thread.
final class TimelineJumps extends ControlLine {
    private final TimelineViewModel model;
    private final Texts texts;
    private final Button newest = new Button();
    private final Button late = new Button();
    private final Button dropLate = new Button(null, new Icon(Feather.CHECK));

    /// @param marks what the search marks
    TimelineJumps(TimelineViewModel model, Texts texts, Supplier<SearchMarks> marks) {
        this.model = model;
        this.texts = texts;
        newest.setId("to-newest");
        newest.getStyleClass().addAll(Styles.ROUNDED, Styles.ACCENT, "chats-to-newest");
        newest.setOnAction(_ -> {
            TimelinePosition back = model.back().get();
            if (back == null) {
                model.toNewest();
            } else {
                model.to(back, marks.get());
            }
        });
        late.setId("to-late");
        late.getStyleClass().addAll(Styles.ROUNDED, Styles.ACCENT, "chats-to-newest");
        late.setOnAction(_ -> model.toLate());
        dropLate.setId("drop-late");
        dropLate.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.ROUNDED);
        dropLate.setTooltip(new TextTooltip(texts.get("timeline.late.drop")));
        dropLate.setAccessibleText(texts.get("timeline.late.drop"));
        dropLate.setOnAction(_ -> model.reading().dropLate());
        for (Button each : new Button[]{newest, late, dropLate}) {
            each.setMnemonicParsing(false);
            each.managedProperty().bind(each.visibleProperty());
        }
        dropLate.visibleProperty().bind(late.visibleProperty());
        getStyleClass().add("chats-to-newest-line");
        managedProperty().bind(visibleProperty());
        var lateWays = new HBox(late, dropLate);
        lateWays.managedProperty().bind(late.visibleProperty());
        getChildren().addAll(newest, lateWays);
    }

    /// Says where the ways lead now.
    ///
    /// @param atEnd whether the newest is in sight
    /// @param first the first entry in sight; null for none
    void label(boolean atEnd, @Nullable TimelinePosition first) {
        boolean isBack = model.back().get() != null;
        int fresh = model.fresh().get();
        newest.setVisible(!atEnd || !model.atNewest().get());
        say(newest, isBack ? Feather.CORNER_DOWN_LEFT : Feather.ARROW_DOWN, isBack
                ? texts.get("timeline.back")
                : fresh > 0 ? texts.format("timeline.fresh", fresh) : texts.get("timeline.to-newest"));
        TimelinePosition next = model.reading().firstLate();
        late.setVisible(next != null && model.reading().late().get() > 0);
        boolean isBelow = next != null && first != null && next.compareTo(first) > 0;
        say(late, isBelow ? Feather.ARROW_DOWN : Feather.ARROW_UP,
                texts.format("timeline.late", model.reading().late().get()));
        setVisible((newest.isVisible() || late.isVisible()) && !model.rows().isEmpty());
    }

    private static void say(Button button, Feather icon, String words) {
        button.setGraphic(new Icon(icon));
        button.setText(words);
        button.setAccessibleText(words);
    }
}
