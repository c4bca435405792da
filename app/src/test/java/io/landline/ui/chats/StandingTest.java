package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent.StatusChanged;
import io.landline.node.port.NodeWatcher;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;

/// The sign on a person's picture, in the list and above the conversation.
class StandingTest extends OpenRoom {
    @Override
    void say(FakeChats said) {
        said.direct(Fixture.MAX, "Max", 0);
        said.text(Fixture.MAX.hex(), 1, Fixture.MAX, "hello");
    }

    private void says(State state, String text) {
        var status = new PersonStatus(state, text, false);
        TestedScreen.onFx(() -> {
            chats.fixture().roster.saying(Fixture.MAX, "Max", status, "#class");
            chats.fixture().roster.saying(FakeChats.peer(7), "Kim", status, "#class");
            for (NodeWatcher each : chats.fixture().watchers) {
                each.take(new StatusChanged(Fixture.MAX, "Max", status), FakeChats.START);
            }
        });
        chats.settle();
    }

    private List<String> signs(Node within) {
        return TestedScreen.onFx(() -> {
            var signs = new ArrayList<String>();
            for (Node dot : within.lookupAll(".chats-dot")) {
                if (!dot.isVisible()) continue;
                String states = "";
                for (String state : List.of("here", "away", "busy")) {
                    if (dot.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state))) states += state;
                }
                signs.add(states);
            }
            return signs;
        });
    }

    private ListView<?> list() {
        return chats.node(ListView.class, "chat-list");
    }

    private boolean isShown(String words) {
        return TestedScreen.onFx(() -> chats.screen().texts().stream().anyMatch(each -> each.contains(words)));
    }

    @Test
    void whoIsVerifiedIsShownSoUntilThatIsTakenBack() {
        says(State.HERE, "");
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        chats.settle();
        isVerified(true);
        assertTrue(isShown("verified"));
        isVerified(false);
        assertFalse(isShown("verified"));
    }

    /// As the sheet of a person, or a command, changes it.
    private void isVerified(boolean now) {
        TestedScreen.onFx(() -> {
            Set<Trait> traits = EnumSet.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER);
            if (now) traits.add(Trait.VERIFIED);
            chats.fixture().roster.contacts.removeIf(each -> each.peer().equals(Fixture.MAX));
            chats.fixture().roster.contacts.add(new Contact(Fixture.MAX, "Max", traits, List.of("#class"), List.of(),
                    List.of(), List.of(), PersonStatus.NONE));
            chats.fixture().chats.changed(Fixture.MAX.hex());
        });
        chats.settle();
    }

    @Test
    void theListShowsWhatPeopleSayOfThemselves() {
        says(State.HERE, "");
        assertEquals(List.of("here", "here"), signs(list()));
        says(State.BUSY, "exam");
        assertEquals(List.of("busy", "busy"), signs(list()));
        assertTrue(isShown("Busy: \u200Eexam\u200E"));
        says(State.AWAY, "");
        assertEquals(List.of("away", "away"), signs(list()));
        assertTrue(isShown("Says they are away"));
    }

    @Test
    void whoIsAwaitedAfterOwnNewWordsIsNotShownAsHereAnyMore() {
        says(State.HERE, "");
        assertTrue(isShown("3 of 3 here"));
        TestedScreen.onFx(() -> {
            FakeContacts roster = chats.fixture().roster;
            roster.contacts.clear();
            roster.awaited(Fixture.MAX, "Max", ShownChats.OPEN);
            chats.said().conversations.removeIf(each -> each.key().equals(ShownChats.OPEN));
            chats.said().room("class", false, 0);
            chats.said().changed(ShownChats.OPEN); // and no event of people
        });
        chats.settle();
        assertTrue(isShown("does not have the new words yet"));
    }

    @Test
    void theHeadOfTheConversationShowsTheSame() {
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        says(State.BUSY, "");
        assertTrue(isShown("busy"));
        Node head = TestedScreen.onFx(() -> chats.page().view().lookup(".chats-talk"));
        assertTrue(signs(head).contains("busy"));
    }

    /// "Here" beside the chip that they are away would read oddly.
    @Test
    void whoSaysThatTheyAreAwayIsNotCalledHereAboveTheConversation() {
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        says(State.BUSY, "");
        assertEquals("Here", chats.node(Label.class, "conversation-people").getText());
        says(State.AWAY, "");
        assertEquals("Their computer is here, and gets what you write",
                chats.node(Label.class, "conversation-people").getText());
        assertTrue(isShown("says they are away"));
    }

    @Test
    void theHeadOfARoomThatWasLeftSaysSo() {
        says(State.HERE, "");
        assertFalse(isShown("You left this room"));
        TestedScreen.onFx(() -> {
            chats.said().conversations.removeIf(each -> each.key().equals(ShownChats.OPEN));
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
        assertTrue(isShown("You left this room"));
        assertFalse(isShown("Nobody else is in this room yet"));
    }

    /// Somebody of whom nothing is known any more gets nothing either.
    @Test
    void whatCannotBeWrittenDoesNotWait() {
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        TestedScreen.onFx(() -> chats.fixture().roster.contacts.clear());
        TestedScreen.onFx(() -> chats.page().open(ShownChats.OPEN));
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        chats.settle();
        assertFalse(isShown("what you write waits"));
    }

    private void isBlocked() {
        TestedScreen.onFx(() -> {
            chats.fixture().roster.contacts.removeIf(each -> each.peer().equals(Fixture.MAX));
            chats.fixture().roster.contacts.add(new Contact(Fixture.MAX, "Max",
                    EnumSet.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.BLOCKED), List.of("#class"), List.of(),
                    List.of(), List.of(), PersonStatus.NONE));
            chats.fixture().chats.changed(Fixture.MAX.hex());
        });
        chats.settle();
    }

    /// Nothing goes to somebody who is blocked: that they are here means nothing.
    @Test
    void whoIsBlockedIsShownSoAndNotAsHere() {
        says(State.HERE, "");
        TestedScreen.onFx(() -> chats.page().open(Fixture.MAX.hex()));
        isBlocked();
        assertEquals(List.of("", "here"), signs(list()));
        assertEquals(List.of(""), signs(chats.node(Node.class, "conversation-about")));
        assertEquals("Blocked", chats.node(Label.class, "conversation-people").getText());
    }

    /// Nor do they hear what is written in a room.
    @Test
    void whoIsBlockedDoesNotCountAsHereInARoom() {
        says(State.HERE, "");
        isBlocked();
        String people = chats.node(Label.class, "conversation-people").getText();
        assertEquals("2 of 3 here: you, Kim", people.replaceAll("\\p{Cf}", ""));
    }

    @Test
    void aRoomInWhichAllOthersAreBlockedIsNotCalledEmpty() {
        says(State.HERE, "");
        TestedScreen
                .onFx(() -> chats.fixture().roster.contacts.removeIf(each -> each.peer().equals(FakeChats.peer(7))));
        isBlocked();
        String people = chats.node(Label.class, "conversation-people").getText();
        assertEquals("Max is blocked", people.replaceAll("\\p{Cf}", ""));
    }
}
