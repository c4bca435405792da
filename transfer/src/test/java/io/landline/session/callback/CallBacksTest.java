package io.landline.session.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.session.CallBackResult;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.callback.CallBackFrames.Answer;
import io.landline.session.callback.CallBackFrames.Request;
import io.landline.session.core.SessionInMemory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calling members back, and being called, with sessions in memory and told time.
class CallBacksTest {
    private static final String TOKEN = "000102030405060708090a0b0c0d0e0f";
    private static final int UDP = 5_263;

    /// Notes where it was sent to; a connection waits while it is held up.
    private static final class Calls implements CallBacks.Caller {
        final List<String> made = new ArrayList<>();
        final Semaphore free = new Semaphore(1_000);
        CountDownLatch begun = new CountDownLatch(0);

        @Override
        public CallBackResult connect(Endpoint endpoint) {
            synchronized (this) {
                made.add("tcp " + endpoint);
            }
            begun.countDown();
            free.acquireUninterruptibly();
            return CallBackResult.SILENT;
        }

        @Override
        public synchronized void send(byte[] datagram, InetSocketAddress to) {
            made.add("udp " + to.getAddress().getHostAddress() + ":" + to.getPort());
        }

        synchronized List<String> made() {
            return List.copyOf(made);
        }
    }

    private final Calls calls = new Calls();
    private Duration now = Duration.ofMinutes(10);
    private final Map<Fingerprint, Standing> standings = new HashMap<>();
    private final CallBacks callBacks = new CallBacks(() -> now,
            peer -> standings.getOrDefault(peer, Standing.TRUSTED), calls);
    private final SessionInMemory bob = peer(2);

    @Test
    void aMemberIsCalledAtItsOwnAddressAndTheToldPortsAlone() throws Exception {
        callBacks.received(bob, new Request(7, UDP, TOKEN).toFrame());
        assertEquals(new Answer(7, CallBackResult.SILENT), Answer.of(bob.take()));
        assertEquals(List.of("udp 10.77.0.2:5263", "tcp 10.77.0.2:6000", "udp 10.77.0.2:5263"), calls.made());
    }

    @Test
    void whoAcceptsNoConnectionsGetsTheDatagramsAlone() throws Exception {
        var closed = new SessionInMemory(3, null) {
            @Override
            public Endpoint endpoint() {
                return at(3, 50_000);
            }
        };
        callBacks.received(closed, new Request(1, UDP, TOKEN).toFrame());
        assertEquals(CallBackResult.NO_PORT, Answer.of(closed.take()).tcp());
        assertEquals(List.of("udp 10.77.0.3:5263", "udp 10.77.0.3:5263"), calls.made());
    }

    @Test
    void h10_onePeerIsCalledOnceAMinuteWhicheverItsSession() throws Exception {
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        bob.take();
        now = now.plus(CallBacks.EVERY).minusMillis(1);
        var again = peer(2);
        callBacks.received(again, new Request(2, UDP, TOKEN).toFrame());
        assertEquals(CallBackResult.LATER, Answer.of(again.take()).tcp());
        now = now.plusMillis(1);
        callBacks.received(again, new Request(3, UDP, TOKEN).toFrame());
        assertEquals(CallBackResult.SILENT, Answer.of(again.take()).tcp());
    }

    @Test
    void h10_noMoreThanAFewAreCalledAtATime() throws Exception {
        calls.free.drainPermits();
        calls.begun = new CountDownLatch(CallBacks.UNDER_WAY_MAX);
        for (int i = 0; i < CallBacks.UNDER_WAY_MAX; i++) {
            callBacks.received(peer(10 + i), new Request(1, UDP, TOKEN).toFrame());
        }
        calls.begun.await();
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        assertEquals(CallBackResult.LATER, Answer.of(bob.take()).tcp());
        calls.free.release(1_000);
    }

    /// Each call may wait seconds for a port that never answers.
    @Test
    void h10_peopleOfOpenRoomsAndMembersLeavePlacesToThoseKnownBetter() throws Exception {
        calls.free.drainPermits();
        assertEquals(2, called(Standing.OPEN_ROOM, 20));
        assertEquals(1, called(Standing.MEMBER, 30));
        assertEquals(1, called(Standing.TRUSTED, 40));
        calls.free.release(1_000);
    }

    /// How many of four people of this standing are called at once.
    private int called(Standing standing, int first) throws Exception {
        int begun = 0;
        for (int i = 0; i < CallBacks.UNDER_WAY_MAX; i++) {
            SessionInMemory who = peer(first + i);
            standings.put(who.peer(), standing);
            calls.begun = new CountDownLatch(1);
            callBacks.received(who, new Request(1, UDP, TOKEN).toFrame());
            while (calls.begun.getCount() > 0 && who.got.isEmpty()) Thread.onSpinWait();
            if (who.got.isEmpty()) begun++;
        }
        return begun;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"request\":1,\"udpPort\":1023,\"token\":\"" + TOKEN + "\"}",
            "{\"request\":1,\"udpPort\":65536,\"token\":\"" + TOKEN + "\"}",
            "{\"request\":-1,\"udpPort\":5263,\"token\":\"" + TOKEN + "\"}",
            "{\"request\":1,\"udpPort\":5263,\"token\":\"00\"}", "{\"request\":1,\"udpPort\":5263}"})
    void h10_aRequestForAServicesPortOrWithoutAllItsFieldsEndsTheConnection(String body) {
        var frame = new Frame(FrameType.CALL_BACK_WANTED, body.getBytes(UTF_8));
        assertThrows(MalformedFrameException.class, () -> callBacks.received(bob, frame));
        assertEquals(List.of(), calls.made());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"request\":1,\"tcp\":\"no-answer\"}", "{\"request\":1,\"tcp\":\"perhaps\"}",
            "{\"tcp\":\"silent\"}"})
    void anAnswerThatIsNoneEndsTheConnection(String body) {
        var frame = new Frame(FrameType.CALL_BACK, body.getBytes(UTF_8));
        assertThrows(MalformedFrameException.class, () -> callBacks.received(bob, frame));
    }

    @Test
    void theAnswerToOurQuestionIsTold() throws Exception {
        CompletableFuture<CallBackResult> answer = callBacks.ask(bob, UDP, TOKEN);
        Request asked = Request.of(bob.take());
        assertEquals(TOKEN, asked.token());
        assertEquals(UDP, asked.udpPort());
        callBacks.received(bob, new Answer(asked.request() + 1, CallBackResult.REFUSED).toFrame());
        assertFalse(answer.isDone(), "that was no answer to it");
        callBacks.received(peer(3), new Answer(asked.request(), CallBackResult.REFUSED).toFrame());
        assertFalse(answer.isDone(), "nor somebody else's");
        callBacks.received(bob, new Answer(asked.request(), CallBackResult.CONNECTED).toFrame());
        assertEquals(CallBackResult.CONNECTED, answer.join());
    }

    @Test
    void anAnswerThatNobodyAskedForIsIgnored() throws Exception {
        callBacks.received(bob, new Answer(1, CallBackResult.CONNECTED).toFrame());
        assertEquals(List.of(), bob.got);
    }

    @Test
    void aQuestionThatIsAskedAgainIsTheSameOne() throws Exception {
        CompletableFuture<CallBackResult> first = callBacks.ask(bob, UDP, TOKEN);
        assertEquals(first, callBacks.ask(bob, UDP, "0f".repeat(16)));
        assertEquals(Request.of(bob.take()), Request.of(bob.take()));
    }

    @Test
    void betweenTwoConnectionsTheQuestionWaitsToBeAskedAgain() throws Exception {
        var between = new SessionInMemory(5, at(5, 6_000)) {
            boolean carried;

            @Override
            public boolean offer(Lane lane, Frame frame) {
                return carried && super.offer(lane, frame);
            }
        };
        CompletableFuture<CallBackResult> answer = callBacks.ask(between, UDP, TOKEN);
        assertFalse(answer.isDone());
        between.carried = true;
        callBacks.ask(between, UDP, TOKEN);
        callBacks.received(between,
                new Answer(Request.of(between.take()).request(), CallBackResult.CONNECTED).toFrame());
        assertEquals(CallBackResult.CONNECTED, answer.join());
    }

    @Test
    void theSameQuestionAgainGetsTheSameAnswerAndNoSecondCall() throws Exception {
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        Answer first = Answer.of(bob.take());
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        assertEquals(first, Answer.of(bob.take()));
        assertEquals(3, calls.made().size());
    }

    @Test
    void theSameQuestionWhileTheCallIsUnderWayGetsOneAnswer() throws Exception {
        calls.free.drainPermits();
        calls.begun = new CountDownLatch(1);
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        calls.begun.await();
        callBacks.received(bob, new Request(1, UDP, TOKEN).toFrame());
        callBacks.received(bob, new Request(2, UDP, TOKEN).toFrame());
        assertEquals(new Answer(2, CallBackResult.LATER), Answer.of(bob.take()));
        calls.free.release(1_000);
        assertEquals(new Answer(1, CallBackResult.SILENT), Answer.of(bob.take()));
    }

    @Test
    void whoCannotCallBackIsNotAsked() {
        var old = new SessionInMemory(4, at(4, 6_000)) {
            @Override
            public Set<String> capabilities() {
                return Set.of();
            }
        };
        assertEquals(CallBackResult.NO_ANSWER, callBacks.ask(old, UDP, TOKEN).join());
        assertEquals(List.of(), old.got);
    }

    @Test
    void whereTheSessionEndsThereIsNoAnswer() {
        CompletableFuture<CallBackResult> answer = callBacks.ask(bob, UDP, TOKEN);
        callBacks.closed(bob, EndReason.LOST);
        assertTrue(answer.isDone());
        assertEquals(CallBackResult.NO_ANSWER, answer.join());
    }

    @Test
    void theDatagramIsAPresencePacketOfAnUnknownKindThatHoldsTheToken() {
        byte[] datagram = CallBackFrames.datagram(TOKEN);
        assertArrayEquals(new byte[]{'L', 'N', 'D', 'L', 1, (byte) 0xED}, Arrays.copyOf(datagram, 6));
        assertEquals("{\"callBack\":\"" + TOKEN + "\"}", new String(datagram, 6, datagram.length - 6, UTF_8));
    }

    private static SessionInMemory peer(int number) {
        return new SessionInMemory(number, at(number, 6_000));
    }

    private static Endpoint at(int host, int port) {
        return new Endpoint(InetAddress.ofLiteral("10.77.0." + host), port);
    }
}
