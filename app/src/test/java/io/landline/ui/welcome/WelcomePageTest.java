package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.peer.RoomName;
import io.landline.room.JoinLink;
import io.landline.room.RoomKey;
import io.landline.ui.invitation.Invitation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class WelcomePageTest extends ApplicationTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> left = new ArrayList<>();
    private final RoomDraft draft = new RoomDraft();
    private WelcomePage page;

    @Override
    public void start(Stage stage) {
        node.about.add(new RoomAbout("_hall\u202Egpj.exe", "#hall", false, 2));
        open(stage);
    }

    private void open(Stage stage) {
        page = new WelcomePage(window.context(node), () -> left.add("done"), false, draft);
        stage.setScene(new Scene(page.view(), 1000, 900));
        stage.show();
        page.shown();
    }

    @Test
    void byKeyboardAloneARoomIsCreatedAndEntered() {
        interact(() -> lookup("#new-room-name").query().requestFocus());
        write("class").type(KeyCode.ENTER);
        assertEquals(List.of("create class amber fox piano river"), node.done);
        assertEquals(List.of(), left);
        type(KeyCode.SPACE);
        assertEquals(List.of("done"), left);
        assertEquals(List.of("conversation #class"), window.told);
    }

    @Test
    void anInvitationIsCopiedOnlyToARoomThatCanBeCreated() {
        TextField name = lookup("#new-room-name").query();
        Node copy = lookup("#copy-invitation").query();
        for (String noName : List.of("", "  ", "#", "x".repeat(RoomName.MAX_BYTES + 1))) {
            interact(() -> name.setText(noName));
            assertTrue(copy.isDisabled(), noName);
        }
        interact(() -> name.setText("x".repeat(RoomName.MAX_BYTES)));
        assertFalse(copy.isDisabled());
    }

    @Test
    void enterAfterTheWordsJoins() {
        interact(() -> ((TextField) lookup("#join-room-name").query()).clear());
        interact(() -> lookup("#join-room-name").query().requestFocus());
        write("class").type(KeyCode.ENTER);
        assertTrue(lookup("#join-room-words").query().isFocused());
        write("amber fox piano river").type(KeyCode.ENTER);
        assertEquals(List.of("try class amber fox piano river"), node.done);
        interact(() -> node.joinTried("class", "amber fox piano river"));
        assertEquals(List.of("done"), left);
    }

    @Test
    void theRoomThatIsAboutComesFirstAndTheKeyboardIsInItsWords() {
        Node first = lookup(".welcome-side-by-side").<Parent>query().getChildrenUnmodifiable().getFirst();
        assertTrue(first.lookup("#join-room-words").isFocused());
    }

    @Test
    void theKeyboardGoesToTheWordsOfARoomThatShowsUpAfterThePage() {
        node.about.clear();
        interact(() -> open(stage(lookup("#join-room-words").query())));
        assertTrue(lookup("#new-room-name").query().isFocused());
        node.about.add(new RoomAbout("class", "#class", false, 1));
        interact(this::somebodyCame);
        assertTrue(lookup("#join-room-words").query().isFocused());
    }

    @Test
    void theCardsStayWhereTheyAreUnderThePointer() {
        node.about.clear();
        interact(() -> open(stage(lookup("#join-room-words").query())));
        Node before = firstWay();
        moveTo("#other-words");
        node.about.add(new RoomAbout("class", "#class", false, 1));
        interact(this::somebodyCame);
        assertSame(before, firstWay());
        assertTrue(lookup("#join-room-words").query().isFocused());
    }

    private Node firstWay() {
        return lookup(".welcome-side-by-side").<Parent>query().getChildrenUnmodifiable().getFirst();
    }

    @Test
    void theKeyboardStaysWhereSomebodyHasPutIt() {
        node.about.clear();
        interact(() -> open(stage(lookup("#join-room-words").query())));
        clickOn("#new-room-name");
        node.about.add(new RoomAbout("class", "#class", false, 1));
        interact(this::somebodyCame);
        assertTrue(lookup("#new-room-name").query().isFocused());
    }

    private Button suggestion(String name) {
        return lookup(".welcome-about .button").<Button>queryAll()
                .stream()
                .filter(each -> each.getText().contains(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theKeyboardStaysOnARoomWhilePeopleComeAndGo() {
        node.about.add(new RoomAbout("class", "#class", false, 1));
        interact(this::somebodyCame);
        interact(() -> suggestion("class").requestFocus());
        node.about.clear();
        node.about.add(new RoomAbout("class", "#class", false, 2));
        node.about.add(new RoomAbout("club", "#club", false, 1));
        interact(this::somebodyCame);
        assertTrue(suggestion("class").isFocused());
        assertTrue(suggestion("class").getText().contains("2"));
        node.about.add(node.about.removeFirst());
        interact(this::somebodyCame);
        assertTrue(suggestion("class").isFocused());
    }

    private static Stage stage(Node node) {
        return (Stage) node.getScene().getWindow();
    }

    private void somebodyCame() {
        node.tell(new NodeEvent.Ready("Max", FakeNode.SELF, 1, null, Path.of("/")));
    }

    @Test
    void wordsThatDifferAreCorrectedWhereTheyStand() {
        write("amber fox piano river").type(KeyCode.ENTER);
        interact(() -> node.trial.ended(new TrialResult.WordsDiffer(List.of("Ada"))));
        assertTrue(lookup("#join-room-words").query().isFocused());
        assertEquals(List.of(), left);
    }

    @Test
    void aPastedInvitationIsTakenApart() {
        interact(() -> ((TextField) lookup("#join-room-words").query())
                .replaceSelection(new Invitation(Language.FRENCH).withWords("class", "amber fox piano river")));
        assertEquals("class", ((TextField) lookup("#join-room-name").query()).getText());
        assertEquals("amber fox piano river", ((TextField) lookup("#join-room-words").query()).getText());
        type(KeyCode.ENTER);
        assertEquals(List.of("try class amber fox piano river"), node.done);
    }

    @Test
    void escapeGoesBack() {
        type(KeyCode.ESCAPE);
        assertEquals(List.of("done"), left);
    }

    @Test
    void aLinkThatWasLeftWithEscapeIsNotThereAgain() {
        interact(() -> page.fill(link()));
        type(KeyCode.ESCAPE);
        assertEquals(List.of("done"), left);
        interact(page::close);
        interact(() -> open(stage(page.view())));
        assertEquals("", ((TextField) lookup("#join-room-words").query()).getText());
    }

    @Test
    void whatWasTypedBeforeOneWentElsewhereIsThereAgainWithWhatIsWrongWithIt() {
        interact(() -> ((TextField) lookup("#open-room-name").query()).setText("x".repeat(RoomName.MAX_BYTES + 1)));
        interact(page::close);
        interact(() -> open(stage(page.view())));
        TextField open = lookup("#open-room-name").query();
        assertEquals(RoomName.MAX_BYTES + 1, open.getText().length());
        assertTrue(open.getPseudoClassStates().stream().anyMatch(each -> each.getPseudoClassName().equals("danger")));
    }

    @Test
    void aRoomThatIsBeingMadeIsShownAlthoughEscapeIsPressedMeanwhile() {
        interact(() -> lookup("#new-room-name").query().requestFocus());
        window.hold();
        write("class").type(KeyCode.ENTER);
        Node cancel = lookup("#cancel-new-room").query();
        assertTrue(cancel.isDisabled());
        type(KeyCode.ESCAPE);
        assertEquals(List.of(), left);
        interact(window::goOn);
        assertTrue(lookup("#start-chatting").query().isFocused());
        assertFalse(cancel.isDisabled());
    }

    private static JoinLink link() {
        return new JoinLink(new RoomName("choir"), RoomKey.of("amber fox piano river"), null);
    }

    @Test
    void aLinkThatComesWhileARoomIsMadeIsFilledInAfterThat() {
        interact(() -> lookup("#new-room-name").query().requestFocus());
        window.hold();
        write("class").type(KeyCode.ENTER);
        interact(() -> page.fill(link()));
        interact(window::goOn);
        assertTrue(lookup("#start-chatting").query().isFocused(), "the words of the room that was made");
        assertEquals(List.of(), window.told);
        type(KeyCode.SPACE);
        assertEquals("join choir amber fox piano river", window.told.getLast());
    }

    /// The room is there: what made it must not be filled in again, and there has to be a way back to the room.
    @Test
    void aLinkThatComesBesideTheWordsOfARoomThatWasMadeIsFilledInOverThatRoom() {
        interact(() -> lookup("#new-room-name").query().requestFocus());
        write("class").type(KeyCode.ENTER);
        assertTrue(lookup("#start-chatting").query().isFocused());
        interact(() -> page.fill(link()));
        assertEquals(List.of("done"), left);
        assertEquals(List.of("conversation #class", "join choir amber fox piano river"), window.told);
    }

    @Test
    void aLinkThatComesWhileARoomCannotBeMadeIsFilledInBesideWhatIsSaidOfThat() {
        interact(() -> lookup("#new-room-name").query().requestFocus());
        window.hold();
        write("class").type(KeyCode.ENTER);
        interact(() -> page.fill(link()));
        node.refusal = new CommandException(Code.STORAGE, "no");
        interact(window::goOn);
        assertEquals("choir", ((TextField) lookup("#join-room-name").query()).getText());
        assertEquals("amber fox piano river", ((TextField) lookup("#join-room-words").query()).getText());
    }

    @Test
    void escapeWhileTheAnswerToAQuestionIsCarriedOutLeavesTheQuestion() {
        node.about.add(new RoomAbout("class", "#class", false, 2));
        interact(() -> lookup("#new-room-name").query().requestFocus());
        write("class").type(KeyCode.ENTER);
        window.hold();
        clickOn("#create-another");
        assertTrue(lookup("#back").query().isDisabled());
        type(KeyCode.ESCAPE);
        assertTrue(lookup("#back").tryQuery().isPresent());
        interact(window::goOn);
        assertTrue(lookup("#start-chatting").query().isFocused());
    }

    @Test
    void wordsThatAreTriedAreGivenUpByEscape() {
        write("amber fox piano river").type(KeyCode.ENTER);
        assertFalse(lookup("#cancel-new-room").query().isDisabled());
        type(KeyCode.ESCAPE);
        assertEquals(List.of("done"), left);
    }

    @Test
    void aHostileRoomNameSteersNothing() {
        Button offered = lookup((Button b) -> b.getText().contains("hall")).query();
        assertFalse(offered.isMnemonicParsing());
        assertFalse(offered.getText().contains("\u202E"));
        interact(offered::fire);
        assertTrue(lookup("#join-room-words").query().isFocused());
    }

    @Test
    void everyControlHasANameToRead() {
        interact(() -> assertEquals(List.of(), Named.nameless(page.view())));
    }
}
