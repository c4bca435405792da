package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the user chose for a conversation, to be changed: its place in the list or out of it, and its notifications.
/// JavaFX thread.
public final class ChoicesLine extends ControlLine {
    private final ConversationCommands commands;
    private final ChoiceMenu menu;
    private final CheckBox onTop;
    private final CheckBox archived;
    private final MenuButton mute;
    private final Button unmute;
    private final Label until = Paragraph.muted("");
    private final Texts texts;
    private final TimeFormatter times;
    private @Nullable String shownKey;
    private boolean isMentionsOnly;

    public ChoicesLine(PageContext context) {
        texts = context.texts(ChoicesLine.class);
        times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        until.setId("muted-until");
        commands = new ConversationCommands(context);
        menu = new ChoiceMenu(context);
        onTop = new CheckBox(texts.get("on-top"));
        onTop.setId("keep-on-top");
        onTop.setMnemonicParsing(false);
        mute = new MenuButton(texts.get("mute"), new Icon(Feather.BELL_OFF));
        mute.setId("mute");
        mute.setMnemonicParsing(false);
        unmute = new TextButton("unmute", texts.get("mute.end"));
        unmute.setGraphic(new Icon(Feather.BELL));
        getStyleClass().add("place-choices");
        archived = new CheckBox(texts.get("archived"));
        archived.setId("archived");
        archived.setMnemonicParsing(false);
        archived.setTooltip(new TextTooltip(texts.get("archived.meaning")));
        getChildren().addAll(until, mute, unmute, onTop, archived);
        show(null);
    }

    /// @param of null: nothing was said there yet, so there is nothing to choose
    public void show(@Nullable Conversation of) {
        Visibility.show(this, of != null);
        if (of == null) return;
        String key = of.key();
        boolean isOther = !key.equals(shownKey);
        if (isOther) {
            shownKey = key;
            unmute.setOnAction(_ -> commands.unmute(key));
            onTop.setOnAction(_ -> commands.setOnTop(key, onTop.isSelected()));
            archived.setOnAction(_ -> commands.setArchived(key, archived.isSelected()));
        }
        if (isOther || isMentionsOnly != of.mentionsOnly()) mute.getItems().setAll(menu.terms(of));
        isMentionsOnly = of.mentionsOnly();
        onTop.setSelected(of.onTop());
        archived.setSelected(of.archived());
        Instant end = of.choices().mutedUntil();
        Visibility.show(until, end != null);
        if (end != null) until.setText(texts.format("mute.until", times.time(end)));
        boolean isFocused = mute.isFocused() || unmute.isFocused();
        Visibility.show(mute, !of.muted());
        Visibility.show(unmute, of.quiet());
        if (isFocused) (of.muted() ? unmute : mute).requestFocus();
    }
}
