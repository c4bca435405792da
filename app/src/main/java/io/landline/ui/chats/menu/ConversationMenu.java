package io.landline.ui.chats.menu;

import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Conversation;
import io.landline.ui.chats.menu.MenuSubject.Person;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.label.EmojiMenuItem;
import io.landline.ui.places.sheet.ChoiceMenu;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// What can be done with a conversation, and with the room or the person on its other side. JavaFX thread.
public final class ConversationMenu {
    private final ChoiceMenu choices;
    private final PersonMenu people;
    private final RoomMenu rooms;
    private final ExportMenu export;
    private final Texts texts;
    private final @Nullable Runnable files;

    /// @param changed told when somebody was blocked or is no longer, and when a room was left
    public ConversationMenu(ChatsContext context, Runnable changed) { this(context, changed, null); }

    /// @param files shows the files of the open conversation; null where none is open
    public ConversationMenu(ChatsContext context, Runnable changed, @Nullable Runnable files) {
        texts = context.texts();
        this.files = files;
        choices = new ChoiceMenu(context.page());
        people = new PersonMenu(context, changed);
        rooms = new RoomMenu(context, changed);
        export = new ExportMenu(context);
    }

    /// @param owner is what the menu belongs to: questions stand beside it
    public List<MenuItem> items(MenuSubject subject, Node owner) {
        Conversation of = subject.of();
        Person person = subject.person();
        var items = new ArrayList<MenuItem>();
        if (person != null) items.add(people.about(person));
        if (of != null && of.peer() == null) items.add(rooms.about(of));
        if (of != null) items.addAll(choices.of(of));
        if (of != null && files != null) items.add(item("show-files", texts.get("files.title"), files));
        if (of != null && of.kind() == Chats.Kind.ROOM) items.add(rooms.shelves(of));
        if (of != null) items.add(export.of(of, owner));
        if (person != null) items.add(people.block(person, owner));
        if (of != null && of.peer() == null) items.add(rooms.leave(of, owner));
        return EmojiMenuItem.inOneColumn(items);
    }

    public void showBelow(MenuSubject subject, Node button) {
        List<MenuItem> items = items(subject, button);
        if (!items.isEmpty()) new ContextMenu(items.toArray(MenuItem[]::new)).show(button, Side.BOTTOM, 0, 0);
    }

    public static MenuItem item(String id, String words, Runnable action) {
        var item = new EmojiMenuItem(words, action);
        item.setId(id);
        return item;
    }
}
