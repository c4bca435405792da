package io.landline.ui.chats;

import io.landline.node.port.Contacts.Contact;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListRowCell;
import io.landline.ui.chats.menu.ConversationMenu;
import io.landline.ui.chats.menu.MenuSubject;
import io.landline.ui.chats.menu.MenuSubject.Person;
import io.landline.ui.control.FileDrop;
import io.landline.ui.text.PeerText;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// What a row of the list can do beside opening: its menu, and files dropped on it are offered there. JavaFX
/// thread.
final class RowActions {
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final ChatsViewModel model;
    private final ConversationMenu menu;

    RowActions(ChatsViewModel model, ConversationMenu menu) {
        this.model = model;
        this.menu = menu;
    }

    void attach(ListCell<ListRow> cell) {
        var shown = new ContextMenu(new MenuItem()); // an empty one is not shown
        shown.setOnShowing(_ -> {
            MenuSubject subject = subject(cell.getItem());
            if (subject != null) shown.getItems().setAll(menu.items(subject, cell));
        });
        cell.itemProperty().subscribe(row -> cell.setContextMenu(subject(row) == null ? null : shown));
        FileDrop drop = dropOn(cell);
        drop.attach(cell);
        drop.above().subscribe(above -> cell.pseudoClassStateChanged(DROP, above));
        if (cell instanceof ListRowCell row) drop.items().subscribe(items -> row.showDrop(items.size()));
    }

    FileDrop dropOn(ListCell<ListRow> cell) {
        return new FileDrop(() -> takesFiles(cell.getItem()), files -> {
            ListRow row = cell.getItem();
            String key = row == null ? null : row.conversation();
            if (key != null) model.offer(key, files);
        });
    }

    /// As the composer: to rooms and to their members, not to strangers or to somebody blocked.
    static boolean takesFiles(@Nullable ListRow row) {
        Contact person = person(row);
        if (person != null) return person.member() && !person.blocked();
        return row instanceof ListRow.Talk talk && talk.of().peer() == null;
    }

    /// What the row's menu is about; null for rows without one.
    static @Nullable MenuSubject subject(@Nullable ListRow row) {
        Contact contact = person(row);
        Person person = contact == null
                ? null
                : new Person(contact.peer(), PeerText.person(contact.name()), contact.blocked());
        if (row instanceof ListRow.Talk talk) return new MenuSubject(talk.of(), person);
        return person == null ? null : new MenuSubject(null, person);
    }

    private static @Nullable Contact person(@Nullable ListRow row) {
        if (row instanceof ListRow.Individual individual) return individual.contact();
        return row instanceof ListRow.Talk talk ? talk.other() : null;
    }
}
