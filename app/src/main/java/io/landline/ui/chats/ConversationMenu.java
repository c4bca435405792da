package io.landline.ui.chats;

import io.landline.ui.chats.PersonMenu.Person;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// What can be done with a conversation, and with the person on its other side. JavaFX thread.
final class ConversationMenu {
    /// @param key of a conversation that exists; null for a person if neither side has written yet
    /// @param person the other side; null for a room
    record Subject(@Nullable String key, boolean muted, @Nullable Person person) {}

    private final MuteMenu mutes;
    private final PersonMenu people;

    /// @param changed told when somebody was blocked or is no longer
    ConversationMenu(ChatsContext context, Runnable changed) {
        mutes = new MuteMenu(context);
        people = new PersonMenu(context, changed);
    }

    /// @param owner is what the menu belongs to: questions stand beside it
    List<MenuItem> items(Subject subject, Node owner) {
        var items = new ArrayList<MenuItem>();
        if (subject.key() != null) items.add(mutes.of(subject.key(), subject.muted()));
        if (subject.person() != null) items.addAll(people.of(subject.person(), owner));
        return items;
    }

    @Nullable
    ContextMenu of(Subject subject, Node owner) {
        List<MenuItem> items = items(subject, owner);
        return items.isEmpty() ? null : new ContextMenu(items.toArray(MenuItem[]::new));
    }

    void showBelow(Subject subject, Node button) {
        ContextMenu menu = of(subject, button);
        if (menu != null) menu.show(button, Side.BOTTOM, 0, 0);
    }
}
