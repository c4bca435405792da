package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.timeline.TimelineRow.Mark;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// When an entry was written and how far it got: a clock, one tick, two ticks. JavaFX thread.
final class DeliveryMark extends HBox {
    private static final PseudoClass READ = PseudoClass.getPseudoClass("read");

    private final Texts texts;
    private final boolean room;
    private final String other;
    private final Label time = new Label();
    private final Label words = new WrappingLabel("");
    private final Label dot;
    private final Icon clock = new Icon(Feather.CLOCK);
    private final Icon tick = new Icon(Feather.CHECK);
    private final Icon secondTick = new Icon(Feather.CHECK);
    private final HBox ticks = new HBox(tick, secondTick);
    private final TextTooltip tooltip = new TextTooltip();
    private String spoken = "";

    DeliveryMark(Texts texts, ConversationHeader head) {
        this.texts = texts;
        room = head.peer() == null;
        other = PeerText.person(head.title());
        getStyleClass().add("chats-mark");
        ticks.getStyleClass().add("chats-ticks");
        dot = new Label(texts.get("mark.between"));
        words.setTextAlignment(TextAlignment.RIGHT);
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
        Visibility.show(secondTick, mark.reach() == TimelineRow.Reach.READ);
        switch (mark.reach()) {
            case NONE -> getChildren().setAll(time);
            case LEAVING -> getChildren().setAll(time, clock);
            case ABSENT -> {
                words.setText(spoken);
                getChildren().setAll(words, dot, time, clock);
            }
            case DELIVERED, READ -> {
                words.setText(spoken);
                if (room) {
                    getChildren().setAll(words, dot, time, ticks);
                } else {
                    getChildren().setAll(time, ticks);
                }
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Whether the words have lines of their own, above the time.
    private boolean isBroken(double width) {
        return words.getParent() != null && width >= 0 && Math.ceil(prefWidth(-1)) > Math.ceil(width);
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double wordsWidth(double inner) {
        return Math.min(inner, snapSizeX(words.prefWidth(-1)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double line = super.computePrefHeight(-1);
        return isBroken(width) ? line + snapSizeY(words.prefHeight(wordsWidth(inner(width)))) : line;
    }

    @Override
    protected void layoutChildren() {
        boolean isBroken = isBroken(getWidth());
        dot.setVisible(!isBroken);
        if (!isBroken) {
            super.layoutChildren();
            return;
        }
        double inner = inner(getWidth());
        double end = snappedLeftInset() + inner;
        double y = snappedTopInset();
        double wide = wordsWidth(inner);
        double high = snapSizeY(words.prefHeight(wide));
        words.resizeRelocate(end - wide, y, wide, high);
        double line = getHeight() - y - high - snappedBottomInset();
        for (Node each : getManagedChildren().reversed()) {
            if (each.equals(words) || each.equals(dot)) continue;
            double own = snapSizeX(each.prefWidth(-1));
            double tall = snapSizeY(each.prefHeight(-1));
            end -= own;
            each.resizeRelocate(end, y + high + snapPositionY((line - tall) / 2), own, tall);
            end -= snapSpaceX(getSpacing());
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
