package io.landline.ui.chats.header;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.chats.header.LimitViewModel.Shown;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Says above the messages that no more of somebody is fetched today, and lets the user decide. JavaFX thread.
public final class LimitNotice extends VBox {
    private final Texts texts;
    private final Runnable gone;
    private final WrappingLabel title = new WrappingLabel("");
    private final WrappingLabel explanation = new WrappingLabel("");
    private final Button allow;
    private final Button block;
    private final Subscription subscription;
    /// The keyboard was here when a button was pressed. It leaves a button that is off.
    private boolean hadKeyboard;

    /// @param gone is run when the notice goes while it has the keyboard
    public LimitNotice(Texts texts, LimitViewModel model, Runnable gone) {
        this.texts = texts;
        this.gone = gone;
        setId("limit");
        setAccessibleRole(AccessibleRole.PARENT);
        getStyleClass().add("chats-limit");
        title.setId("limit-title");
        title.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        title.getStyleClass().add("chats-limit-title");
        explanation.setId("limit-explanation");
        allow = button("limit-allow", texts.get("limit.allow"), Styles.ACCENT, () -> press(model::allowMore));
        block = button("limit-block", texts.get("limit.block"), Styles.DANGER, () -> press(model::block));
        allow.disableProperty().bind(model.working());
        block.disableProperty().bind(model.working());
        var buttons = new ControlLine(allow, block);
        buttons.getStyleClass().add("chats-limit-buttons");
        getChildren().addAll(title, explanation, buttons);
        managedProperty().bind(visibleProperty());
        subscription = model.shown().subscribe(this::show);
    }

    private static Button button(String id, String words, String tone, Runnable action) {
        var button = new TextButton(id, words, action);
        button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, tone);
        return button;
    }

    private void press(Runnable action) {
        hadKeyboard = isFocusWithin();
        action.run();
    }

    private void show(@Nullable Shown shown) {
        boolean hasKeyboard = isFocusWithin() || hadKeyboard;
        hadKeyboard = false;
        setVisible(shown != null);
        if (shown == null) {
            if (hasKeyboard) gone.run();
            return;
        }
        title.setText(shown.title());
        explanation.setText(shown.explanation());
        setAccessibleText(shown.title() + ". " + shown.explanation());
        allow.setAccessibleText(texts.format("limit.allow.accessible", shown.name()));
        block.setAccessibleText(texts.format("limit.block.accessible", shown.name()));
    }

    public void close() {
        subscription.unsubscribe();
    }
}
