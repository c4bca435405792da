package io.landline.session.core;

import io.landline.cost.WaitingBytes;
import io.landline.frame.Frame;
import io.landline.queue.SerialQueue;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.ReceivedFrame;
import io.landline.session.SessionListener;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The calls of one session to its listeners: news of it, and the frames that came. They are made on the session's own
/// queue, one after the other in the order in which they came, with no lock held. The first says that the session is
/// open, the last that it is closed. Any thread.
final class ListenerCalls {
    private static final System.Logger LOG = System.getLogger(ListenerCalls.class.getName());
    /// Frames and news that wait for the listeners. The bytes of frames are bounded by [WaitingBytes].
    private static final int STEPS_MAX = 1_024;

    private final NodeContext context;
    private final PeerSession session;
    private final WaitingBytes.Holder waiting;
    private final SerialQueue queue;
    private final CountDownLatch openedTold = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> closedTold = new CompletableFuture<>();

    ListenerCalls(NodeContext context, PeerSession session) {
        this.context = context;
        this.session = session;
        waiting = context.waiting.reader(session::standing);
        queue = new SerialQueue(new SerialQueue.Settings("landline-session-" + session.peer().brief(),
                SerialQueue.Rank.RESTING, STEPS_MAX, Long.MAX_VALUE, SerialQueue.NEVER));
        queue.onFailure(this::ourFault);
        queue.post(this::tellOpened); // here, since it may end before it is started: listeners hear of both, in order
    }

    private void tellOpened() {
        tell(context.listeners.opening(), listener -> listener.opened(session));
        openedTold.countDown();
    }

    /// Begins to call the listeners.
    ///
    /// @param previous the peer's last session; the listeners hear of its end first; null if there was none
    void start(@Nullable PeerSession previous) {
        if (previous == null) {
            queue.start();
        } else {
            previous.calls().whenClosedTold(queue::start);
        }
    }

    /// Another connection carries the session. Waits while the queue is full.
    void carriedAnew() {
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.carriedAnew(session)));
    }

    void joined(RoomId room) {
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.joined(session, room)));
    }

    void left(RoomId room) {
        queue.post(() -> tell(context.listeners.opening(), listener -> listener.left(session, room)));
    }

    /// Hands a frame to its listener, waiting while too much of this peer, or of all peers, is not worked off yet.
    void deliver(ControlConnection from, FrameRouting routing, Frame frame) {
        SessionListener listener = switch (routing) {
            case CHAT -> context.listeners.chat();
            case FILES -> context.listeners.files();
            case SHELF -> context.listeners.shelves();
            case VERSION -> context.listeners.versions();
            case MEMBERS -> context.members;
            case CALL_BACK -> context.callBacks;
            case NEGOTIATION, HELLO, SESSION, BULK, SKIP,
                    REFUSE -> throw new IllegalArgumentException(routing + " is no listener's");
        };
        int bytes = frame.body().length;
        if (!waiting.take(bytes)) return;
        var received = new ReceivedFrame(session, frame, () -> waiting.give(bytes), from::breach);
        if (!queue.post(() -> hand(received, listener))) received.done();
        waiting.awaitRoom(Frame.CONTROL_BODY_BYTES_MAX); // before the next is read, so that it takes no memory yet
    }

    /// A fault of ours costs the frame, not the session: what was lost with it is asked for again.
    private void hand(ReceivedFrame received, SessionListener listener) {
        try {
            listener.take(received);
        } catch (RuntimeException e) {
            ourFault(e);
            received.done();
        }
    }

    /// The session ends: what waits is still told, then its end. False: that was said before.
    boolean end(EndReason reason) {
        return queue.finish(() -> tellClosed(reason));
    }

    /// No frame is taken any more, and nobody waits to hand one in.
    void takeNoMore() {
        waiting.close();
    }

    private void tellClosed(EndReason reason) {
        session.bulk().awaitEnd();
        tell(context.listeners.closing(), listener -> listener.closed(session, reason));
        closedTold.complete(null);
    }

    private void tell(List<SessionListener> listeners, Consumer<SessionListener> what) {
        for (SessionListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                ourFault(e);
            }
        }
    }

    private void ourFault(RuntimeException e) {
        LOG.log(Level.ERROR, "a listener failed on the session with " + session.peer(), e);
    }

    /// Waits until the listeners have heard of the session; what belongs to it comes after.
    void awaitOpenedTold() throws InterruptedException {
        openedTold.await();
    }

    /// Runs when the listeners have heard of the end, at once where they have.
    void whenClosedTold(Runnable action) {
        closedTold.thenRun(action);
    }

    /// Waits until the listeners have heard of the end, for this time at most.
    void awaitClosedTold(Duration patience) throws InterruptedException {
        try {
            closedTold.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("it is only ever completed", e);
        } catch (TimeoutException e) {
            LOG.log(Level.WARNING, "a listener is still busy with the session with " + session.peer());
        }
    }
}
