package io.landline.ui.jump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Contacts.Trait;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.jump.JumpTarget.Kind;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

class JumpViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeChats chats = new FakeChats(FakeNode.SELF);

    private JumpViewModel model() {
        return new JumpViewModel(context(),
                List.of(new JumpTarget(Kind.PAGE, "lab", "Lab"), new JumpTarget(Kind.PAGE, "transfers", "Files")));
    }

    private PageContext context() {
        NodePorts other = node.ports();
        var ports = new NodePorts(FakeNode.SELF, chats, other.transfers(), node, node, node, other.watch(),
                other.network());
        return new FakeWindow().context(ports, Language.ENGLISH);
    }

    private void knows(int number, String name, Trait... traits) {
        node.people.put(FakeChats.peer(number),
                PlainRecords.contact(FakeChats.peer(number), name, Set.of(traits), List.of(), List.of(), List.of()));
    }

    private static List<String> titles(JumpViewModel model) {
        return model.found().stream().map(JumpTarget::title).toList();
    }

    @Test
    void conversationsComeFirstThenMembersThenPages() {
        chats.room("class", true, 0);
        chats.direct(FakeChats.peer(1), "Max", 0);
        knows(1, "Max", Trait.MEMBER);
        knows(2, "Ada", Trait.MEMBER);
        knows(3, "a stranger", Trait.HERE);
        assertEquals(List.of("class", "Max", "Ada", "Lab", "Files"), titles(model()));
    }

    @Test
    void theBeginningOfANameFitsBetterThanTheBeginningOfAWordAndThatBetterThanTheRest() {
        chats.room("Collab", true, 0);
        chats.room("our lab", true, 0);
        chats.room("other", true, 0);
        JumpViewModel model = model();
        model.words().set("LÂB");
        assertEquals(List.of("Lab", "our lab", "Collab"), titles(model));
        model.words().set("nothing like it");
        assertEquals(List.of(), titles(model));
    }

    /// As the menu that forwards messages.
    @Test
    void filesAreOfferedToNobodyWhoCannotGetThem() throws Exception {
        TestedScreen.start();
        chats.room("class", true, 0);
        chats.direct(FakeChats.peer(1), "Max", 0);
        chats.direct(FakeChats.peer(2), "Blocked", 0);
        chats.direct(FakeChats.peer(3), "Stranger", 0);
        chats.direct(FakeChats.peer(4), "Gone", 0);
        knows(1, "Max", Trait.MEMBER);
        knows(2, "Blocked", Trait.MEMBER, Trait.BLOCKED);
        knows(3, "Stranger", Trait.HERE);
        knows(5, "Ada", Trait.MEMBER);
        knows(6, "Blocked too", Trait.MEMBER, Trait.BLOCKED);
        List<String> listed = TestedScreen.onFx(() -> {
            JumpPanel panel = JumpPanel.toSend(context(), List.of(Path.of("/x")), _ -> {});
            var screen = new TestedScreen(panel.view(), 500, 400);
            ListView<?> found = screen.all(ListView.class).getFirst();
            return found.getItems().stream().map(each -> ((JumpTarget) each).title()).toList();
        });
        assertEquals(List.of("class", "Max", "Ada"), listed);
    }
}
