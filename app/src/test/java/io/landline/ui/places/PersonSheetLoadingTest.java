package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A person's sheet is filled from two places.
class PersonSheetLoadingTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void nobodyIsSaidToBeAwayBeforeItIsKnown() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            node.people.put(FakeChats.peer(1), PlainRecords.contact(FakeChats.peer(1), "Ada",
                    Set.of(Trait.HERE, Trait.MEMBER), List.of("#class"), List.of(), List.of()));
            var window = new FakeWindow();
            window.hold();
            var sheet = new PersonSheet(window.context(node), FakeChats.peer(1), () -> {});
            var here = (Label) sheet.view().getContent().lookup("#person-here");
            var shown = new ArrayList<String>();
            sheet.view().visibleProperty().addListener((_, _, now) -> {
                if (now) shown.add(here.getText());
            });
            window.goOn();
            assertEquals(List.of("Here"), shown);
            sheet.close();
        });
    }

    private static Labeled find(Sheet sheet, String id) {
        return (Labeled) sheet.view().getContent().lookup("#" + id);
    }

    /// An empty sheet over the page would leave nothing to read and nothing to press.
    @Test
    void whatCannotBeReadIsSaidAndIsTriedAgain() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            node.unreadable = true;
            node.people.put(FakeChats.peer(1), PlainRecords.contact(FakeChats.peer(1), "Ada",
                    Set.of(Trait.HERE, Trait.MEMBER), List.of("#class"), List.of(), List.of()));
            var sheet = new PersonSheet(new FakeWindow().context(node), FakeChats.peer(1), () -> {});
            assertTrue(sheet.view().isVisible());
            assertTrue(find(sheet, "unfilled-why").getText().startsWith("This could not be shown. "));
            node.unreadable = false;
            ((Button) find(sheet, "unfilled-again")).fire();
            assertNull(find(sheet, "unfilled-why"));
            assertEquals("Here", find(sheet, "person-here").getText());
            node.unreadable = true;
            node.tell(new NodeEvent.Joined(FakeChats.peer(1), "Ada", "#class"));
            assertEquals("Here", find(sheet, "person-here").getText(), "what was read stays");
            sheet.close();
        });
    }

    /// Tries again while nothing can be read yet.
    ///
    /// @return whether the reason was seen: while it was tried, and afterwards
    private static List<Boolean> retry(Sheet sheet, FakeWindow window) {
        Labeled why = find(sheet, "unfilled-why");
        var seen = new ArrayList<Boolean>();
        window.hold();
        ((Button) find(sheet, "unfilled-again")).fire();
        seen.add(why.isVisible());
        window.goOn();
        seen.add(why.isVisible());
        return seen;
    }

    /// The button would look dead.
    @Test
    void whatFailsAgainForTheSameReasonIsSaidAnew() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            node.broken = true;
            var window = new FakeWindow();
            for (Sheet sheet : List.of(new PersonSheet(window.context(node), FakeChats.peer(1), () -> {}),
                    new RoomSheet(window.context(node), "#class", () -> {}, () -> {}))) {
                for (int i = 0; i < 2; i++) {
                    assertEquals(List.of(false, true), retry(sheet, window));
                    assertTrue(find(sheet, "unfilled-why").getText().startsWith("This could not be shown. "));
                }
                assertEquals(find(sheet, "unfilled-why").getText(),
                        find(sheet, "unfilled-again").getAccessibleHelp(), "the keyboard is there");
                sheet.close();
            }
        });
    }

    @Test
    void theSameOfARoom() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            node.unreadable = true;
            var sheet = new RoomSheet(new FakeWindow().context(node), "#class", () -> {}, () -> {});
            assertTrue(sheet.view().isVisible());
            assertTrue(find(sheet, "unfilled-name").getText().contains("#class"));
            sheet.close();
        });
    }
}
