package io.landline.ui.chats;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.Texts;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// Mutes a conversation for a while or for ever, and takes that back. JavaFX thread.
final class MuteMenu {
    private interface Change {
        void make(Chats chats) throws CommandException;
    }

    private final PageContext context;
    private final Texts texts;

    MuteMenu(ChatsContext context) {
        this.context = context.page();
        texts = context.texts();
    }

    /// What the menu of this conversation has about it.
    MenuItem of(String key, boolean muted) {
        if (muted) {
            return item("unmute", texts.get("mute.end"), chats -> chats.unmute(key));
        }
        var menu = new Menu(texts.get("mute"));
        menu.setId("mute");
        menu.setMnemonicParsing(false);
        menu.getItems()
                .addAll(item("mute-hour", texts.get("mute.hour"), chats -> chats.mute(key, MuteTerm.HOUR)),
                        item("mute-hours", texts.get("mute.hours"), chats -> chats.mute(key, MuteTerm.EIGHT_HOURS)),
                        item("mute-for-ever", texts.get("mute.for-ever"),
                                chats -> chats.mute(key, MuteTerm.FOR_EVER)));
        return menu;
    }

    private MenuItem item(String id, String words, Change change) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> context.background().run(() -> {
            change.make(context.node().chats());
            return id;
        }, _ -> {}, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why))));
        return item;
    }
}
