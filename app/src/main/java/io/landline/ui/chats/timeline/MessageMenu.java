package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.message.HoverBar;
import io.landline.ui.chats.message.TextSelection;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.emoji.EmojiPicker;
import io.landline.ui.label.EmojiMenuItem;
import io.landline.ui.page.Navigation;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan.CodeBlock;
import io.landline.ui.text.TextSpan.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What can be done with a message: answer it, react to it, change it, copy of it, open its links and the author's
/// sheet without the mouse. JavaFX thread.
final class MessageMenu {
    /// A menu is no list: the other links are opened where they stand, and other code is copied there.
    private static final int LINKS_MAX = 5;
    private static final int LINK_CHARACTERS_MAX = 60;

    private final Texts texts;
    private final Navigation navigation;
    private final String conversation;
    private final TextSelection selection;
    private final SelectedMessages selected;
    private final MessageActions actions;
    private final ComposerViewModel composer;
    private final EmojiPicker emoji;
    private final Node message;
    private final ContextMenu menu = new ContextMenu(new MenuItem());

    /// @param conversation the conversation that the messages are in
    /// @param message shows the message
    MessageMenu(ChatsContext context, String conversation, TimelineTools tools, Node message) {
        texts = context.texts();
        navigation = context.page().navigation();
        this.conversation = conversation;
        selection = tools.letters();
        selected = tools.selected();
        actions = tools.actions();
        composer = tools.composer();
        emoji = tools.emoji();
        this.message = message;
    }

    /// That of this message from now on.
    ContextMenu of(TimelineItem.Text said, SpannedText shown) {
        menu.setOnShowing(_ -> menu.getItems().setAll(EmojiMenuItem.inOneColumn(items(said, shown))));
        return menu;
    }

    /// That of this item, which is no text, from now on.
    ContextMenu of(TimelineItem item) {
        menu.setOnShowing(_ -> menu.getItems().setAll(EmojiMenuItem.inOneColumn(items(item))));
        return menu;
    }

    private List<MenuItem> items(TimelineItem item) {
        var items = new ArrayList<MenuItem>();
        if (!(item instanceof TimelineItem.Deleted)) {
            if (composer.writable().get()) items.add(reply(item));
            items.add(reactions(item));
            if (item instanceof TimelineItem.PollItem poll) {
                items.add(item(texts.get("entry.copy"), () -> copy(words(poll))));
            }
            if (SelectedMessages.isSelectable(item)) {
                items.add(item(texts.get("menu.forward"), () -> actions.forward(List.of(item), () -> {})));
            }
            items.addAll(keeping(item));
        }
        if (item.own() && item instanceof TimelineItem.PollItem poll) {
            if (!poll.closed()) items.add(closing(poll));
            items.add(delete(poll));
        }
        if (TimelineCell.hasMore(item)) items.add(more(item));
        if (!item.own()) items.add(aboutAuthor(item));
        return items;
    }

    private MenuItem more(TimelineItem item) {
        return item(texts.get("menu.more"), () -> actions.tell(conversation, item));
    }

    private Menu reactions(TimelineItem item) {
        var reactions = new Menu(texts.get("menu.react"));
        reactions.getItems().setAll(quick(item));
        return reactions;
    }

    private List<MenuItem> quick(TimelineItem item) {
        var lines = new ArrayList<MenuItem>();
        for (String each : MessageActions.QUICK) lines.add(item(each, () -> actions.react(item, each)));
        lines.add(item(texts.get("menu.react.other"),
                () -> emoji.open(message, chosen -> actions.react(item, chosen))));
        return EmojiMenuItem.inOneColumn(lines);
    }

    private MenuItem reply(TimelineItem item) {
        return item(texts.get("menu.reply"), () -> composer.reply(item));
    }

    void answer(TimelineItem item) {
        composer.reply(item);
    }

    /// What the bar beside the message under the mouse does.
    HoverBar.Steps steps() {
        return new HoverBar.Steps(composer.writable().get() ? composer::reply : null,
                item -> new ContextMenu(quick(item).toArray(MenuItem[]::new)));
    }

    /// For everybody, for this user, and with others.
    private List<MenuItem> keeping(TimelineItem item) {
        boolean isSaved = actions.saved().has(item.id());
        MenuItem save = isSaved
                ? item(texts.get("menu.unsave"), () -> actions.saved().release(item.id()))
                : item(texts.get("menu.save"), () -> actions.saved().save(item.id()));
        if (!SelectedMessages.isSelectable(item)) return List.of(pin(item), save);
        String select = selected.has(item.position()) ? "menu.unselect" : "menu.select";
        return List.of(pin(item), save, item(texts.get(select), () -> selected.toggle(item)));
    }

    private MenuItem pin(TimelineItem item) {
        return item(texts.get(item.head().pinned() ? "menu.unpin" : "menu.pin"), () -> actions.pin(item));
    }

    /// Asked in place: it cannot be taken back.
    private Menu delete(TimelineItem item) {
        var delete = new Menu(texts.get("menu.delete"));
        delete.getItems().add(item(texts.get("menu.delete.sure"), () -> actions.delete(item)));
        return delete;
    }

    /// Asked in place, too.
    private Menu closing(TimelineItem.PollItem poll) {
        var closing = new Menu(texts.get("menu.close-poll"));
        closing.getItems().add(item(texts.get("poll.close.sure"), () -> actions.closePoll(poll)));
        return closing;
    }

    private MenuItem aboutAuthor(TimelineItem of) {
        return item(texts.format("menu.about", PeerText.person(of.name())), () -> navigation.person(of.author()));
    }

    private List<MenuItem> items(TimelineItem.Text said, SpannedText shown) {
        var items = new ArrayList<MenuItem>();
        if (composer.writable().get()) items.add(reply(said));
        items.add(reactions(said));
        if (said.own() && composer.writable().get()) {
            items.add(item(texts.get("menu.edit"), () -> composer.edit(said)));
        }
        items.addAll(copying(said, shown));
        items.add(item(texts.get("menu.forward"), () -> actions.forward(List.of(said), () -> {})));
        items.addAll(keeping(said));
        if (said.own()) items.add(delete(said));
        if (TimelineCell.hasMore(said)) items.add(more(said));
        if (!said.own()) items.add(aboutAuthor(said));
        return items;
    }

    private List<MenuItem> copying(TimelineItem.Text said, SpannedText shown) {
        var items = new ArrayList<MenuItem>();
        TextSelection.Letters letters = selection.in(said.position(), shown.text());
        if (letters != null) {
            items.add(item(texts.get("entry.copy"), () -> copy(letters.text())));
        } else {
            items.add(item(texts.get("entry.copy-message"), () -> copy(said.text())));
        }
        for (CodeBlock block : shown.all(CodeBlock.class).stream().limit(LINKS_MAX).toList()) {
            String code = shown.text().substring(block.start(), block.end());
            String first = PeerText.shortened(code.strip().lines().findFirst().orElse(""), LINK_CHARACTERS_MAX);
            items.add(item(texts.format("entry.copy-code.of", PeerText.line(first)), () -> copy(code)));
        }
        for (Link link : shown.links().stream().limit(LINKS_MAX).toList()) {
            String address = PeerText.shortened(shown.text().substring(link.start(), link.end()), LINK_CHARACTERS_MAX);
            items.add(item(texts.format("entry.open-link", PeerText.line(address)),
                    () -> navigation.browse(link.target())));
        }
        return items;
    }

    private static MenuItem item(String words, Runnable action) {
        return new EmojiMenuItem(words, action);
    }

    /// A poll as it was asked, a line for each option.
    static String words(TimelineItem.PollItem poll) {
        return Stream.concat(Stream.of(poll.question()), poll.options().stream().map(each -> "- " + each.text()))
                .collect(Collectors.joining("\n"));
    }

    /// Puts this on the clipboard.
    static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
