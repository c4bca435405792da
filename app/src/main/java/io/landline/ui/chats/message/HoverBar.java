package io.landline.ui.chats.message;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.ui.control.IconButton;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Beside the message under the mouse: answer it, react to it, and its menu. The keyboard has the menu alone. JavaFX
/// thread.
public final class HoverBar extends HBox {
    /// What it does with the message that is shown.
    ///
    /// @param reply null where one cannot write
    /// @param reactions makes the menu of reactions
    public record Steps(@Nullable Consumer<Chats.Text> reply, Function<Chats.Item, ContextMenu> reactions) {}

    private final Button reply;
    private final Button react;
    private final Button menu;
    private boolean isAnswerable;
    private boolean isWanted;

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
    public void show(Chats.Item item, Steps steps, ContextMenu all) {
        Consumer<Chats.Text> answer = steps.reply();
        isAnswerable = item instanceof Chats.Text && answer != null;
        isWanted = true;
        reply.setOnAction(_ -> {
            if (item instanceof Chats.Text said && answer != null) answer.accept(said);
        });
        react.setOnAction(_ -> open(steps.reactions().apply(item), react));
        menu.setOnAction(_ -> open(all, menu));
        requestLayout();
    }

    void hide() {
        isWanted = false;
        setVisible(false);
    }

    /// Shows what has room beside the message: all of it, the menu alone, which has the rest, or nothing. It covers no
    /// letters.
    void fit(double room) {
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
    private void open(ContextMenu opened, Button below) {
        opened.show(this, Side.BOTTOM, below.getLayoutX(), 0);
    }
}
