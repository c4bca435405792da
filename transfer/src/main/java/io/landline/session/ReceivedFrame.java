package io.landline.session;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A frame on its way to a listener. Until the listener is done with it, its bytes count against the peer that sent it
/// ([io.landline.cost.WaitingBytes]), and a peer with too many is not read. Any thread; exactly one of the two ends is
/// called, once, and further calls do nothing.
public final class ReceivedFrame {
    private final Session session;
    private final Frame frame;
    private final Runnable done;
    private final Consumer<MalformedFrameException> breach;
    private final AtomicBoolean over = new AtomicBoolean();

    /// @param done gives the bytes back
    /// @param breach ends the connection that the frame came by
    public ReceivedFrame(Session session, Frame frame, Runnable done, Consumer<MalformedFrameException> breach) {
        this.session = session;
        this.frame = frame;
        this.done = done;
        this.breach = breach;
    }

    public Session session() {
        return session;
    }

    public Frame frame() {
        return frame;
    }

    /// The frame was worked off, or is of no use any more.
    public void done() {
        if (over.compareAndSet(false, true)) done.run();
    }

    /// The peer broke the protocol with this frame: its connection ends.
    public void broken(MalformedFrameException why) {
        if (!over.compareAndSet(false, true)) return;
        done.run();
        breach.accept(why);
    }
}
