package io.landline.session.callback;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.session.CallBackResult;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.callback.CallBackFrames.Answer;
import io.landline.session.callback.CallBackFrames.Request;
import io.landline.session.dial.DialPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks a member to connect back to us, and does the same for members: only an outsider can tell whether unsolicited
/// traffic gets in. A call leads only to the session's own other end, at the port of its hello and at one UDP port that
/// it names, and calls are rare. So nobody can make us probe others.
///
/// Any thread; the lock is held for some assignments, never while something is sent.
public final class CallBacks implements SessionListener {
    /// Listed in the hello of a node that calls back.
    public static final String CAPABILITY = "call-back";
    /// Between two calls to one peer, over all its sessions.
    static final Duration EVERY = Duration.ofMinutes(1);
    /// At a time, for all peers together. Each may wait for seconds, so people known less well leave some to others.
    static final int UNDER_WAY_MAX = 4;
    /// The peer's connect timeout, plus slack for a busy machine.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(8);
    /// Peers for which the time of the last call is remembered; as many as the presence table has rows.
    private static final int REMEMBERED_MAX = 1_024;

    /// The way back to a peer.
    public interface Caller {
        /// Makes a fresh connection and closes it at once. Waits for it.
        CallBackResult connect(Endpoint endpoint);

        /// Sends from a port that the other side has never sent to.
        void send(byte[] datagram, InetSocketAddress to);
    }

    /// A question of ours.
    private record Waiting(Request wanted, CompletableFuture<CallBackResult> answer) {}

    /// When a peer was called, for what question, and with what result; null while that is not known.
    private record Called(Duration at, Request wanted, @Nullable CallBackResult tcp) {}

    private final Supplier<Duration> uptime;
    private final Standings standings;
    private final Caller caller;
    private final Map<Fingerprint, Called> called = BoundedMap.firstComeFirstGone(REMEMBERED_MAX);
    private final Map<Session, Waiting> waiting = new HashMap<>();
    private int underWay;
    private int lastRequest;

    /// @param standings how well this user knows those who ask
    public CallBacks(Supplier<Duration> uptime, Standings standings, Caller caller) {
        this.uptime = uptime;
        this.standings = standings;
        this.caller = caller;
    }

    /// Asks the peer of this session; asked again before the answer came, it sends the same question once more, since a
    /// frame is lost where another connection takes over.
    ///
    /// @param token 32 hex digits, which the datagram brings with it
    public CompletableFuture<CallBackResult> ask(Session session, int udpPort, String token) {
        if (!session.capabilities().contains(CAPABILITY)) {
            return CompletableFuture.completedFuture(CallBackResult.NO_ANSWER);
        }
        Waiting asked;
        boolean first;
        synchronized (this) {
            Waiting before = waiting.get(session);
            first = before == null;
            asked = before != null
                    ? before
                    : new Waiting(new Request(++lastRequest, udpPort, token), new CompletableFuture<>());
            if (first) waiting.put(session, asked);
        }
        if (first) {
            asked.answer()
                    .completeOnTimeout(CallBackResult.NO_ANSWER, ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((_, _) -> forget(session));
        }
        // Between two connections the session takes no frame: the caller that asks again does so by the next one.
        if (!session.offer(Lane.SESSION, asked.wanted().toFrame()) && !session.isOpen()) {
            asked.answer().complete(CallBackResult.NO_ANSWER);
        }
        return asked.answer();
    }

    private synchronized void forget(Session session) {
        waiting.remove(session);
    }

    @Override
    public void closed(Session session, EndReason reason) {
        Waiting left;
        synchronized (this) {
            left = waiting.get(session);
        }
        if (left != null) left.answer().complete(CallBackResult.NO_ANSWER);
    }

    /// Frames of other types are not ours, and cannot come here.
    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        switch (frame.type()) {
            case FrameType.CALL_BACK_WANTED -> {
                Request wanted = Request.of(frame);
                Thread.ofVirtual()
                        .name("landline-calls-" + session.peer().brief())
                        .start(() -> callBack(session, wanted));
            }
            case FrameType.CALL_BACK -> receive(session, Answer.of(frame));
            default -> throw new MalformedFrameException(
                    "frame type " + FrameType.written(frame.type()) + " is no call-back frame");
        }
    }

    private void receive(Session session, Answer told) {
        Waiting asked;
        synchronized (this) {
            asked = waiting.get(session);
        }
        if (asked != null && asked.wanted().request() == told.request()) asked.answer().complete(told.tcp());
    }

    private void callBack(Session session, Request wanted) {
        if (isUnderWay(session.peer(), wanted)) return; // the answer comes when it is known
        CallBackResult known = claim(session.peer(), standings.of(session.peer()), wanted);
        if (known == null) {
            known = CallBackResult.NO_PORT;
            try {
                known = call(session, wanted);
            } finally {
                ended(session.peer(), wanted, known);
            }
        }
        session.offer(Lane.SESSION, new Answer(wanted.request(), known).toFrame());
    }

    private CallBackResult call(Session session, Request wanted) {
        InetAddress other = session.endpoint().address();
        Endpoint listens = session.listensAt();
        byte[] datagram = CallBackFrames.datagram(wanted.token());
        var udp = new InetSocketAddress(other, wanted.udpPort());
        caller.send(datagram, udp);
        CallBackResult tcp = listens != null && listens.port() >= DialPlan.PORT_MIN
                ? caller.connect(new Endpoint(other, listens.port()))
                : CallBackResult.NO_PORT;
        caller.send(datagram, udp); // once more, since one may be lost
        return tcp;
    }

    private synchronized boolean isUnderWay(Fingerprint peer, Request wanted) {
        Called before = called.get(peer);
        return before != null && before.wanted().equals(wanted) && before.tcp() == null;
    }

    /// What can be answered without a call: the result of the very same question, asked again; or that it has to wait.
    /// Null: call.
    private synchronized @Nullable CallBackResult claim(Fingerprint peer, Standing standing, Request wanted) {
        Duration now = uptime.get();
        Called before = called.get(peer);
        if (before != null && now.minus(before.at()).compareTo(EVERY) < 0) {
            return before.wanted().equals(wanted) && before.tcp() != null ? before.tcp() : CallBackResult.LATER;
        }
        if (underWay >= CostRules.level(standing, UNDER_WAY_MAX)) return CallBackResult.LATER;
        called.remove(peer);
        called.put(peer, new Called(now, wanted, null));
        underWay++;
        return null;
    }

    private synchronized void ended(Fingerprint peer, Request wanted, CallBackResult tcp) {
        underWay--;
        Called mine = called.get(peer);
        if (mine != null) called.put(peer, new Called(mine.at(), wanted, tcp));
    }
}
