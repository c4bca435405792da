package io.landline.ui.chats.menu;

import io.landline.language.Texts;
import io.landline.ui.chats.menu.MenuSubject.Person;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.BlockQuestion;
import io.landline.ui.places.sheet.Blocking;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// What can be done with a person: the sheet, and blocking, which is asked beside the row or the button that the menu
/// came from. JavaFX thread.
public final class PersonMenu {
    private final PageContext context;
    private final Texts texts;
    private final Blocking blocking;

    /// @param changed told when somebody was blocked or is no longer
    public PersonMenu(ChatsContext context, Runnable changed) {
        this.context = context.page();
        texts = context.texts();
        blocking = new Blocking(this.context, changed);
    }

    MenuItem about(Person person) {
        return ConversationMenu.item("about-person", texts.format("menu.about", person.name()),
                () -> context.navigation().person(person.peer()));
    }

    /// @param owner is what the menu belongs to: the question stands beside it
    public MenuItem block(Person person, Node owner) {
        if (person.blocked()) {
            return ConversationMenu.item("person-unblock", texts.get("person.unblock"),
                    () -> blocking.unblock(person.peer(), person.name()));
        }
        return ConversationMenu.item("person-block", texts.get("person.block"), () -> new BlockQuestion(context,
                person.name(), () -> blocking.block(person.peer(), person.name())).showAt(owner));
    }
}
