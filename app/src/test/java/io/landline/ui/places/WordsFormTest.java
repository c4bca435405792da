package io.landline.ui.places;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// New words for a room, and who of its members gets them.
class WordsFormTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private RoomSheet sheet;

    @Override
    public void start(Stage stage) {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox", false));
        node.chats.room("class", false, 0);
        sheet = new RoomSheet(window.context(node), "#class", () -> {}, () -> {});
        stage.setScene(new Scene(sheet.view(), 560, 800));
        stage.show();
        sheet.shown();
    }

    @Override
    public void stop() {
        sheet.close();
    }

    private void members(int count) {
        interact(() -> {
            for (int i = 1; i <= count; i++) {
                Fingerprint peer = Fingerprint.parse(String.format(Locale.ROOT, "%064x", i));
                node.people.put(peer, PlainRecords.contact(peer, "P" + i, Set.of(Trait.MEMBER), List.of("#class"),
                        List.of(), List.of()));
            }
            node.tell(new NodeEvent.Joined(node.people.keySet().iterator().next(), "P1", "#class"));
        });
    }

    private Node node(String id) {
        return lookup("#" + id).query();
    }

    private void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    private List<CheckBox> boxes() {
        return List.copyOf(lookup(".place-chosen").<CheckBox>queryAll());
    }

    /// A box for each would hold up the window, and a node takes 1,000 people at most.
    @Test
    void inAVeryLargeRoomAPartOfTheMembersIsListedAndThoseGetTheWordsThatTheNodeProposes() {
        members(1_200);
        press("change-words");
        assertEquals(MembersPart.MEMBERS_MAX, boxes().size());
        Set<String> said = lookup(".label").<Labeled>queryAll().stream().map(Labeled::getText).collect(toSet());
        long listed = boxes().stream().filter(CheckBox::isSelected).count();
        assertTrue(said.contains("and 1,000 more, not listed; " + (1_000 - listed) + " of them get the words"),
                said::toString);
        press("change-words-do");
        assertEquals("new words of #class for 1000", node.done.getLast());
        press("change-words");
        CheckBox one = boxes().stream().filter(CheckBox::isSelected).findFirst().orElseThrow();
        interact(() -> one.setSelected(false));
        press("change-words-do");
        assertEquals("new words of #class for 999", node.done.getLast());
    }

    @Test
    void nobodyGetsWordsBeforeTheNodeHasProposedWho() {
        members(1);
        interact(window::hold);
        press("change-words");
        interact(() -> ((TextInputControl) node("new-words")).setText("stone cloud"));
        assertTrue(node("change-words-do").isDisabled());
        interact(window::goOn);
        assertFalse(node("change-words-do").isDisabled());
        assertEquals("stone cloud", ((TextInputControl) node("new-words")).getText());
    }
}
