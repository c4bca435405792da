package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class PersonSheetTest extends ApplicationTest {
    private static final Fingerprint PEER = Fingerprint.parse("ab12cd34".repeat(8));

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> left = new ArrayList<>();
    private PersonSheet panel;

    @Override
    public void start(Stage stage) {
        node.people.put(PEER,
                PlainRecords.contact(PEER, "Max", Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE),
                        List.of("#class"), List.of(), List.of()));
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, true, "amber fox piano river", false));
        node.rooms.add(PlainRecords.ownRoom("#other", "#other", "other", false, true, "amber fox piano river", false));
        panel = new PersonSheet(window.context(node), PEER, () -> left.add("left"));
        stage.setScene(new Scene(panel.view(), 560, 800));
        stage.show();
        panel.shown();
    }

    @Test
    void byKeyboardAloneThePersonIsVerified() {
        assertEquals("01234 56789 98765 43210 11111 22222", lookup("#safety-number").query().getAccessibleText());
        type(KeyCode.TAB).type(KeyCode.SPACE);
        assertEquals(List.of("verified true"), node.done);
    }

    @Test
    void anotherKeyUnderAKnownNameIsSaidToBeOne() {
        Label warning = lookup("#not-the-one").query();
        assertTrue(warning.isVisible());
        assertTrue(warning.getText().startsWith("\u200EMax\u200E · ab12cd34, not the \u200EMax\u200E you know."));
    }

    @Test
    void escapeLeaves() {
        type(KeyCode.ESCAPE);
        assertEquals(List.of("left"), left);
        assertFalse(node.watchers.isEmpty(), "whoever opened it closes it");
    }

    @Test
    void theRoomsInCommonLeadThere() {
        interact(() -> ((ButtonBase) lookup(".place-room").query()).fire());
        assertEquals(List.of("conversation #class"), window.told);
    }

    @Test
    void whatIsChosenForTheConversationIsOfferedOnceThereIsOne() {
        assertFalse(lookup("#keep-on-top").query().getParent().isVisible());
        interact(() -> {
            node.chats.direct(PEER, "Max", 0);
            node.tell(new NodeEvent.Joined(PEER, "Max", "#class"));
        });
        assertTrue(lookup("#keep-on-top").query().getParent().isVisible());
        interact(() -> ((ButtonBase) lookup("#keep-on-top").query()).fire());
        assertTrue(node.chats.conversations.getFirst().onTop());
    }

    private double top(String id) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.asyncFx(() -> {
            Node node = lookup(id).query();
            return node.localToScene(node.getLayoutBounds()).getMinY();
        }).get();
    }

    @Test
    void whoIsMarkedIsSaidInPlaceAndNothingMoves() throws Exception {
        double before = top("#verify");
        interact(() -> button("#verify").fire());
        assertEquals(before, top("#verify"), 0.5);
        assertEquals(List.of("verified true"), node.done);
    }

    @Test
    void oneWritesToThePersonFromTheSheet() {
        interact(() -> button("#person-write").fire());
        assertEquals(List.of("conversation " + PEER.hex()), window.told);
    }

    @Test
    void nobodyWritesToWhoIsBlocked() {
        interact(() -> button("#block").fire());
        interact(() -> button("#block-yes").fire());
        assertFalse(button("#person-write").isVisible());
    }

    /// Nothing is ever sent to strangers.
    @Test
    void nobodyWritesToWhoIsInNoneOfOurRooms() {
        assertTrue(button("#person-write").isVisible());
        interact(() -> {
            node.people.put(PEER,
                    PlainRecords.contact(PEER, "Max", Set.of(Trait.HERE), List.of(), List.of("#garden"), List.of()));
            node.tell(new NodeEvent.Joined(PEER, "Max", "#class"));
        });
        assertFalse(button("#person-write").isVisible());
    }

    @Test
    void everyControlHasANameToRead() {
        interact(() -> assertEquals(List.of(), Named.nameless(panel.view())));
    }

    private Button button(String id) {
        return lookup(id).queryButton();
    }

    @Test
    void blockingIsAskedInPlaceFirst() {
        interact(() -> button("#block").fire());
        assertEquals(List.of(), node.done);
        interact(() -> button("#block-no").fire());
        assertFalse(lookup("#block-yes").query().isVisible());
        interact(() -> button("#block").fire());
        interact(() -> button("#block-yes").fire());
        assertEquals(List.of("blocked true"), node.done);
        interact(() -> button("#unblock").fire());
        assertEquals(List.of("blocked true", "blocked false"), node.done);
    }

    @Test
    void theSheetIsAsHighAsWhatIsInItWhereThereIsRoom() {
        interact(() -> {
            var scroll = (ScrollPane) panel.view();
            scroll.setMaxSize(532, Region.USE_PREF_SIZE);
            var window = new StackPane();
            scroll.getScene().setRoot(window);
            window.getChildren().add(scroll);
            window.resize(1920, 1080);
            window.applyCss();
            window.layout();
            window.layout();
            double needed = ((Region) scroll.getContent()).prefHeight(scroll.getViewportBounds().getWidth());
            assertEquals(needed, scroll.getViewportBounds().getHeight(), 1);
        });
    }

    @Test
    void theSheetSaysWhatItIs() {
        assertEquals("Safety number", lookup("#safety-heading").queryLabeled().getText());
    }
}
