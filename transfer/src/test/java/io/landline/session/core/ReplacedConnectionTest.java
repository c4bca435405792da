package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplacedConnectionTest {
    private final Identity smaller;
    private final Identity larger;

    ReplacedConnectionTest() {
        Identity one = Identity.generate();
        Identity other = Identity.generate();
        boolean ordered = one.fingerprint().compareTo(other.fingerprint()) < 0;
        smaller = ordered ? one : other;
        larger = ordered ? other : one;
    }

    @Test
    void theSmallerFingerprintReplacesTheOlderConnectionWithoutAnEventOrALostFrame() throws Exception {
        try (TestNode node = TestNode.unhurried(smaller, 1, TestNode.OPEN);
                ScriptedPeer old = ScriptedPeer.joined(node, larger, 5)) {
            Session session = node.session();
            session.send(Lane.CHAT, TestNode.chat("by the old one"));
            try (ScriptedPeer newer = ScriptedPeer.joined(node, larger, 5)) {
                Frame last = old.await(FrameType.CLOSING);
                assertEquals(EndReason.REPLACED, SessionFrames.closingReason(last));
                newer.send(TestNode.chat("second"));
                old.send(TestNode.chat("first")); // was on its way: it still counts, and comes first
                old.send(SessionFrames.closing(EndReason.REPLACED));
                node.recorder.await("frame second");
                assertEquals(List.of("frame first", "frame second"), node.recorder.all("frame"));
                session.send(Lane.CHAT, TestNode.chat("by the new one"));
                newer.await(FrameType.HAVE);
                assertTrue(session.isOpen());
                assertEquals(1, node.recorder.all("opened").size());
                assertEquals(1, node.recorder.all("joined").size());
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    @Test
    void theLargerFingerprintLeavesItToTheSmallerOneToSayWhichGoes() throws Exception {
        try (TestNode node = TestNode.of(larger, 1, TestNode.OPEN);
                ScriptedPeer old = ScriptedPeer.joined(node, smaller, 5)) {
            Session session = node.session();
            try (ScriptedPeer newer = ScriptedPeer.joined(node, smaller, 5)) {
                old.send(TestNode.chat("first"));
                old.send(SessionFrames.closing(EndReason.REPLACED));
                newer.send(TestNode.chat("second"));
                node.recorder.await("frame second");
                assertEquals(List.of("frame first", "frame second"), node.recorder.all("frame"));
                session.send(Lane.CHAT, TestNode.chat("by the new one"));
                newer.await(FrameType.HAVE);
                old.awaitEnd();
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    /// The two sides of two connections dialled at once may prove them in different order.
    @Test
    void whatComesByTheConnectionThatGoesIsReadAtOnceAlsoWhereTheOneThatStaysWasProvenFirst() throws Exception {
        try (TestNode node = TestNode.of(larger, 1, TestNode.OPEN);
                ScriptedPeer goes = ScriptedPeer.dial(node, smaller)) {
            assertEquals(FrameType.HELLO, goes.receive().type());
            try (ScriptedPeer stays = ScriptedPeer.joined(node, smaller, 5)) {
                node.session();
                goes.hello(5);
                goes.sayNothingIsProven();
                goes.send(SessionFrames.PING);
                goes.await(FrameType.PONG);
                goes.send(TestNode.chat("first"));
                goes.send(SessionFrames.closing(EndReason.REPLACED));
                goes.awaitEnd();
                stays.send(TestNode.chat("second"));
                node.recorder.await("frame second");
                assertEquals(List.of("frame first", "frame second"), node.recorder.all("frame"));
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    /// The peer has joined a room by our proofs on both, and sends by the one that goes, before its own proof there was
    /// read.
    @Test
    void whatComesByTheConnectionThatGoesIsReadAlsoWhereItIsProvenLast() throws Exception {
        try (TestNode node = TestNode.unhurried(smaller, 1, TestNode.OPEN);
                var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ScriptedPeer goes = ScriptedPeer.dial(node, larger)) {
            assertEquals(FrameType.HELLO, goes.receive().type());
            goes.hello(5);
            goes.await(FrameType.PROVEN);
            Thread.ofVirtual()
                    .start(() -> connect(node,
                            new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort())));
            try (ScriptedPeer stays = ScriptedPeer.accept(listener, larger)) {
                stays.hello(5);
                stays.sayNothingIsProven();
                node.session();
                goes.sayNothingIsProven();
                goes.send(TestNode.chat("first"));
                assertEquals(EndReason.REPLACED, SessionFrames.closingReason(goes.await(FrameType.CLOSING)));
                stays.send(TestNode.chat("third"));
                goes.send(TestNode.chat("second"));
                goes.send(SessionFrames.closing(EndReason.REPLACED));
                node.recorder.await("frame third");
                assertEquals(List.of("frame first", "frame second", "frame third"), node.recorder.all("frame"));
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    @Test
    void aPeerThatSendsByANewerConnectionOnlyIsFollowedThere() throws Exception {
        try (TestNode node = TestNode.handingOverSoon(larger, TestNode.OPEN);
                ScriptedPeer dead = ScriptedPeer.joined(node, smaller, 5)) {
            Session session = node.session();
            dead.send(TestNode.chat("first"));
            node.recorder.await("frame first");
            try (ScriptedPeer newer = ScriptedPeer.joined(node, smaller, 5)) {
                newer.send(TestNode.chat("second"));
                node.recorder.await("frame second");
                session.send(Lane.CHAT, TestNode.chat("by the new one"));
                newer.await(FrameType.HAVE);
                dead.awaitEnd();
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    @Test
    void aSessionWhoseConnectionBreaksGoesOnByTheOneThatStandsBy() throws Exception {
        try (TestNode node = TestNode.of(larger, 1, TestNode.OPEN);
                ScriptedPeer breaks = ScriptedPeer.joined(node, smaller, 5)) {
            node.session();
            try (ScriptedPeer newer = ScriptedPeer.joined(node, smaller, 5)) {
                newer.send(SessionFrames.PING);
                newer.await(FrameType.PONG);
                breaks.link.close();
                newer.send(TestNode.chat("on"));
                node.recorder.await("frame on");
                assertEquals(List.of(), node.recorder.all("closed"));
            }
            node.recorder.await("closed");
        }
    }

    @Test
    void h94_aNewRunEndsTheSessionOfTheOldOneBeforeItsOwnOpens() throws Exception {
        try (TestNode node = TestNode.of(smaller, 1, TestNode.OPEN);
                ScriptedPeer before = ScriptedPeer.joined(node, larger, 5)) {
            node.session();
            try (ScriptedPeer after = ScriptedPeer.joined(node, larger, 6)) {
                after.send(TestNode.chat("hello again"));
                node.recorder.await("frame hello again");
                before.awaitEnd();
                String name = larger.fingerprint().brief();
                List<String> lines = node.recorder.all("")
                        .stream()
                        .filter(l -> l.startsWith("opened") || l.startsWith("closed"))
                        .toList();
                assertEquals(List.of("opened " + name + " run 5", "closed " + name + " restarted",
                        "opened " + name + " run 6"), lines);
                assertEquals(1, node.sessions.open().size());
            }
        }
    }

    @Test
    void h94_anOldRunDoesNotReplaceANewOne() throws Exception {
        try (TestNode node = TestNode.of(smaller, 1, TestNode.OPEN);
                ScriptedPeer now = ScriptedPeer.joined(node, larger, 6)) {
            node.session();
            try (ScriptedPeer ghost = ScriptedPeer.joined(node, larger, 5)) {
                ghost.awaitEnd();
                now.send(TestNode.chat("here"));
                node.recorder.await("frame here");
                assertEquals(List.of(), node.recorder.all("closed"));
            }
        }
    }

    @Test
    void connectionsOfOnePeerAreBounded() throws Exception {
        var dialled = new ArrayList<ScriptedPeer>();
        try (TestNode node = TestNode.of(larger, 1, TestNode.OPEN)) {
            for (int i = 0; i < PeerConnections.MAX + 3; i++) {
                ScriptedPeer one = ScriptedPeer.joined(node, smaller, 5);
                one.send(SessionFrames.PING);
                dialled.add(one);
            }
            for (ScriptedPeer one : dialled.subList(1, 4)) one.awaitEnd(); // the first is the one in use
            dialled.getLast().await(FrameType.PONG);
            assertEquals(List.of(), node.recorder.all("closed"));
        } finally {
            dialled.forEach(ScriptedPeer::close);
        }
    }

    /// Both dial at the same moment; each sends from the first moment on. One session, each frame once, in order.
    @Test
    void h25_simultaneousConnectsEndInOneSessionThatLosesNothing() throws Exception {
        int rounds = 50;
        int frames = 20;
        for (int round = 0; round < rounds; round++) {
            try (TestNode a = TestNode.unhurried(smaller, 10 + round, TestNode.OPEN);
                    TestNode b = TestNode.unhurried(larger, 10 + round, TestNode.OPEN)) {
                var go = new CountDownLatch(1);
                Thread first = Thread.ofVirtual().start(() -> connectAt(go, a, b));
                Thread second = Thread.ofVirtual().start(() -> connectAt(go, b, a));
                go.countDown();
                Session atA = a.session();
                Session atB = b.session();
                for (int i = 0; i < frames; i++) {
                    atA.send(Lane.CHAT, TestNode.chat("a" + i));
                    atB.send(Lane.CHAT, TestNode.chat("b" + i));
                }
                first.join();
                second.join();
                assertEquals(IntStream.range(0, frames).mapToObj(i -> "frame b" + i).toList(),
                        a.recorder.awaitCount("frame", frames));
                assertEquals(IntStream.range(0, frames).mapToObj(i -> "frame a" + i).toList(),
                        b.recorder.awaitCount("frame", frames));
                assertEquals(1, a.recorder.all("opened").size(), "round " + round);
                assertEquals(1, b.recorder.all("opened").size(), "round " + round);
                assertEquals(List.of(), a.recorder.all("closed"), "round " + round);
                assertEquals(List.of(), b.recorder.all("closed"), "round " + round);
            }
        }
    }

    private static void connectAt(CountDownLatch go, TestNode from, TestNode to) {
        try {
            go.await();
            connect(from, to.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void connect(TestNode from, InetSocketAddress to) {
        from.sessions.connect(to, true);
    }
}
