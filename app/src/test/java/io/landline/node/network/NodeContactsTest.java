package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.RefusalReason;
import io.landline.identity.Identity;
import io.landline.node.BlockList;
import io.landline.node.LoopbackNodes;
import io.landline.node.RunningForTest;
import io.landline.node.conversation.History.Question;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerLeft;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// People as a window asks for them, of real nodes on the loopback interface.
class NodeContactsTest extends LoopbackNodes {
    private static Contact contact(RunningForTest of, Fingerprint peer) {
        @Nullable
        Contact contact = of.node.contacts().contact(peer);
        assertNotNull(contact);
        return contact;
    }

    @Test
    void aMemberIsListedWhileHereAndWhileAway() throws Exception {
        try (var ada = start("Ada")) {
            Fingerprint bobs;
            try (var bob = start("Bob")) {
                bobs = bob.node.fingerprint();
                ada.awaitJoined(bob);
                Contact here = contact(ada, bobs);
                assertEquals("Bob", here.name());
                assertTrue(here.here() && here.connected() && here.member());
                assertFalse(here.verified() || here.blocked() || here.notTheOne());
                assertEquals(List.of("#class"), here.rooms());
                assertEquals(List.of("#class"), here.listed());
                assertEquals(List.of(here), ada.node.contacts().contacts());
            }
            ada.await(PeerLeft.class, e -> e.person().peer().equals(bobs));
            Contact away = ada.node.contacts().contacts().getFirst();
            assertEquals("Bob", away.name());
            assertTrue(away.member());
            assertFalse(away.here() || away.connected());
            assertFalse(away.endpoints().isEmpty());
        }
    }

    @Test
    void strangersWhoAreHereComeLastAndTheirRoomsAreAbout() throws Exception {
        var other = new RequestedRoom(new RoomName("Anglers"), false, "some other words entirely");
        var open = new RequestedRoom(new RoomName("lobby"), true, null);
        try (var ada = start("Ada");
                var zoe = start("Zoe");
                var abe = RunningForTest.start(folder, "Abe", udpPort, other);
                var cem = RunningForTest.start(folder, "Cem", udpPort, open);
                var dan = RunningForTest.start(folder, "Dan", udpPort, open)) {
            ada.awaitJoined(zoe);
            for (var each : List.of(abe, cem, dan)) {
                ada.await(PeerAppeared.class, e -> e.person().peer().equals(each.node.fingerprint()));
            }
            assertEquals(List.of("Zoe", "Abe", "Cem", "Dan"),
                    ada.node.contacts().contacts().stream().map(Contact::name).toList());
            assertFalse(contact(ada, abe.node.fingerprint()).member());
            assertEquals(List.of(new RoomAbout("lobby", "#lobby (open)", true, 2),
                    new RoomAbout("Anglers", "#Anglers", false, 1)), ada.node.contacts().roomsAbout());
            Fingerprint abes = abe.node.fingerprint();
            assertEquals(Code.NOT_POSSIBLE,
                    assertThrows(CommandException.class, () -> ada.node.contacts().setVerified(abes, true)).code());
            assertEquals(Code.NOT_POSSIBLE,
                    assertThrows(CommandException.class, () -> ada.node.contacts().setBlocked(abes, true)).code());
        }
    }

    @Test
    void nobodyKnowsSomebodyNeverHeardOfButTheSafetyNumberIsTheirs() throws Exception {
        Fingerprint nobody = Identity.generate().fingerprint();
        try (var ada = start("Ada")) {
            assertNull(ada.node.contacts().contact(nobody));
            assertEquals(nobody.brief(), ada.node.contacts().safety(nobody).name());
            assertTrue(ada.node.contacts().safety(nobody).number().matches("(\\d{5} ){5}\\d{5}"));
        }
    }

    @Test
    void whoWasVerifiedStaysSoUntilThatIsTakenBack() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            Fingerprint bobs = bob.node.fingerprint();
            ada.node.contacts().setVerified(bobs, true);
            assertTrue(contact(ada, bobs).verified());
            assertTrue(ada.node.contacts().safety(bobs).verified());
            assertEquals(ada.node.contacts().safety(bobs).number(),
                    bob.node.contacts().safety(ada.node.fingerprint()).number());
            ada.node.contacts().setVerified(bobs, false);
            assertFalse(contact(ada, bobs).verified());
        }
    }

    @Test
    void whoeverShowsAPersonHearsThatTheyWereVerifiedAlsoByACommand() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            Fingerprint bobs = bob.node.fingerprint();
            ada.node.chats().say(bobs.hex(), "hello");
            var changes = new LinkedBlockingQueue<String>();
            try (var _ = ada.node.chats().watch(changes::add)) {
                ada.node.contacts().setVerified(bobs, true);
                assertTrue(changes.contains("#class") && changes.contains(bobs.hex()), changes.toString());
            }
        }
    }

    @Test
    void aBlockedPeersSessionEndsAndNoneIsMadeUntilThatIsTakenBack() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            Fingerprint bobs = bob.node.fingerprint();
            int position = ada.position();
            int bobPosition = bob.position();
            ada.node.contacts().setBlocked(bobs, true);
            ada.await(SessionClosed.class, e -> e.peer().equals(bobs), position);
            assertTrue(contact(ada, bobs).blocked());
            bob.node.contacts().connect("127.0.0.1:" + ada.node.status().tcpPort());
            assertEquals(RefusalReason.BLOCKED,
                    bob.await(Refused.class, e -> e.peer().equals(ada.node.fingerprint()), bobPosition).reason());
            assertFalse(contact(ada, bobs).connected());
            int unblocked = ada.position();
            ada.node.contacts().setBlocked(bobs, false);
            ada.await(Joined.class, e -> e.peer().equals(bobs), unblocked);
            assertFalse(contact(ada, bobs).blocked());
        }
    }

    @Test
    void whatOthersHandOnOfABlockedPersonIsNotTakenUntilThatIsTakenBack() throws Exception {
        try (var bob = start("Bob"); var carol = start("Carol")) {
            Fingerprint bobs = bob.node.fingerprint();
            carol.awaitJoined(bob);
            bob.awaitJoined(carol);
            try (var ada = start("Ada")) {
                ada.awaitJoined(bob);
                bob.awaitJoined(ada);
                bob.node.chats().say("#class", "before");
                ada.await(Message.class, e -> e.text().equals("before"));
                carol.await(Message.class, e -> e.text().equals("before"));
                ada.node.contacts().setBlocked(bobs, true);
                assertEquals(List.of("before"), texts(ada));
            }
            bob.node.chats().say("#class", "handed on");
            carol.await(Message.class, e -> e.text().equals("handed on"));
            carol.node.chats().say("#class", "after it");
            try (var ada = start("Ada")) {
                ada.await(Message.class, e -> e.text().equals("after it"));
                assertEquals(List.of("before", "after it"), texts(ada));
                var changes = new LinkedBlockingQueue<String>();
                try (var _ = ada.node.chats().watch(changes::add)) {
                    ada.node.contacts().setBlocked(bobs, false);
                    while (listed(ada).size() < 3) {
                        assertNotNull(changes.poll(60, TimeUnit.SECONDS), "Carol has all of it");
                    }
                }
                assertEquals(List.of("before", "handed on", "after it"), texts(ada));
            }
        }
    }

    /// Their messages came by others, so there is no name to type.
    @Test
    void aMemberWhoWasNeverMetIsBlockedByTheFirstDigits() throws Exception {
        try (var carol = start("Carol")) {
            Fingerprint bobs;
            try (var bob = start("Bob")) {
                bobs = bob.node.fingerprint();
                carol.awaitJoined(bob);
                bob.node.chats().say("#class", "handed on");
                carol.await(Message.class, e -> e.text().equals("handed on"));
            }
            try (var ada = start("Ada")) {
                ada.await(Message.class, e -> e.text().equals("handed on"));
                BlockList list = ada.node.reader().blockList();
                assertEquals(bobs, list.find(bobs.brief(), true).peer());
                ada.node.contacts().setBlocked(bobs, true);
                assertEquals(List.of(bobs), list.all().stream().map(BlockList.Person::peer).toList());
                assertTrue(list.find(bobs.hex(), false).blocked());
            }
        }
    }

    @Test
    void whoIsBlockedNoMoreIsToldOfAtOnceAndWhoStillIsIsNotAfterARestart() throws Exception {
        try (var bob = start("Bob")) {
            Fingerprint bobs = bob.node.fingerprint();
            try (var ada = start("Ada")) {
                ada.awaitJoined(bob);
                ada.node.contacts().setBlocked(bobs, true);
                bob.node.chats().say("#class", "while blocked");
                int unblocked = ada.position();
                ada.node.contacts().setBlocked(bobs, false);
                ada.await(Joined.class, e -> e.peer().equals(bobs), unblocked);
                ada.await(Message.class, e -> e.text().equals("while blocked"));
                ada.node.contacts().setBlocked(bobs, true);
            }
            int position = bob.position();
            try (var ada = start("Ada")) {
                Fingerprint adas = ada.node.fingerprint();
                // nobody dials a blocked peer, not even so
                ada.node.contacts().connect("127.0.0.1:" + bob.node.status().tcpPort());
                bob.node.contacts().connect("127.0.0.1:" + ada.node.status().tcpPort());
                assertEquals(RefusalReason.BLOCKED,
                        bob.await(Refused.class, e -> e.peer().equals(adas), position).reason());
                assertFalse(contact(ada, bobs).connected());
                int unblocked = ada.position();
                ada.node.contacts().setBlocked(bobs, false);
                bob.node.chats().say("#class", "after a restart");
                ada.await(Message.class, e -> e.text().equals("after a restart"), unblocked);
            }
        }
    }

    private static List<String> listed(RunningForTest node) throws CommandException {
        return node.node.reader()
                .history(Question.newest("#class", 10))
                .messages()
                .stream()
                .map(Message::text)
                .toList();
    }

    /// To be asked while nothing comes: it looks twice.
    private static List<String> texts(RunningForTest node) throws CommandException {
        List<String> listed = listed(node);
        List<String> shown = node.node.chats()
                .page("#class", null, 10)
                .items()
                .stream()
                .map(each -> ((TimelineItem.Text) each).text())
                .toList();
        assertEquals(listed, shown, "the command line and the window");
        return listed;
    }

    @Test
    void h42_anotherKeyUnderANameThatLooksTheSameIsNotTheOneMetBefore() throws Exception {
        try (var ada = start("Ada"); var max = start("Max")) {
            ada.awaitJoined(max);
            try (var other = RunningForTest.start(folder.resolve("other"), "M\u0430x", udpPort,
                    RunningForTest.room())) {
                ada.awaitJoined(other);
                assertTrue(contact(ada, other.node.fingerprint()).notTheOne());
                assertFalse(contact(ada, max.node.fingerprint()).notTheOne());
                ada.node.contacts().setVerified(other.node.fingerprint(), true);
                assertFalse(contact(ada, other.node.fingerprint()).notTheOne());
            }
        }
    }

    @Test
    void whatIsNoAddressIsRefused() throws Exception {
        try (var ada = start("Ada")) {
            for (String text : List.of("", "a b", "host:0", "host:65536", "[::1")) {
                assertEquals(Code.MALFORMED,
                        assertThrows(CommandException.class, () -> ada.node.contacts().connect(text)).code());
            }
        }
    }
}
