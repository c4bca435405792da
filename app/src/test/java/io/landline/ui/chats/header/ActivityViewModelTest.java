package io.landline.ui.chats.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.node.port.Activity.Seen;
import io.landline.node.port.Activity.Typist;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.FakeActivity;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.header.ConversationHeader.People;
import io.landline.ui.chats.header.ConversationHeader.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private static final List<String> NAMES = List.of("Ada", "Bob", "Cleo", "Dan");

    private final Fixture fixture = new Fixture();
    private final FakeActivity node = fixture.roster.activity;
    private final ActivityViewModel model = new ActivityViewModel(fixture.context);

    @AfterEach
    void close() {
        model.close();
    }

    private static ConversationHeader head(String key, String title, @Nullable Fingerprint peer) {
        return new ConversationHeader(key, peer == null ? Kind.ROOM : Kind.DIRECT, title, peer, People.NONE,
                true, Set.of(), null, Writing.POSSIBLE);
    }

    /// Without the marks that keep names apart from the words around them.
    private String line() {
        return model.line().get().replace("\u200e", "");
    }

    private void openRoom() {
        model.open(head("#class", "class", null));
    }

    private void openMax() {
        model.open(head(Fixture.MAX.hex(), "Max", Fixture.MAX));
    }

    private void type(int people) {
        var typists = new ArrayList<Typist>();
        for (int i = 0; i < people; i++) typists.add(new Typist(FakeChats.peer(i + 2), NAMES.get(i)));
        node.typists.put("#class", typists);
        fixture.publish(new NodeEvent.Typing("#class", FakeChats.peer(2), "Ada", people > 0));
    }

    private void say(State state, String text) {
        var status = new PersonStatus(state, text, false);
        node.seen.put(Fixture.MAX, new Seen(status, null));
        fixture.publish(new NodeEvent.StatusChanged(Fixture.MAX, "Max", status));
    }

    @Test
    void atMostThreeWhoTypeAreNamed() {
        openRoom();
        var lines = new ArrayList<String>();
        for (int people = 0; people <= 4; people++) {
            type(people);
            lines.add(line());
        }
        assertEquals(List.of("", "Ada is typing…", "Ada and Bob are typing…", "Ada, Bob and Cleo are typing…",
                "Several people are typing…"), lines);
    }

    @Test
    void anotherConversationShowsItsOwn() {
        openRoom();
        type(1);
        openMax();
        assertEquals("", line());
        openRoom();
        assertEquals("Ada is typing…", line());
        model.open(null);
        assertEquals("", line());
    }

    @Test
    void whatAPersonSaysStandsInTheDirectConversation() {
        openMax();
        say(State.BUSY, "exam");
        assertEquals("Max is busy: exam", line());
        say(State.AWAY, "");
        assertEquals("Max is away", line());
        say(State.HERE, "back at two");
        assertEquals("Max: back at two", line());
        say(State.HERE, "");
        assertEquals("", line());
    }

    @Test
    void namesAndTextsSteerNothing() {
        openMax();
        say(State.BUSY, "a\u202eb {0} '");
        assertFalse(line().contains("\u202e"), line());
        openRoom();
        node.typists.put("#class", List.of(new Typist(Fixture.MAX, "Ma\u202ex {1}")));
        fixture.publish(new NodeEvent.Typing("#class", Fixture.MAX, "Max", true));
        assertFalse(line().contains("\u202e"), line());
    }

    @Test
    void whatIsTypedIsToldForTheOpenConversation() {
        model.typed();
        openRoom();
        model.typed();
        assertEquals(List.of("#class"), node.typed);
    }
}
