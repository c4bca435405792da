package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.words.WordsChange.State;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The keyboard stays where it is in a sheet, whatever happens in the room meanwhile.
class SheetFocusTest {
    private final FakeNode node = new FakeNode();
    private RoomSheet sheet;
    private TestedScreen screen;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        TestedScreen.onFx(() -> {
            node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano river",
                    false));
            node.chats.room("class", false, 0);
            member(1, "Ada", Set.of(Trait.HERE, Trait.MEMBER));
            member(2, "Ben", Set.of(Trait.HERE, Trait.MEMBER));
            sheet = new RoomSheet(new FakeWindow().context(node), "#class", () -> {}, () -> {});
            screen = new TestedScreen(sheet.view(), 560, 900);
            sheet.shown();
            screen.settle();
        });
    }

    @AfterEach
    void close() {
        TestedScreen.onFx(() -> sheet.close());
    }

    private void member(int number, String name, Set<Trait> traits) {
        node.people.put(FakeChats.peer(number), PlainRecords.contact(FakeChats.peer(number), name, traits,
                List.of("#class"), List.of(), List.of()));
        node.tell(new NodeEvent.Joined(FakeChats.peer(number), name, "#class"));
    }

    private <N extends Node> N node(Class<N> kind, String id) {
        return screen.all(kind).stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
    }

    private void assertKeyboardAt(String id) {
        Node owner = screen.scene().getFocusOwner();
        assertEquals(id, owner == null ? null : owner.getId(), () -> "keyboard at " + owner);
        assertSame(node(Node.class, id), owner, "and not on one that is gone");
    }

    @Test
    void itStaysOnAMemberWhileOthersComeAndGo() {
        TestedScreen.onFx(() -> {
            String ben = "member-" + FakeChats.peer(2).hex();
            screen.all(ButtonBase.class)
                    .stream()
                    .filter(each -> each.getText().contains("Ben"))
                    .findFirst()
                    .orElseThrow()
                    .requestFocus();
            member(1, "Ada", Set.of(Trait.MEMBER));
            screen.settle();
            assertKeyboardAt(ben);
            member(2, "Ben", Set.of(Trait.MEMBER));
            screen.settle();
            assertKeyboardAt(ben);
            assertTrue(node(ButtonBase.class, ben).getText().contains("away"), "and says what is true now");
        });
    }

    @Test
    void itStaysInTheNewWordsWhileSomebodyElseOffersOthers() {
        TestedScreen.onFx(() -> {
            node(ButtonBase.class, "change-words").fire();
            screen.settle();
            assertKeyboardAt("new-words");
            double before = node(TextField.class, "new-words").localToScene(0, 0).getY();
            node.offers.add(new OfferedWords("0f", "#class", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.tell(new NodeEvent.WordsChanged(FakeChats.peer(1), "Ada", "#class", "0f", State.OFFERED));
            screen.settle();
            assertKeyboardAt("new-words");
            assertTrue(node(TextField.class, "new-words").localToScene(0, 0).getY() >= before, "it did not jump up");
        });
    }
}
