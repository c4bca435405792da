package io.landline.ui.places;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.PersonStatus;
import io.landline.chat.words.WordsChange.State;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class RoomSheetTest extends ApplicationTest {
    private static final String WORDS = "amber fox piano river";

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> left = new ArrayList<>();
    private RoomSheet sheet;

    @Override
    public void start(Stage stage) {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, WORDS, false));
        node.chats.room("class", false, 0);
        node.people.put(FakeChats.peer(1), PlainRecords.contact(FakeChats.peer(1), "Ada",
                Set.of(Trait.HERE, Trait.MEMBER, Trait.VERIFIED), List.of("#class"), List.of(), List.of()));
        node.admitted.put(FakeChats.peer(1), new Admitted(Instant.EPOCH, null, ""));
        sheet = new RoomSheet(window.context(node), "#class", () -> left.add("closed"), () -> left.add("left"));
        stage.setScene(new Scene(sheet.view(), 560, 800));
        stage.show();
        sheet.shown();
    }

    @Override
    public void stop() {
        sheet.close();
    }

    private Node node(String id) {
        return lookup("#" + id).query();
    }

    private void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    @Test
    void theWordsOfARoomThatWasMadeHereAreNotCorrected() {
        assertFalse(node("correct-words").isVisible());
        interact(() -> {
            node.rooms.set(0, PlainRecords.ownRoom("#class", "#class", "class", false, false, WORDS, false, true));
            node.tell(new NodeEvent.Joined(FakeChats.peer(1), "Ada", "#other"));
        });
        assertTrue(node("correct-words").isVisible(), "they were typed, and may be mistyped");
    }

    @Test
    void theWordsAreShownOnceAskedForByKeyboardAlone() {
        assertFalse(node("room-words").isVisible(), "others may look at the screen");
        type(KeyCode.SPACE);
        assertTrue(node("room-words").isVisible());
        assertEquals(WORDS, node("room-words").getAccessibleText());
        type(KeyCode.SPACE);
        assertFalse(node("room-words").isVisible());
        type(KeyCode.ESCAPE);
        assertEquals(List.of("closed"), left);
    }

    @Test
    void theButtonThatShowsTheWordsStaysUnderTheMouse() {
        double before = top("show-words");
        press("show-words");
        assertEquals(before, top("show-words"));
        assertTrue(top("room-words") > before);
    }

    private double top(String id) {
        interact(() -> sheet.view().layout());
        return node(id).localToScene(0, 0).getY();
    }

    @Test
    void aMemberLeadsToThePerson() {
        ButtonBase ada = member();
        assertEquals("\u200EAda\u200E · here · verified", ada.getText());
        interact(ada::fire);
        assertEquals(List.of("person " + FakeChats.peer(1).brief()), window.told);
    }

    private void member(String name, Set<Trait> traits, PersonStatus status) {
        interact(() -> {
            node.people.put(FakeChats.peer(1), new Contact(FakeChats.peer(1), name, traits, List.of("#class"),
                    List.of(), List.of(), List.of(), status));
            node.tell(new NodeEvent.Joined(FakeChats.peer(1), name, "#class"));
        });
    }

    private ButtonBase member() {
        return lookup(".place-member").<Node>queryAll()
                .stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whetherSomebodyIsHereStaysInSightBesideAVeryLongName() {
        String name = "W".repeat(60);
        member(name, Set.of(Trait.MEMBER, Trait.VERIFIED), PersonStatus.NONE);
        interact(() -> sheet.view().layout());
        assertTrue(shown(member()).endsWith("…\u200E · away · verified"), () -> shown(member()));
        String read = member().getAccessibleText();
        assertTrue(read.startsWith("\u200E" + name + "\u200E · away · verified. Proved the words to you"), read);
    }

    /// With the dots with which the toolkit ends what has no room.
    private static String shown(ButtonBase button) {
        return ((Text) button.lookup(".text")).getText();
    }

    @Test
    void aMemberWhoSaysThatTheyAreAwayOrBusyIsNotCalledHere() {
        Set<Trait> here = Set.of(Trait.HERE, Trait.MEMBER);
        member("Ada", here, new PersonStatus(PersonStatus.State.AWAY, "lunch", false));
        assertEquals("\u200EAda\u200E · says they are away", member().getText());
        member("Ada", here, new PersonStatus(PersonStatus.State.BUSY, "", false));
        assertEquals("\u200EAda\u200E · busy", member().getText());
    }

    @Test
    void belowAMemberStandsHowTheyCameIn() {
        List<String> below = lookup(".place-member-how").<Labeled>queryAll().stream().map(Labeled::getText).toList();
        assertEquals(1, below.size());
        assertTrue(below.getFirst().startsWith("Proved the words to you: January 1, 1970"), below::getFirst);
        interact(() -> {
            node.admitted.put(FakeChats.peer(1), new Admitted(Instant.EPOCH, FakeChats.peer(2), "Ben"));
            node.tell(new NodeEvent.Joined(FakeChats.peer(1), "Ada", "#class"));
        });
        String vouched = lookup(".place-member-how").<Labeled>query().getText();
        assertTrue(vouched.startsWith("Let in by \u200EBen\u200E: January 1, 1970"), vouched);
    }

    @Test
    void leavingIsAskedInPlaceFirst() {
        press("leave");
        press("leave-no");
        assertEquals(List.of(), node.done);
        press("leave");
        press("leave-yes");
        assertEquals(List.of("leave #class"), node.done);
        assertEquals(List.of("closed", "left"), left);
        assertEquals(
                List.of("done: You left \u200Eclass\u200E. What was written stays, and shows again once you join it"
                        + " with the same words."),
                window.told);
        interact(() -> window.undo.act().run());
        assertEquals(List.of("leave #class", "back in #class"), node.done);
        assertEquals("done: You are back in \u200Eclass\u200E.", window.told.getLast());
    }

    @Test
    void theRoomIsKeptOnTopAndMuted() {
        press("keep-on-top");
        interact(() -> ((MenuButton) node("mute")).getItems().getFirst().fire());
        assertEquals(Set.of(Choice.ON_TOP, Choice.MUTED), node.chats.conversations.getFirst().choices().all());
        assertTrue(((CheckBox) node("keep-on-top")).isSelected());
        var until = (Labeled) node("muted-until");
        var times = new TimeFormatter(Language.ENGLISH, ZoneId.systemDefault());
        assertEquals("Muted until " + times.time(FakeChats.MUTE_END), until.getText());
        press("unmute");
        assertFalse(until.isVisible());
        assertEquals(Set.of(Choice.ON_TOP), node.chats.conversations.getFirst().choices().all());
        assertTrue(node("mute").isVisible());
    }

    @Test
    void theRoomIsArchivedAndComesBackIntoTheList() {
        press("archived");
        assertEquals(Set.of(Choice.ARCHIVED), node.chats.conversations.getFirst().choices().all());
        press("archived");
        assertEquals(Set.of(), node.chats.conversations.getFirst().choices().all());
    }

    @Test
    void theRoomGetsANameOfOnesOwnAndItsRealNameStaysInSight() {
        assertTrue(node("rename-room").isDisabled(), "nothing was typed");
        interact(() -> ((TextInputControl) node("own-name")).setText(" Maths "));
        press("rename-room");
        assertEquals("Maths", node.chats.conversations.getFirst().title());
        assertTrue(((Labeled) node("real-name")).getText().contains("#class"));
        interact(() -> ((TextInputControl) node("own-name")).setText("x".repeat(65)));
        assertTrue(node("rename-room").isDisabled(), "as long as a room's name may be");
    }

    @Test
    void aNameThatWasTypedStaysUntilItIsTakenWhateverHappensInTheRoom() {
        var field = (TextInputControl) node("own-name");
        interact(() -> {
            field.requestFocus();
            field.setText("Maths");
            node("rename-room").requestFocus();
            node.people.put(FakeChats.peer(2), PlainRecords.contact(FakeChats.peer(2), "Ben",
                    Set.of(Trait.HERE, Trait.MEMBER), List.of("#class"), List.of(), List.of()));
            node.chats.changed("#class");
        });
        assertEquals("Maths", field.getText());
        assertFalse(node("rename-room").isDisabled());
    }

    @Test
    void aNameThatWasGivenElsewhereStandsInTheFieldWhereNothingWasTyped() {
        var field = (TextInputControl) node("own-name");
        interact(() -> {
            node.rooms.set(0, new OwnRoom("#class", "#class", "class", false, false, WORDS, false, false, "Maths"));
            node.chats.changed("#class");
        });
        assertEquals("Maths", field.getText());
    }

    @Test
    void aNameThatIsTooLongIsSaidToBe() {
        assertFalse(node("name-note").isVisible());
        interact(() -> ((TextInputControl) node("own-name")).setText("é".repeat(33)));
        assertTrue(((Labeled) node("name-note")).getText().contains("64"));
        interact(() -> ((TextInputControl) node("own-name")).setText("é".repeat(32)));
        assertFalse(node("name-note").isVisible());
    }

    @Test
    void wordsThatSomebodyOffersAreTakenOrTurnedDown() {
        interact(() -> {
            node.offers.add(new OfferedWords("0f", "#class", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.offers.add(new OfferedWords("1f", "#other", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.tell(new NodeEvent.WordsChanged(FakeChats.peer(1), "Ada", "#class", "0f", State.OFFERED));
        });
        assertEquals(1, lookup("#take-words").queryAll().size());
        press("take-words");
        assertEquals(List.of("take 0f"), node.done);
        interact(() -> {
            node.offers.add(new OfferedWords("2f", "#class", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.tell(new NodeEvent.WordsChanged(FakeChats.peer(1), "Ada", "#class", "2f", State.OFFERED));
        });
        press("decline-words");
        assertEquals("decline 2f", node.done.getLast());
    }

    @Test
    void wordsThatSomebodyOffersAreTakenOnce() {
        interact(() -> {
            node.offers.add(new OfferedWords("0f", "#class", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.tell(new NodeEvent.WordsChanged(FakeChats.peer(1), "Ada", "#class", "0f", State.OFFERED));
        });
        window.hold();
        press("take-words");
        press("take-words");
        press("decline-words");
        interact(window::goOn);
        assertEquals(List.of("take 0f"), node.done);
    }

    @Test
    void offeredWordsThatCouldNotBeTakenCanBeTriedAgain() {
        interact(() -> {
            node.offers.add(new OfferedWords("0f", "#class", FakeChats.peer(1), "Ada", Instant.EPOCH));
            node.tell(new NodeEvent.WordsChanged(FakeChats.peer(1), "Ada", "#class", "0f", State.OFFERED));
        });
        node.refusal = FakeNode.full();
        press("take-words");
        node.refusal = null;
        press("take-words");
        assertEquals(List.of("take 0f"), node.done);
    }

    /// New words are stretched, which takes its time.
    @Test
    void aSecondPressWhileTheWordsAreChangedDoesNothing() {
        press("change-words");
        window.hold();
        press("change-words-do");
        press("change-words-do");
        interact(() -> ((TextField) node("new-words")).fireEvent(new ActionEvent()));
        interact(window::goOn);
        assertEquals(List.of("new words of #class for 1"), node.done);
    }

    @Test
    void wordsThatWereNotChangedCanBeTriedAgain() {
        press("change-words");
        node.refusal = FakeNode.full();
        press("change-words-do");
        node.refusal = null;
        assertFalse(node("change-words-do").isDisabled());
        press("change-words-do");
        assertEquals(List.of("new words of #class for 1"), node.done);
    }

    @Test
    void theWordsAreChangedForThoseWhoAreChosen() {
        press("change-words");
        assertEquals("amber fox piano river", ((TextInputControl) node("new-words")).getText());
        interact(() -> ((TextInputControl) node("new-words")).setText(" - "));
        assertTrue(node("change-words-do").isDisabled(), "these are no words");
        interact(() -> ((TextInputControl) node("new-words")).setText("stone cloud"));
        interact(() -> lookup(".place-chosen").<CheckBox>query().setSelected(false));
        press("change-words-do");
        assertEquals(List.of("new words of #class for 0"), node.done);
        assertFalse(node("new-words").getParent().isVisible());
        press("change-words");
        press("change-words-do");
        assertEquals("new words of #class for 1", node.done.getLast());
    }

    @Test
    void whoJoinsWhileNewWordsAreChosenStandsAmongThePeopleAndIsChosenByHand() {
        press("change-words");
        interact(() -> lookup(".place-chosen").<CheckBox>query().setSelected(false));
        join(2, "Ben", Set.of(Trait.HERE, Trait.MEMBER));
        List<CheckBox> boxes = List.copyOf(lookup(".place-chosen").<CheckBox>queryAll());
        assertEquals(List.of(false, false), boxes.stream().map(CheckBox::isSelected).toList(), "what was chosen stays");
        interact(() -> boxes.getLast().setSelected(true));
        press("change-words-do");
        assertEquals(List.of("new words of #class for 1"), node.done);
    }

    @Test
    void aStrangerWhoJoinsMeanwhileIsNotChosen() {
        press("change-words");
        join(2, "Eve", Set.of(Trait.HERE, Trait.MEMBER));
        press("change-words-do");
        assertEquals(List.of("new words of #class for 1"), node.done);
    }

    private void join(int number, String name, Set<Trait> traits) {
        interact(() -> {
            node.people.put(FakeChats.peer(number), PlainRecords.contact(FakeChats.peer(number), name, traits,
                    List.of("#class"), List.of(), List.of()));
            node.tell(new NodeEvent.Joined(FakeChats.peer(number), name, "#class"));
        });
    }

    @Test
    void theKeyboardGoesIntoTheFormOfNewWordsAndBack() {
        interact(() -> {
            node("change-words").requestFocus();
            ((ButtonBase) node("change-words")).fire();
            assertTrue(node("new-words").isFocused(), "one types at once");
        });
        press("change-words-not");
        assertTrue(node("change-words").isFocused(), "and is where one was");
    }

    @Test
    void everyControlHasANameToRead() {
        interact(() -> assertEquals(List.of(), Named.nameless(sheet.view())));
    }
}
