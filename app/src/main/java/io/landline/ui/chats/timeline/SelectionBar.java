package io.landline.ui.chats.timeline;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Shortcut;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// In the place of the composer while messages are selected: what can be done with all of them. JavaFX thread.
public final class SelectionBar extends HBox {
    private final Texts texts;
    private final SelectedMessages selected;
    private final Label count = new WrappingLabel("");
    private final TextButton copy;
    private final TextButton forward;
    private final TextButton delete;
    private final TextButton sure;
    private final TextButton keep;
    private final Subscription subscription;
    private boolean asking;

    public SelectionBar(Texts texts, SelectedMessages selected, MessageActions actions) {
        this.texts = texts;
        this.selected = selected;
        setId("selection");
        getStyleClass().add("chats-selection");
        setAlignment(Pos.CENTER_LEFT);
        count.setId("selection-count");
        copy = button("selection-copy", "selection.copy", Feather.COPY, () -> done(actions::copy));
        forward = button("selection-forward", "selection.forward", Feather.CORNER_UP_RIGHT,
                () -> forward(actions));
        delete = button("selection-delete", "selection.delete", Feather.TRASH_2, () -> ask(true));
        sure = button("selection-delete-sure", "menu.delete.sure", Feather.TRASH_2, () -> done(actions::delete));
        sure.getStyleClass().add(Styles.DANGER);
        keep = button("selection-delete-no", "selection.keep", Feather.X, () -> ask(false));
        var buttons = new ControlLine(count, copy, forward, delete, keep, sure);
        buttons.getStyleClass().add("chats-selection-buttons");
        HBox.setHgrow(buttons, Priority.ALWAYS);
        var end = new IconButton("selection-end", Feather.X, texts.get("selection.end"));
        end.getStyleClass().add(Styles.FLAT);
        end.setMinWidth(USE_PREF_SIZE);
        end.setOnAction(_ -> selected.end());
        getChildren().addAll(buttons, end);
        managedProperty().bind(visibleProperty());
        subscription = selected.items().subscribe(this::show);
    }

    /// The key for a copy: all that is selected, whichever message the keyboard is on.
    public void pressed(KeyEvent event) {
        if (!selected.isActive() || !Shortcut.COPY.matches(event) || event.getTarget() instanceof TextInputControl) {
            return; // a field copies its own letters
        }
        if (!copy.isDisabled()) copy.fire();
        event.consume();
    }

    private interface Act {
        void on(List<TimelineItem> items);
    }

    private void done(Act act) {
        List<TimelineItem> items = selected.items().get();
        if (items == null) return;
        selected.end();
        act.on(items);
    }

    /// They stay selected until all are on their way: a person may close the sheet and select others as well.
    private void forward(MessageActions actions) {
        List<TimelineItem> items = selected.items().get();
        if (items != null) actions.forward(items, () -> selected.end(items));
    }

    private TextButton button(String id, String words, Feather picture, Runnable action) {
        var button = new TextButton(id, texts.get(words), action);
        button.setGraphic(new Icon(picture));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// It cannot be taken back. The other buttons stay where they are, so that a second press does nothing.
    private void ask(boolean now) {
        asking = now;
        show(selected.items().get());
        (now ? keep : delete).requestFocus();
    }

    private void show(@Nullable List<TimelineItem> items) {
        setVisible(items != null);
        if (items == null) asking = false;
        if (items == null) return;
        boolean isDeletable = items.stream().allMatch(MessageActions::isDeletable);
        asking &= isDeletable;
        count.setText(texts.format(asking ? "selection.delete.ask" : "selection.count", items.size()));
        delete.setVisible(isDeletable);
        for (TextButton each : List.of(copy, forward, delete)) each.setDisable(asking);
        sure.setVisible(asking);
        keep.setVisible(asking);
    }

    public void close() {
        subscription.unsubscribe();
    }
}
