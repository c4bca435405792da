package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.peer.ScopedAddress;
import io.landline.room.Room;
import io.landline.session.BulkConnection;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Room CLASS = TestNode.keyed("class", "amber fox piano river");
    private static final Room OTHER_KEY = TestNode.keyed("class", "zebra fox piano river");

    @Test
    void twoNodesThatSightEachOtherProveTheirRoomAndExchangeFramesBothWays() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.sighted(b.candidate());
            b.sessions.sighted(a.candidate());
            Session atA = a.session();
            Session atB = b.session();
            assertEquals(b.identity.fingerprint(), atA.peer());
            assertEquals(Set.of(CLASS.id()), atA.joined());
            assertEquals(Set.of(CLASS.id()), atB.joined());
            assertEquals(new PeerName("node 1"), atA.name());
            for (int i = 0; i < 300; i++) atA.send(Lane.CHAT, TestNode.chat("a" + i));
            for (int i = 0; i < 300; i++) assertTrue(atB.offer(Lane.CHAT, TestNode.chat("b" + i)));
            a.recorder.await("frame b299");
            b.recorder.await("frame a299");
            assertEquals(numbered("frame a"), b.recorder.all("frame"));
            assertEquals(numbered("frame b"), a.recorder.all("frame"));
            assertEquals(1, a.recorder.all("opened").size());
            assertEquals(1, b.recorder.all("opened").size());
        }
    }

    private static List<String> numbered(String name) {
        return java.util.stream.IntStream.range(0, 300).mapToObj(i -> name + i).toList();
    }

    @Test
    void theSecondMeetingNeedsNoExchange() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.connect(b.address(), true);
            a.session().close(EndReason.CLOSED);
            a.recorder.await("closed");
            b.recorder.await("closed");
            a.sessions.connect(b.address(), true);
            a.recorder.awaitCount("joined", 2);
            b.recorder.awaitCount("joined", 2);
            assertEquals(2, b.recorder.all("opened").size());
        }
    }

    @Test
    void wordsThatAreTriedLeadToAPeerWithTheRoomAndJoinWhenTheyAreRight() throws Exception {
        try (TestNode a = TestNode.in(); TestNode b = TestNode.in(CLASS)) {
            b.sessions.sighted(a.candidate());
            a.sessions.sighted(b.candidate());
            a.sessions.tryRooms(List.of(OTHER_KEY));
            a.recorder.await("refused wrong-key");
            a.sessions.tryRooms(List.of());
            a.sessions.tryRooms(List.of(OTHER_KEY)); // typed again: tried again
            a.recorder.awaitCount("refused wrong-key", 2);
            a.sessions.tryRooms(List.of(CLASS));
            a.recorder.await("joined " + CLASS.id().hex());
            b.recorder.await("joined " + CLASS.id().hex());
            a.sessions.roomsChanged(List.of(CLASS), List.of());
            a.sessions.tryRooms(List.of());
            assertEquals(List.of(), a.recorder.all("left"));
        }
    }

    @Test
    void aWrongKeyIsRefusedOnBothSidesOnce() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(OTHER_KEY)) {
            a.sessions.sighted(b.candidate());
            a.recorder.await("refused wrong-key");
            b.recorder.await("refused wrong-key");
            b.sessions.sighted(a.candidate());
            a.sessions.sighted(b.candidate());
            a.sessions.connect(b.address(), true); // asked for by hand: tried again all the same
            a.recorder.awaitCount("refused wrong-key", 2);
            b.recorder.awaitCount("refused wrong-key", 2);
            assertEquals(List.of(), a.sessions.open());
            assertEquals(List.of(), a.recorder.all("opened"));
        }
    }

    /// Beside a room that is joined, so that the connection stays.
    @Test
    void aKeyThatIsRightAtTheFifthTryJoinsOnANewConnection() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN, CLASS); TestNode b = TestNode.in(TestNode.OPEN, OTHER_KEY)) {
            b.sessions.connect(a.address(), true);
            for (int tries = 1; tries <= 4; tries++) {
                b.recorder.awaitCount("refused wrong-key", tries);
                Room next = tries == 4 ? CLASS : TestNode.keyed("class", "zebra fox piano " + tries);
                b.sessions.roomsChanged(List.of(TestNode.OPEN, next), List.of());
            }
            b.recorder.await("closed " + a.identity.fingerprint().brief() + " new-key");
            b.recorder.await("joined " + CLASS.id().hex());
            assertEquals(1, a.recorder.all("refused wrong-key").size(), "who changed nothing hears of it once");
        }
    }

    @Test
    void bulkConnectionsGoBothWaysWhicheverSideWantsThem() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.connect(b.address(), true);
            Session atA = a.session();
            Session atB = b.session();
            BulkConnection dialled = atA.openBulk();
            BulkConnection wanted = atB.openBulk();
            dialled.send(FrameType.RANGE_REQUEST, new byte[8], ByteBuffer.allocate(0));
            wanted.send(FrameType.DATA, new byte[64], ByteBuffer.allocate(1024 * 1024));
            b.recorder.await("bulk-frame 96 8");
            a.recorder.await("bulk-frame 97 " + (1024 * 1024 + 64));
            b.recorder.bulk(0).send(FrameType.DATA, new byte[1], ByteBuffer.allocateDirect(1));
            a.recorder.await("bulk-frame 97 2");
            atA.openBulk();
            assertThrows(IOException.class, atA::openBulk);
            dialled.close();
            b.recorder.await("bulk-closed");
            assertFalse(dialled.isOpen());
            atA.close(EndReason.CLOSED);
            b.recorder.awaitCount("bulk-closed", 3);
            a.recorder.await("closed");
            b.recorder.await("closed");
            List<String> last = b.recorder.all("");
            assertTrue(last.getLast().startsWith("closed"), "bulk connections end before their session: " + last);
        }
    }

    /// However slowly the listener takes the news of it.
    @Test
    void aBulkConnectionThatEndsBesideItsSessionIsToldFirst() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.unhurried(Identity.generate(), 1, CLASS)) {
            b.recorder.bulkEndWaits = Duration.ofSeconds(1);
            a.sessions.connect(b.address(), true);
            BulkConnection line = a.session().openBulk();
            b.recorder.await("bulk-opened");
            line.close();
            b.recorder.await("bulk-ends");
            a.session().close(EndReason.CLOSED);
            b.recorder.awaitCount("closed", 1);
            b.recorder.awaitCount("bulk-closed", 1);
            String closed = b.recorder.all("closed").getFirst();
            List<String> told = b.recorder.all(""); // they may meet again meanwhile
            assertTrue(told.indexOf("bulk-closed") < told.indexOf(closed), "the session ends last: " + told);
        }
    }

    @Test
    void gatheredFramesComeInOrderWithTheNextOneThatIsSentOrWhenPushed() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.connect(b.address(), true);
            BulkConnection line = a.session().openBulk();
            for (int n = 1; n <= 20; n++) line.gather(FrameType.DATA, new byte[n], ByteBuffer.allocate(4 * 1024));
            line.gather(FrameType.DATA, new byte[12], ByteBuffer.allocate(1024 * 1024));
            line.push();
            b.recorder.await("bulk-frame 97 " + (1024 * 1024 + 12));
            line.gather(FrameType.DATA, new byte[2], ByteBuffer.allocate(0));
            line.send(FrameType.DATA, new byte[3], ByteBuffer.allocate(0));
            b.recorder.await("bulk-frame 97 3");
            List<String> came = b.recorder.all("bulk-frame");
            assertEquals("bulk-frame 97 4097", came.getFirst());
            assertEquals("bulk-frame 97 4116", came.get(19));
            assertEquals(23, came.size());
        }
    }

    /// However slowly the listener takes the news of one.
    @Test
    void aBulkConnectionTakesOnePlaceFromTheMomentItIsWanted() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.connect(b.address(), true);
            Session atA = a.session();
            Session atB = b.session();
            atA.openBulk();
            var told = new CountDownLatch(1);
            a.recorder.bulksTold = told;
            atB.openBulk();
            a.recorder.awaitCount("bulk-opened", 2);
            a.recorder.bulksTold = new CountDownLatch(0);
            atA.openBulk();
            assertThrows(IOException.class, atA::openBulk);
            b.recorder.awaitCount("bulk-opened", 3);
            assertThrows(IOException.class, atB::openBulk);
            told.countDown();
        }
    }

    @Test
    void aNodeThatClosesSaysFarewellWithinTwoSeconds() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            a.sessions.connect(b.address(), true);
            a.session();
            b.session();
            long began = System.nanoTime();
            a.sessions.close();
            System.out.println("closing took " + (System.nanoTime() - began) / 1_000_000 + " ms");
            assertEquals(1, a.recorder.all("closed").size());
            b.recorder.await("closed " + a.identity.fingerprint().brief() + " leaving");
            assertEquals(List.of(), b.recorder.all("is-there"));
        }
    }

    @Test
    void roomsThatComeAndGoAreJoinedAndLeftWithinTheSession() throws Exception {
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS, TestNode.OPEN)) {
            a.sessions.connect(b.address(), true);
            a.session();
            a.sessions.roomsChanged(List.of(CLASS, TestNode.OPEN), List.of());
            a.recorder.await("joined " + TestNode.OPEN.id().hex());
            b.recorder.await("joined " + TestNode.OPEN.id().hex());
            b.sessions.roomsChanged(List.of(TestNode.OPEN), List.of());
            a.recorder.await("left " + CLASS.id().hex());
            b.recorder.await("left " + CLASS.id().hex());
            assertEquals(Set.of(TestNode.OPEN.id()), a.sessions.open().getFirst().joined());
            b.sessions.roomsChanged(List.of(), List.of());
            a.recorder.await("closed");
            b.recorder.await("closed");
        }
    }

    @Test
    void aNewNameReachesWhoIsConnected() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); TestNode b = TestNode.in(TestNode.OPEN)) {
            a.sessions.connect(b.address(), true);
            Session atA = a.session();
            b.session().send(Lane.CHAT, TestNode.chat("one"));
            b.sessions.nameChanged(new PeerName("Ада"));
            b.session().send(Lane.CHAT, TestNode.chat("two")); // goes after the hello, which is the session's own
            a.recorder.await("frame two");
            assertEquals(new PeerName("Ада"), atA.name());
        }
    }

    @Test
    void h06_ourselvesAndACopyOfOurProfileAreToldApart() throws Exception {
        Identity identity = Identity.generate();
        try (TestNode a = TestNode.of(identity, 1, TestNode.OPEN);
                TestNode copy = TestNode.of(identity, 2, TestNode.OPEN)) {
            a.sessions.connect(a.address(), true);
            a.recorder.await("ourselves");
            a.sessions.connect(copy.address(), true);
            a.recorder.await("twice");
            copy.recorder.await("twice");
            assertEquals(List.of(), copy.recorder.all("met"));
        }
    }

    @Test
    void h06_aCopyOfOurProfileIsToldOnceHoweverOftenItIsMet() throws Exception {
        Identity identity = Identity.generate();
        try (TestNode a = TestNode.of(identity, 1, TestNode.OPEN);
                TestNode copy = TestNode.of(identity, 2, TestNode.OPEN)) {
            for (int i = 1; i <= 3; i++) {
                a.sessions.connect(copy.address(), true);
                a.recorder.awaitCount("connect-failed", i);
            }
            assertEquals(1, a.recorder.all("twice").size());
            copy.recorder.await("twice");
            assertEquals(1, copy.recorder.all("twice").size());
        }
    }

    @Test
    void anEndpointOfAPeerWhereWeOurselvesAnswerIsDroppedUntilTheNetworkChanges() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS); TestNode b = TestNode.quickIn(CLASS)) {
            // alone first: where both are tried at once, the other one may be reached before this one has answered
            a.sessions.sighted(new Candidate(b.identity.fingerprint(), 1, List.of(a.endpoint()),
                    List.of(CLASS.listing()), true));
            assertEquals(1, a.recorder.awaitCount("ourselves", 1).size());
            var candidate = new Candidate(b.identity.fingerprint(), 1, List.of(a.endpoint(), b.endpoint()),
                    List.of(CLASS.listing()), true);
            a.sessions.sighted(candidate);
            assertEquals(b.endpoint(), a.session().endpoint());
            b.session().close(EndReason.CLOSED);
            a.recorder.await("closed");
            a.sessions.sighted(candidate);
            a.recorder.awaitCount("joined", 2);
            assertEquals(1, a.recorder.all("ourselves").size());
            a.sessions.addressesChanged(Set.of(new ScopedAddress(a.endpoint().address())));
            var nobody = new Candidate(Identity.generate().fingerprint(), 1, List.of(a.endpoint()),
                    List.of(CLASS.listing()), true);
            // b is tried first where it was met last, and might be reached before the other endpoint is tried
            a.sessions.sighted(nobody);
            a.recorder.awaitCount("ourselves", 2);
        }
    }

    @Test
    void aTypedAddressWhereWeOurselvesAnswerIsTriedOnce() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS); TestNode gone = TestNode.quickIn(CLASS)) {
            gone.sessions.close();
            a.sessions.connect(a.address(), false);
            a.recorder.await("connect-failed");
            a.sessions.connect(gone.address(), true);
            a.recorder.await("connect-failed");
            assertEquals(1, a.recorder.all("ourselves").size());
        }
    }

    @Test
    void h20_anotherKeyAtThePlaceOfAPeerHearsNothing() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS);
                TestNode b = TestNode.quickIn(CLASS);
                TestNode wanted = TestNode.quickIn(CLASS)) {
            wanted.sessions.close();
            a.sessions.sighted(new Candidate(wanted.identity.fingerprint(), 1, List.of(b.endpoint(), wanted.endpoint()),
                    List.of(CLASS.listing()), true));
            a.sessions.connect(wanted.address(), true);
            a.recorder.await("connect-failed");
            assertEquals(List.of(), b.recorder.all(""));
            assertEquals(List.of(), a.recorder.all("met"));
        }
    }

    @Test
    void ofSeveralEndpointsTheOneThatLeadsToThePeerWins() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS);
                TestNode b = TestNode.quickIn(CLASS);
                TestNode wanted = TestNode.quickIn(CLASS)) {
            a.sessions.sighted(new Candidate(wanted.identity.fingerprint(), 1, List.of(b.endpoint(), wanted.endpoint()),
                    List.of(CLASS.listing()), true));
            assertEquals(wanted.identity.fingerprint(), a.session().peer());
            assertEquals(wanted.endpoint(), a.session().endpoint());
        }
    }

    @Test
    void nobodyAtATypedAddressIsToldOnceWithTheReason() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS); TestNode gone = TestNode.quickIn(CLASS)) {
            gone.sessions.close();
            a.sessions.connect(gone.address(), false);
            String line = a.recorder.await("connect-failed");
            assertTrue(line.endsWith(" REFUSED"), line);
        }
    }

    @Test
    void aTypedAddressIsTriedUntilItWorks() throws Exception {
        try (TestNode a = TestNode.quickIn(CLASS); TestNode gone = TestNode.quickIn(CLASS)) {
            gone.sessions.close();
            a.sessions.connect(gone.address(), false);
            a.recorder.await("connect-failed");
            try (var b = TestNode.at(gone.port, CLASS)) {
                assertEquals(b.identity.fingerprint(), a.session().peer());
                assertEquals(1, a.recorder.all("connect-failed").size());
            }
        }
    }
}
