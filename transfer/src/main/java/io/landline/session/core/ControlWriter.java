package io.landline.session.core;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.session.wire.Outbox;
import io.landline.session.wire.TlsConnection;
import io.landline.session.wire.WriteDeadline;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Duration;

/// The writing side of one control connection: takes frames from the [Outbox] and gives them to TLS, as many as wait at
/// once, until the farewell has left. Only the outbox's errand writes; [#isStuck] is for any thread.
final class ControlWriter {
    /// What is gathered before it is encrypted: one full TLS record.
    private static final int RECORD_BYTES = 16 * 1024;

    private final NodeContext context;
    private final TlsConnection link;
    private final Outbox outbox;
    private final Liveness liveness;
    private final WriteDeadline deadline;
    private boolean over;

    ControlWriter(NodeContext context, TlsConnection link, Outbox outbox, Liveness liveness) {
        this.context = context;
        this.link = link;
        this.outbox = outbox;
        this.liveness = liveness;
        deadline = new WriteDeadline(context.timing.write());
    }

    /// Writes what waits. True where that was the last, once. The socket's writing half is closed after the farewell,
    /// so the peer sees the end behind it.
    boolean write() throws IOException {
        if (over) return false;
        over = true; // also where it fails
        try {
            var writer = new FrameWriter(new BufferedOutputStream(link.output(), RECORD_BYTES));
            for (Frame frame = outbox.poll(); frame != null; frame = outbox.poll()) {
                deadline.begin(context.uptime());
                if (frame.type() != FrameType.PONG) liveness.sent(); // a pong is an answer and gets none
                writer.write(frame);
            }
            deadline.begin(context.uptime());
            writer.flush();
            over = outbox.isFinished();
            if (over) link.raw().shutdownOutput();
            return over;
        } finally {
            deadline.end();
        }
    }

    /// When the peer has taken nothing for too long, where that is before some other time; else that.
    Duration stuckAtOr(Duration other) {
        Duration stuck = deadline.overAt();
        return stuck != null && stuck.compareTo(other) < 0 ? stuck : other;
    }

    /// Whether the peer has taken nothing for too long.
    boolean isStuck(Duration uptime) {
        return deadline.isOver(uptime);
    }
}
