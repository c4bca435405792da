package io.landline.ui.chats;

import io.landline.peer.Fingerprint;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.BlockQuestion;
import io.landline.ui.places.Blocking;
import io.landline.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/// What can be done with a person: the safety number, and blocking, which is asked beside the row or the button that
/// the menu came from. JavaFX thread.
final class PersonMenu {
    /// @param name safe to show
    record Person(Fingerprint peer, String name, boolean blocked) {}

    private final PageContext context;
    private final Texts texts;
    private final Blocking blocking;

    /// @param changed told when somebody was blocked or is no longer
    PersonMenu(ChatsContext context, Runnable changed) {
        this.context = context.page();
        texts = context.texts();
        blocking = new Blocking(this.context, changed);
    }

    /// @param owner is what the menu belongs to: the question stands beside it
    List<MenuItem> of(Person person, Node owner) {
        var safety = item("person-safety", texts.get("head.safety"));
        safety.setOnAction(_ -> context.navigation().safety(person.peer()));
        MenuItem block;
        if (person.blocked()) {
            block = item("person-unblock", texts.get("person.unblock"));
            block.setOnAction(_ -> blocking.unblock(person.peer(), person.name()));
        } else {
            block = item("person-block", texts.get("person.block"));
            block.setOnAction(_ -> new BlockQuestion(context, person.name(),
                    () -> blocking.block(person.peer(), person.name())).showAt(owner));
        }
        return List.of(safety, block);
    }

    private static MenuItem item(String id, String words) {
        var item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        return item;
    }
}
