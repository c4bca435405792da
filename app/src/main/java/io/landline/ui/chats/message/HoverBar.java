package io.landline.ui.chats.message;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.control.IconButton;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the message under the mouse: answer it, react to it, and its menu. The keyboard has the menu alone. It stays
/// as long as a menu of it is open, since the toolkit takes that away with it. JavaFX thread.
public final class HoverBar extends HBox {
    /// What it does with the message that is shown.
    ///
    /// @param reply null where one cannot write
    /// @param reactions makes the menu of reactions
    public record Steps(@Nullable Consumer<TimelineItem> reply, Function<TimelineItem, ContextMenu> reactions) {}

    private final Button reply;
    private final Button react;
    private final Button menu;
    /// Runs each time that a menu of this bar goes.
    private final EventHandler<WindowEvent> closed = _ -> leaveIfUnwanted();
    private boolean isAnswerable;
    private boolean isWanted;
    private @Nullable ContextMenu opened;

    public HoverBar(Texts texts) {
        reply = button("hover-reply", texts.get("menu.reply"), Feather.CORNER_UP_LEFT);
        react = button("hover-react", texts.get("menu.react"), Feather.SMILE);
        menu = button("hover-menu", texts.get("hover.menu"), Feather.MORE_HORIZONTAL);
        reply.managedProperty().bind(reply.visibleProperty());
        react.managedProperty().bind(react.visibleProperty());
        getChildren().addAll(reply, react, menu);
        getStyleClass().add("chats-hover");
        setVisible(false);
    }

    private static Button button(String id, String words, Feather icon) {
        var button = new IconButton(id, icon, words);
        button.setFocusTraversable(false);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        return button;
    }

    /// @param all everything that can be done with it
    public void show(TimelineItem item, Steps steps, ContextMenu all) {
        Consumer<TimelineItem> answer = steps.reply();
        isAnswerable = item.isAnswerable() && answer != null;
        isWanted = true;
        reply.setOnAction(_ -> {
            if (answer != null) answer.accept(item);
        });
        react.setOnAction(_ -> open(steps.reactions().apply(item), react));
        menu.setOnAction(_ -> open(all, menu));
        requestLayout();
    }

    void hide() {
        isWanted = false;
        leaveIfUnwanted();
    }

    private void leaveIfUnwanted() {
        if (!isWanted && !isOpen()) setVisible(false);
    }

    private boolean isOpen() {
        return opened != null && opened.isShowing();
    }

    /// Shows what has room beside the message: all of it, the menu alone, which has the rest, or nothing. It covers no
    /// letters.
    void fit(double room) {
        if (isOpen()) return;
        setVisible(isWanted);
        showSteps(true);
        if (prefWidth(-1) <= room) return;
        showSteps(false);
        if (prefWidth(-1) > room) setVisible(false);
    }

    private void showSteps(boolean now) {
        reply.setVisible(now && isAnswerable);
        react.setVisible(now);
    }

    /// The menu is the bar's: of a button it would have the small letters.
    private void open(ContextMenu wanted, Button below) {
        opened = wanted;
        wanted.removeEventHandler(WindowEvent.WINDOW_HIDDEN, closed);
        wanted.addEventHandler(WindowEvent.WINDOW_HIDDEN, closed);
        wanted.show(this, Side.BOTTOM, below.getLayoutX(), 0);
    }
}
