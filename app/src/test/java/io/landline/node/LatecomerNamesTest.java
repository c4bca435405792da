package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.conversation.History.Question;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.room.RoomMember;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// A latecomer whose authors have all left sees their names: real nodes on the loopback interface.
class LatecomerNamesTest extends LoopbackNodes {
    private static void say(RunningForTest from, String text, RunningForTest to) throws Exception {
        from.awaitJoined(to);
        to.awaitJoined(from);
        from.node.chats().say("#class", text);
        to.await(Message.class, said -> said.text().equals(text));
    }

    /// Who wrote what, by the names that this node shows.
    private static List<String> history(RunningForTest of) throws Exception {
        return of.node.reader()
                .history(Question.newest("#class", 10))
                .messages()
                .stream()
                .map(said -> said.name() + ": " + said.text())
                .toList();
    }

    private static List<String> members(RunningForTest of) throws Exception {
        return of.node.reader().members("#class", of.node.contacts().here()).stream().map(RoomMember::name).toList();
    }

    private static Contact contact(RunningForTest of, Fingerprint person) throws Exception {
        return of.node.contacts()
                .contacts()
                .stream()
                .filter(each -> each.peer().equals(person))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLatecomerAndTheNextOneSeeTheNameOfAnAuthorWhoLeftForGood() throws Exception {
        Fingerprint adas;
        try (var bob = start("Bob")) {
            try (var ada = start("Ada")) {
                adas = ada.node.fingerprint();
                say(ada, "I was here", bob);
                say(bob, "and I am", ada);
            }
            try (var cleo = start("Cleo")) {
                Message told = cleo.await(Message.class, said -> said.text().equals("I was here"));
                assertEquals("Ada", told.name(), "programs that follow the room, too");
                cleo.await(Message.class, said -> said.text().equals("and I am"));
                assertEquals(List.of("Ada: I was here", "Bob: and I am"), history(cleo));
                assertTrue(members(cleo).contains("Ada"), members(cleo)::toString);
                assertTrue(cleo.node.reader().export("#class", Format.TEXT, null).text().contains("Ada"));
                Contact ada = contact(cleo, adas);
                assertEquals("Ada", ada.name());
                assertFalse(ada.here() || ada.connected() || ada.verified(), "named, and nothing else");
            }
        }
        try (var cleo = start("Cleo"); var dan = start("Dan")) {
            cleo.awaitJoined(dan);
            assertEquals("Ada", dan.await(Message.class, said -> said.author().equals(adas)).name());
            dan.await(Message.class, said -> said.text().equals("and I am"));
            assertEquals(List.of("Ada: I was here", "Bob: and I am"), history(dan));
        }
    }

    @Test
    void aNameThatSomebodyChoseLaterIsShownToThoseWhoMetThemBefore() throws Exception {
        Fingerprint adas;
        try (var bob = start("Bob"); var ada = start("Ada"); var cleo = start("Cleo")) {
            adas = ada.node.fingerprint();
            say(ada, "first", bob);
            say(ada, "second", cleo);
        }
        try (var ada = start("Ada"); var bob = start("Bob")) {
            say(ada, "third", bob);
            Set<String> told = ConcurrentHashMap.newKeySet();
            bob.node.chats().watch(told::add);
            ada.node.preferences().rename("Adele");
            bob.await(PeerChanged.class, e -> e.person().name().value().equals("Adele"));
            say(ada, "fourth", bob);
            assertTrue(told.contains(adas.hex()), "a window shows the people's names anew");
        }
        try (var bob = start("Bob"); var cleo = start("Cleo")) {
            cleo.awaitJoined(bob);
            cleo.await(Message.class, said -> said.text().equals("fourth"));
            assertEquals("Adele", contact(cleo, adas).name());
        }
    }

    @Test
    void aMemberWhoWasNeverMetIsWrittenToByNameByDigitsAndByAllDigits() throws Exception {
        try (var bob = start("Bob")) {
            Fingerprint adas;
            try (var ada = start("Ada")) {
                adas = ada.node.fingerprint();
                say(ada, "I was here", bob);
            }
            try (var cleo = start("Cleo")) {
                cleo.await(Message.class, said -> said.author().equals(adas));
                for (String to : List.of("Ada", "ada", adas.brief(), adas.hex())) {
                    assertEquals(adas.hex(), cleo.node.chats().say(to, "to " + to).conversation());
                }
                try (var ada = start("Ada")) {
                    Fingerprint cleos = cleo.node.fingerprint();
                    Message came = ada.await(Message.class, said -> said.text().equals("to " + adas.hex()));
                    assertEquals(cleos.hex(), came.conversation(), "directly");
                    cleo.await(Delivered.class, e -> e.peer().equals(adas) && e.conversation().equals(adas.hex()));
                }
            }
        }
    }

    @Test
    void h42_aNameByCardThatLooksLikeThatOfAFriendIsToldApart() throws Exception {
        Fingerprint takers;
        try (var bob = start("Bob")) {
            try (var taker = RunningForTest.start(folder.resolve("other"), "Cl\u0435m", udpPort,
                    RunningForTest.room())) {
                takers = taker.node.fingerprint();
                say(taker, "me", bob);
            }
            try (var cleo = start("Cleo"); var clem = start("Clem")) {
                cleo.awaitJoined(clem);
                cleo.await(Message.class, said -> said.author().equals(takers));
                assertEquals(Set.of(takers, clem.node.fingerprint()), cleo.node.reader().namesakes());
                assertTrue(contact(cleo, takers).notTheOne());
                assertFalse(contact(cleo, clem.node.fingerprint()).notTheOne());
            }
        }
    }
}
