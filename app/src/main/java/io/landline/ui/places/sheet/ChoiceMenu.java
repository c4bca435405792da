package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.ui.page.PageContext;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// What a menu offers to choose for a conversation: that it is read, its place in the list, and its notifications.
/// JavaFX thread.
public final class ChoiceMenu {
    private final Texts texts;
    private final ConversationCommands commands;

    public ChoiceMenu(PageContext context) {
        texts = context.texts(ChoiceMenu.class);
        commands = new ConversationCommands(context);
    }

    public List<MenuItem> of(Conversation of) {
        String key = of.key();
        var items = new ArrayList<MenuItem>();
        items.add(of.isUnread()
                ? item("mark-read", texts.get("read.do"), () -> commands.read(key))
                : item("mark-unread", texts.get("unread.do"), () -> commands.markUnread(key)));
        items.add(of.onTop()
                ? item("on-top-end", texts.get("on-top.end"), () -> commands.setOnTop(key, false))
                : item("on-top", texts.get("on-top"), () -> commands.setOnTop(key, true)));
        items.add(of.archived()
                ? item("archive-end", texts.get("archive.end"), () -> commands.setArchived(key, false))
                : item("archive", texts.get("archive"), () -> commands.setArchived(key, true)));
        if (of.quiet()) items.add(item("unmute", texts.get("mute.end"), () -> commands.unmute(key)));
        if (!of.muted()) {
            var menu = new Menu(texts.get("mute"));
            menu.setId("mute");
            menu.setMnemonicParsing(false);
            menu.getItems().setAll(terms(of));
            items.add(menu);
        }
        return items;
    }

    /// For how long a conversation may be muted.
    List<MenuItem> terms(Conversation of) {
        String key = of.key();
        var terms = new ArrayList<MenuItem>();
        terms.add(item("mute-hour", texts.get("mute.hour"), () -> commands.mute(key, MuteTerm.HOUR)));
        terms.add(item("mute-hours", texts.get("mute.hours"), () -> commands.mute(key, MuteTerm.EIGHT_HOURS)));
        terms.add(item("mute-for-ever", texts.get("mute.for-ever"), () -> commands.mute(key, MuteTerm.FOR_EVER)));
        boolean hasMentions = of.kind() != Kind.DIRECT && !of.mentionsOnly();
        if (hasMentions) {
            terms.add(item("mute-but-mentions", texts.get("mute.but-mentions"), () -> commands.muteButMentions(key)));
        }
        return terms;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
