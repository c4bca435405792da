package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertSame;

import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetTest;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;

/// Where the keyboard is in the list of saved messages.
class SavedSheetTest extends SheetTest {
    @Override
    protected Sheet make(Runnable close) {
        node.chats.room("class", true, 0);
        for (int i = 1; i <= 3; i++) {
            node.chats.notes.saved.add(node.chats.text("#class", i, FakeChats.peer(1), "entry " + i).id());
        }
        PageContext context = window.context(node);
        return new SavedSheet(context, new SavedViewModel(context), _ -> {}, close);
    }

    private List<Node> all(String query) {
        return lookup(query).queryAll().stream().toList();
    }

    @Test
    void afterAMessageThatIsTakenOutTheKeyboardIsOnTheNextOne() {
        var second = (ButtonBase) all("#saved-out").get(1);
        interact(second::requestFocus);
        interact(second::fire);
        List<Node> left = all(".acts-message");
        assertSame(left.get(1), left.getFirst().getScene().getFocusOwner());
    }
}
