package io.landline.filetransfer.frame;

import io.landline.frame.Frame;
import io.landline.peer.Fingerprint;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is connected, and what we still have to say to them. Confined to the files' queue, which never waits for a peer:
/// what a full lane does not take is kept and offered again.
public final class ConnectedPeers {
    /// Frames kept for one peer. A peer that falls this far behind is not reading; its session is closed.
    static final int UNSENT_MAX = 1_024;
    /// Bytes of these frames, likewise: four pages of a manifest. An honest receiver asks for the next page when it has
    /// one.
    static final int UNSENT_BYTES_MAX = 4 * Frame.CONTROL_BODY_BYTES_MAX;

    private final Map<Fingerprint, Session> sessions = new HashMap<>();
    private final Map<Session, ArrayDeque<Frame>> unsent = new HashMap<>();

    public void opened(Session session) {
        sessions.put(session.peer(), session);
    }

    /// True if that was the peer's current session, not one that a newer replaced.
    public boolean closed(Session session) {
        unsent.remove(session);
        return sessions.remove(session.peer(), session);
    }

    public @Nullable Session session(Fingerprint peer) {
        Session session = sessions.get(peer);
        return session != null && session.isOpen() ? session : null;
    }

    public Iterable<Session> all() {
        return sessions.values();
    }

    /// Whether it is connected, and nothing waits for it. What may be much is sent only then, and else later.
    public boolean keepsUp(Fingerprint peer) {
        Session session = session(peer);
        if (session == null) return false;
        ArrayDeque<Frame> waiting = unsent.get(session);
        return waiting == null || waiting.isEmpty();
    }

    /// Sends a message to a peer if it is connected; if not, the peer is asked or told at the next meeting.
    public void send(Fingerprint peer, FileMessage message) {
        if (session(peer) != null) send(peer, message.toFrame());
    }

    /// As [#send(Fingerprint, FileMessage)].
    public void send(Fingerprint peer, Frame frame) {
        Session session = session(peer);
        if (session == null) return;
        ArrayDeque<Frame> waiting = unsent.computeIfAbsent(session, _ -> new ArrayDeque<>());
        long bytes = frame.body().length;
        for (Frame each : waiting) bytes += each.body().length;
        if (waiting.size() >= UNSENT_MAX || bytes > UNSENT_BYTES_MAX) {
            session.close(EndReason.TAKES_NO_FILES);
            return;
        }
        waiting.add(frame);
        flush(session, waiting);
    }

    /// True where something still waits for a full lane.
    public boolean tick() {
        unsent.forEach(ConnectedPeers::flush);
        return unsent.values().stream().anyMatch(waiting -> !waiting.isEmpty());
    }

    private static void flush(Session session, ArrayDeque<Frame> waiting) {
        while (!waiting.isEmpty() && session.offer(Lane.FILES, waiting.getFirst())) waiting.removeFirst();
    }
}
