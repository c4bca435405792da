package io.landline.session.core;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.handshake.Hello;
import io.landline.handshake.LogListener;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.accept.UnprovenConnections;
import io.landline.session.members.MemberFrames;
import io.landline.session.wire.FrameRateLimit;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePeersTest {
    private static final Room CLASS = TestNode.keyed("class", "amber fox piano river");

    @Test
    void h16_h17_fiveHundredSilentConnectionsDoNotShutOutARealPeer() throws Exception {
        var silent = new ArrayList<Socket>();
        try (TestNode a = TestNode.in(CLASS); TestNode b = TestNode.in(CLASS)) {
            for (int i = 0; i < 500; i++) silent.add(new Socket(InetAddress.getLoopbackAddress(), a.port));
            long began = System.nanoTime();
            b.sessions.connect(a.address(), true);
            b.session();
            System.out.println("a real peer connected in " + (System.nanoTime() - began) / 1_000_000 + " ms");
            int hungUp = 0;
            for (Socket socket : silent) {
                socket.setSoTimeout(1);
                if (isHungUp(socket)) hungUp++;
            }
            assertTrue(silent.size() - hungUp <= UnprovenConnections.OPEN_MAX, hungUp + " of 500 were hung up on");
        } finally {
            for (Socket socket : silent) socket.close();
        }
    }

    private static boolean isHungUp(Socket socket) {
        try {
            return socket.getInputStream().read() == -1;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void h16_aConnectionThatDripsIsClosedWhenTheWholeHandshakeTakesTooLong() throws Exception {
        try (TestNode a = TestNode.hastyIn(CLASS); var drip = new Socket(InetAddress.getLoopbackAddress(), a.port)) {
            drip.setSoTimeout(Patience.MILLIS);
            // a ClientHello that never ends
            drip.getOutputStream().write(HexFormat.of().parseHex("1603010200010001fc0303"));
            assertEquals(-1, readOrEnd(drip));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "SSH-2.0-OpenSSH_9.9\r\n",
            "POST /api/localsend/v2/register HTTP/1.1\r\n", "\0", "\u0015\u0003\u0001\0\2\1\0", "HELO mail\r\n",
            "\u0016\u0003\u0001\0\u0007GARBAGE"})
    void h18_h19_whoSpeaksSomethingElseIsHungUpOnAndASessionBesideItGoesOn(String banner) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer good = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            try (var other = new Socket(InetAddress.getLoopbackAddress(), a.port)) {
                other.setSoTimeout(Patience.MILLIS);
                other.getOutputStream().write(banner.getBytes(US_ASCII));
                good.send(SessionFrames.PING);
                good.await(FrameType.PONG);
                while (readOrEnd(other) != -1) {}
            }
            good.send(TestNode.chat("still here"));
            a.recorder.await("frame still here");
        }
    }

    private static int readOrEnd(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return -1; // reset
        }
    }

    /// Before the hello, greeted in a room of no common name, and proven: what has no business there ends the
    /// connection.
    @ParameterizedTest
    @ValueSource(ints = {0x00, FrameType.BULK_WANTED, FrameType.BULK_TOKEN_REQUEST, FrameType.BULK_TOKEN, 0x15,
            FrameType.HAVE, FrameType.ACCEPT, FrameType.DATA, 0x7f})
    void h34_aFrameBeforeItsTimeEndsTheConnection(int type) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); ScriptedPeer early = ScriptedPeer.dial(a, Identity.generate())) {
            early.receive();
            early.send(new Frame(type, new byte[2]));
            early.awaitEnd();
            assertEquals(List.of(), a.recorder.all("opened"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, FrameType.BULK, 0x0a, 0x15, FrameType.RANGE_REQUEST, FrameType.DATA, 0x7f})
    void h34_aFrameThatHasNoBusinessInASessionEndsIt(int type) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.send(new Frame(type, new byte[2]));
            peer.awaitEnd();
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
        }
    }

    @Test
    void h38_whoBreaksTheProtocolAtEachConnectionIsOneLineOfTheLog() throws Exception {
        Identity hostile = Identity.generate();
        try (var log = new LogListener(); TestNode a = TestNode.in(TestNode.OPEN)) {
            for (int i = 1; i <= 3; i++) {
                try (ScriptedPeer peer = ScriptedPeer.dial(a, hostile)) {
                    peer.receive();
                    peer.hello(1);
                    peer.send(new Frame(FrameType.DATA, new byte[2]));
                    peer.awaitEnd();
                }
            }
            String line = "closing the connection to " + hostile.fingerprint();
            assertEquals(1, log.from(Level.INFO).stream().filter(each -> each.getMessage().startsWith(line)).count());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {FrameType.OPTIONAL_MIN, 0xff})
    void h34_anUnknownOptionalFrameIsSkipped(int type) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.send(new Frame(type, new byte[Frame.CONTROL_BODY_BYTES_MAX]));
            peer.send(TestNode.chat("after it"));
            a.recorder.await("frame after it");
        }
    }

    @Test
    void h10_whatIsToldOfMembersUnaskedIsIgnoredAndWhatIsNoAddressEndsTheConnection() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                TestNode victim = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            var told = new MemberFrames.Member(victim.identity.fingerprint(), victim.endpoint());
            peer.send(new MemberFrames.Answer(TestNode.OPEN.id(), List.of(told)).toFrame());
            peer.send(TestNode.chat("after it"));
            a.recorder.await("frame after it");
            peer.send(new Frame(FrameType.MEMBERS, "{\"room\":7}".getBytes(US_ASCII)));
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
            assertEquals(List.of(), victim.recorder.all(""));
        }
    }

    @Test
    void h10_aMemberThatNamesOurOwnLoopbackLeadsToNoAttempt() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                TestNode victim = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.await(FrameType.MEMBERS_WANTED);
            var told = new MemberFrames.Member(victim.identity.fingerprint(), victim.endpoint());
            peer.send(new MemberFrames.Answer(TestNode.OPEN.id(), List.of(told)).toFrame());
            peer.send(TestNode.chat("after it"));
            a.recorder.await("frame after it");
            peer.send(SessionFrames.PING);
            peer.await(FrameType.PONG);
            assertEquals(List.of(), victim.recorder.all(""));
        }
    }

    @Test
    void h34_aLongFrameIsReadOnlyAfterARoomIsJoined() throws Exception {
        var longer = new Frame(FrameType.OPTIONAL_MIN, new byte[Frame.HANDSHAKE_BODY_BYTES_MAX + 1]);
        var tooLong = new Frame(FrameType.OPTIONAL_MIN, new byte[Frame.CONTROL_BODY_BYTES_MAX + 1]);
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1);
                ScriptedPeer early = ScriptedPeer.dial(a, Identity.generate())) {
            early.receive();
            sendUntilHungUp(early, longer);
            early.awaitEnd();
            a.session();
            peer.send(longer);
            peer.send(TestNode.chat("after it"));
            a.recorder.await("frame after it");
            sendUntilHungUp(peer, tooLong);
            a.recorder.await("closed");
        }
    }

    private static void sendUntilHungUp(ScriptedPeer peer, Frame frame) {
        try {
            peer.send(frame);
        } catch (IOException e) {
            assertTrue(true, "hung up while we were sending");
        }
    }

    @Test
    void h27_aSecondHelloOfAnotherRunEndsTheSession() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.hello(2);
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
        }
    }

    @Test
    void h21_aPeerThatFallsSilentIsGone() throws Exception {
        try (TestNode a = TestNode.attentiveIn(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            assertEquals(FrameType.PING, peer.await(FrameType.PING).type());
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " silent");
            a.recorder.awaitCount("is-there " + peer.identity.fingerprint().brief(), 1);
        }
    }

    /// A recorded stream of the peer, cut at every so many bytes: whole frames are delivered, the cut one never.
    @Test
    void h22_aConnectionCutAnywhereDeliversWholeFramesOnly() throws Exception {
        try (TestNode a = TestNode.quickIn(TestNode.OPEN)) {
            for (int cut = 1; cut < 12; cut++) {
                try (ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
                    a.recorder.awaitCount("joined", cut);
                    var out = peer.link.output();
                    byte[] two = HexFormat.of().parseHex("000002" + "20" + "6f6b" + "000007" + "20" + "62726f6b656e21");
                    out.write(two, 0, 6 + Math.min(cut, 10));
                    out.flush();
                    peer.link.raw().setSoLinger(cut % 2 == 0, 0); // every second one by a reset
                    a.recorder.awaitCount("frame ok", cut);
                    peer.link.close();
                    a.recorder.awaitCount("closed", cut);
                }
            }
            assertEquals(11, a.recorder.all("frame").size());
        }
    }

    @Test
    void h22_aPeerThatOnlyHalfClosesIsLostToo() throws Exception {
        try (TestNode a = TestNode.quickIn(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.link.raw().shutdownOutput();
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " lost");
            peer.awaitEnd();
        }
    }

    @Test
    void h23_aPeerThatStopsReadingLosesItsSessionAndDelaysNobodyElse() throws Exception {
        try (TestNode a = TestNode.pressingIn(TestNode.OPEN);
                ScriptedPeer deaf = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            Session toDeaf = a.session();
            try (ScriptedPeer good = ScriptedPeer.joined(a, Identity.generate(), 1)) {
                a.recorder.awaitCount("joined", 2);
                var large = new Frame(FrameType.HAVE, new byte[Frame.CONTROL_BODY_BYTES_MAX]);
                while (toDeaf.offer(Lane.CHAT, large)) {} // until its lane is full: memory is bounded
                // a writer that is behind has not filled the system's buffers yet
                Thread more = Thread.ofVirtual().start(() -> {
                    while (toDeaf.isOpen()) {
                        if (!toDeaf.offer(Lane.CHAT, large)) LockSupport.parkNanos(1_000_000);
                    }
                });
                good.send(SessionFrames.PING);
                good.await(FrameType.PONG);
                // its silence alone would not end it for minutes
                a.recorder.await("closed " + deaf.identity.fingerprint().brief() + " silent");
                more.join();
                good.send(SessionFrames.PING);
                good.await(FrameType.PONG);
            }
        }
    }

    @Test
    void h38_aFloodOfPingsEndsTheSession() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            for (int i = 0; i < 3 * FrameRateLimit.SESSION_BURST; i++) sendUntilHungUp(peer, SessionFrames.PING);
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
        }
    }

    /// Each name is an event for people and programs.
    @Test
    void h38_whoGivesThemselvesNamesWithoutEndLosesTheSession() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            for (int i = 0; i < FrameRateLimit.NAMES_BURST; i++) peer.send(hello("name " + i));
            peer.send(SessionFrames.PING);
            peer.await(FrameType.PONG);
            for (int i = 0; i < FrameRateLimit.NAMES_BURST; i++) sendUntilHungUp(peer, hello("and " + i));
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
        }
    }

    private static Frame hello(String name) {
        return new Hello(Hello.MINOR_VERSION, 1, new PeerName(name), 0, List.of(), List.of()).toFrame();
    }

    @Test
    void aBulkTokenThatWasNotGivenOrWasUsedOpensNothing() throws Exception {
        Identity identity = Identity.generate();
        try (TestNode a = TestNode.in(TestNode.OPEN); ScriptedPeer peer = ScriptedPeer.joined(a, identity, 1)) {
            a.session();
            peer.send(SessionFrames.tokenRequest(7));
            Frame answer = peer.await(FrameType.BULK_TOKEN);
            assertEquals(7, SessionFrames.request(answer));
            byte[] token = SessionFrames.token(answer);
            try (ScriptedPeer thief = bulk(a, Identity.generate(), new byte[BulkTokens.TOKEN_BYTES])) {
                thief.awaitEnd();
            }
            try (ScriptedPeer bulk = bulk(a, identity, token); ScriptedPeer again = bulk(a, identity, token)) {
                a.recorder.await("bulk-opened");
                again.awaitEnd();
                bulk.send(new Frame(FrameType.RANGE_REQUEST, new byte[3]));
                a.recorder.await("bulk-frame 96 3");
                bulk.send(new Frame(FrameType.OPTIONAL_MIN, new byte[3]));
                bulk.send(TestNode.chat("not here"));
                bulk.awaitEnd();
                a.recorder.await("bulk-closed");
            }
            peer.send(SessionFrames.PING);
            peer.await(FrameType.PONG);
            assertEquals(1, a.recorder.all("bulk-opened").size());
        }
    }

    @Test
    void aBulkTokenOfAnotherPeerOpensNothing() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            peer.send(SessionFrames.tokenRequest(0));
            byte[] token = SessionFrames.token(peer.await(FrameType.BULK_TOKEN));
            try (ScriptedPeer thief = bulk(a, Identity.generate(), token)) {
                thief.awaitEnd();
            }
            assertEquals(List.of(), a.recorder.all("bulk-opened"));
        }
    }

    private static ScriptedPeer bulk(TestNode node, Identity identity, byte[] token) throws Exception {
        ScriptedPeer bulk = ScriptedPeer.dial(node, identity);
        bulk.receive();
        bulk.send(SessionFrames.bulk(token));
        return bulk;
    }

    @Test
    void whoSharesNoRoomIsToldSoAndLetGo() throws Exception {
        try (TestNode a = TestNode.in(CLASS); ScriptedPeer peer = ScriptedPeer.dial(a, Identity.generate())) {
            peer.receive();
            peer.send(new Hello(0, 1, new PeerName("nobody"), 0, List.of(), List.of()).toFrame());
            peer.sayNothingIsProven();
            Frame last = null;
            for (Frame frame = peer.next(); frame != null; frame = peer.next()) last = frame;
            assertEquals(FrameType.CLOSING, last.type());
            assertEquals(EndReason.NO_COMMON_ROOM, SessionFrames.closingReason(last));
            a.recorder.await("refused no-common-room");
            assertNull(a.trust.pinned(peer.identity.fingerprint()));
        }
    }
}
