package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.timeline.TimelineRow.Mark;
import io.landline.ui.look.EmojiTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// When an entry was written and how far it got: a clock, one tick, two ticks. JavaFX thread.
final class DeliveryMark extends HBox {
    private static final PseudoClass READ = PseudoClass.getPseudoClass("read");

    private final Texts texts;
    private final boolean room;
    private final String other;
    private final Label time = new Label();
    private final Label words = new Label();
    private final Icon clock = new Icon(Feather.CLOCK);
    private final Icon tick = new Icon(Feather.CHECK);
    private final Icon secondTick = new Icon(Feather.CHECK);
    private final HBox ticks = new HBox(tick, secondTick);
    private final EmojiTooltip tooltip = new EmojiTooltip();
    private String spoken = "";

    DeliveryMark(Texts texts, ConversationHeader head) {
        this.texts = texts;
        room = head.peer() == null;
        other = PeerText.person(head.title());
        getStyleClass().add("chats-mark");
        ticks.getStyleClass().add("chats-ticks");
        words.setMnemonicParsing(false);
        time.setMnemonicParsing(false);
        time.setMinWidth(USE_PREF_SIZE);
        Tooltip.install(this, tooltip);
    }

    /// What a click does; null for nothing. The keyboard has the menu of the message for that.
    void setOnChosen(@Nullable Runnable action) {
        setCursor(action == null ? Cursor.DEFAULT : Cursor.HAND);
        setOnMouseClicked(action == null ? null : click -> {
            if (click.getButton() != MouseButton.PRIMARY) return;
            action.run();
            click.consume();
        });
    }

    /// What a screen reader says of it; empty for others' entries.
    String spoken() {
        return spoken;
    }

    void show(String at, String whole, Mark mark) {
        time.setText(at);
        spoken = words(mark);
        pseudoClassStateChanged(READ, mark.reach() == TimelineRow.Reach.READ);
        tooltip.setText(spoken.isEmpty() ? whole : whole + "\n" + spoken);
        secondTick.setVisible(mark.reach() == TimelineRow.Reach.READ);
        secondTick.setManaged(mark.reach() == TimelineRow.Reach.READ);
        switch (mark.reach()) {
            case NONE -> getChildren().setAll(time);
            case LEAVING -> getChildren().setAll(time, clock);
            case ABSENT -> {
                words.setText(spoken);
                getChildren().setAll(words, time, clock);
            }
            case DELIVERED, READ -> {
                words.setText(spoken);
                if (room) {
                    getChildren().setAll(words, time, ticks);
                } else {
                    getChildren().setAll(time, ticks);
                }
            }
        }
    }

    private String words(Mark mark) {
        return switch (mark.reach()) {
            case NONE -> "";
            case LEAVING -> texts.get("mark.leaving");
            case ABSENT -> room ? texts.get("mark.absent.room") : texts.format("mark.absent", other);
            case DELIVERED -> room ? texts.format("mark.delivered.room", mark.people()) : texts.get("mark.delivered");
            case READ -> room ? texts.format("mark.read.room", mark.people()) : texts.get("mark.read");
        };
    }
}
